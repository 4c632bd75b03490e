import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type OAuthServer, startOAuthServer } from "@/e2e/support/oauth-server";
import { type Context, Temporary } from "@/lib/channels/channel";
import { check } from "@/lib/channels/email/check";
import type { EmailConfig } from "@/lib/channels/email/config";
import { fakeContext, fakeOutgoing } from "@/lib/channels/email/fake-context";
import { send } from "@/lib/channels/email/sending/send";
import { closeConnections } from "@/lib/channels/email/sending/smtp-connections";

let provider: OAuthServer;
let smtp: Awaited<ReturnType<typeof startServer>>;
let contexts: Array<Context<EmailConfig>> = [];

beforeEach(async () => {
  provider = await startOAuthServer();
  smtp = await startServer();
});
afterEach(async () => {
  for (const ctx of contexts) closeConnections(ctx.channelId);
  contexts = [];
  await smtp.stop();
  await provider.stop();
});

/** Takes mail from whoever shows a good access token for the mailbox (XOAUTH2), as Gmail and Exchange do. */
async function startServer() {
  const logins: string[] = [];
  const mails: string[] = [];
  const server = new SMTPServer({
    authMethods: ["XOAUTH2"],
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth(auth, _session, callback) {
      const isGood = auth.username === provider.mailbox && provider.isGood(auth.accessToken ?? "");
      logins.push(isGood ? "taken" : "refused");
      // RFC 7628, section 3.2.2: what is wrong comes as a challenge, the refusal after it.
      if (isGood) callback(null, { user: auth.username });
      else callback(null, { data: { status: "401", schemes: "bearer", scope: "mail" } });
    },
    onData(stream, session, callback) {
      stream.resume();
      stream.on("end", () => {
        mails.push(session.envelope.rcptTo.map((one) => one.address).join());
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve(Object(listening.address()).port));
  });
  return { port, logins, mails, stop: () => new Promise<void>((resolve) => server.close(resolve)) };
}

type Tokens = { access: string; refresh: string; endsAt: number };

/** As core makes it: what one process stored the others read. */
function office(tokens: Tokens | null) {
  const sealed = { tokens: tokens === null ? "" : JSON.stringify(tokens) };
  const claims = new Map<string, string>();
  return {
    /** So much later that whoever asked first may have given up. */
    later: () => claims.clear(),
    kept: (): Tokens => JSON.parse(sealed.tokens),
    context() {
      const ctx: Context<EmailConfig> = {
        ...fakeContext({
          ...provider.settings,
          ...sealed,
          smtpHost: "127.0.0.1",
          smtpPort: smtp.port,
          smtpSecurity: "none",
          inboundToken: "a token of more than twenty letters",
        }),
        stored: async () => ({ ...sealed }),
        saveSecrets: async (secrets) => void Object.assign(sealed, secrets),
        claim: async (key, value) => {
          if (!claims.has(key)) claims.set(key, value);
          return claims.get(key) ?? value;
        },
      };
      contexts.push(ctx);
      return ctx;
    },
  };
}

const inAnHour = () => new Date(Date.now() + 3_600_000);

async function failure(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (error: unknown) => error,
  );
}

test("a reply leaves with the access that the sign-in gave, and nobody asks for another", async () => {
  const { context } = office(provider.tokens(inAnHour()));
  await send(context(), fakeOutgoing());
  expect(smtp.mails).toEqual(["claire.dumontet@gmail.example"]);
  expect([smtp.logins, provider.asked]).toEqual([["taken"], []]);
});

test("an access that is about to end is renewed first, and the new refresh token is kept", async () => {
  const tokens = provider.tokens(new Date(Date.now() + 60_000));
  const { context, kept } = office(tokens);
  const ctx = context();
  await send(ctx, fakeOutgoing());
  expect(provider.asked).toMatchObject([{ grant_type: "refresh_token", refresh_token: tokens.refresh }]);
  expect(kept().refresh).not.toBe(tokens.refresh);
  expect(kept().endsAt).toBeGreaterThan(Date.now() + 3_500_000);
  closeConnections(ctx.channelId);
  // The old refresh token is void by now: a second process that began with it takes what is stored.
  await send(context(), fakeOutgoing());
  expect([smtp.mails.length, provider.asked.length]).toEqual([2, 1]);
});

test("an access that the server refuses before its time is renewed, and the same mail leaves once", async () => {
  const { context } = office(provider.tokens(inAnHour()));
  provider.endAccess();
  await send(context(), fakeOutgoing());
  expect(smtp.logins.at(-1)).toBe("taken");
  expect([smtp.mails.length, provider.asked.length]).toEqual([1, 1]);
});

test("a provider that gives no new refresh token leaves us the old one", async () => {
  provider.state.keepsRefreshToken = false;
  const tokens = provider.tokens(new Date());
  const { context, kept } = office(tokens);
  await send(context(), fakeOutgoing());
  expect(kept().refresh).toBe(tokens.refresh);
});

test("access that was taken away waits for somebody to sign in again, and says so each time", async () => {
  const { context } = office(provider.tokens(inAnHour()));
  provider.revoke();
  const error = await failure(send(context(), fakeOutgoing()));
  expect(error).toBeInstanceOf(Temporary);
  expect(error).toMatchObject({
    code: "sign_in_again",
    params: { host: new URL(provider.url).host, answer: "Token has been expired or revoked." },
  });
  // Whoever waits for the first one's answer hears the same, not that the provider is away.
  expect(await failure(send(context(), fakeOutgoing()))).toMatchObject({ code: "sign_in_again" });
  expect(smtp.mails).toEqual([]);
}, 120_000);

test("nobody has signed in yet", async () => {
  expect(await failure(send(office(null).context(), fakeOutgoing()))).toMatchObject({
    code: "sign_in_first",
  });
});

test("the test of the settings renews an access too, and never calls it a wrong password", async () => {
  const { context, later } = office(provider.tokens(inAnHour()));
  provider.endAccess();
  expect(await check(context())).toBeNull();
  provider.revoke();
  later();
  expect(await check(context())).toMatchObject({ code: "sign_in_again" });
});

test("a provider that is away is tried again later, and then the mail leaves", async () => {
  const { context, later } = office(provider.tokens(new Date()));
  provider.state.isAway = true;
  expect(await failure(send(context(), fakeOutgoing()))).toMatchObject({ code: "sign_in_unreachable" });
  provider.state.isAway = false;
  later();
  await send(context(), fakeOutgoing());
  expect(smtp.mails).toHaveLength(1);
});

test("ten replies that need a new access at once ask for one", async () => {
  const { context } = office(provider.tokens(new Date()));
  const all = Array.from({ length: 10 }, (_, i) =>
    send(context(), fakeOutgoing({ externalId: `<${i}@marmelune.example>` })),
  );
  await Promise.all(all);
  expect([smtp.mails.length, provider.asked.length]).toEqual([10, 1]);
});

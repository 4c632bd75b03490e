import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dovecot, hasDovecot, mailbox, startDovecot } from "@/e2e/support/dovecot";
import { type OAuthServer, startOAuthServer } from "@/e2e/support/oauth-server";
import type { Context, RawItem } from "@/lib/channels/channel";
import type { EmailConfig } from "@/lib/channels/email/config";
import { fakeContext, fakeOutgoing } from "@/lib/channels/email/fake-context";
import { email } from "@/lib/channels/email/index";
import { parse } from "@/lib/channels/email/parse";
import { compose } from "@/lib/channels/email/sending/compose";

type Faked = ReturnType<typeof fakeContext>;

/** Listens and keeps what comes, with the cursor that was committed with it. */
function follow(ctx: Context<EmailConfig> & Pick<Faked, "keep">) {
  const items: RawItem[] = [];
  const listen = () =>
    email.listen!(ctx, async (all, cursor) => {
      items.push(...all);
      ctx.keep(cursor);
      return { accepted: all.length, known: 0 };
    });
  return { items, listen };
}

describe.skipIf(!hasDovecot)("replies from other mail programs, in a real folder of sent mail", () => {
  let dovecot: Dovecot;
  beforeAll(async () => {
    dovecot = await startDovecot();
  }, 120_000);
  afterAll(() => dovecot?.end());

  const reply = (id: string, more = "In-Reply-To: <first@okafor.example>\n") =>
    `Message-ID: <${id}@marmelune.example>\n${more}From: care@marmelune.example\nTo: ben@okafor.example\nSubject: Re: Kettle\n\nwords of ${id}\n`;

  test("they are taken as ours and once, our own copies and mail that answers nothing are not", async () => {
    const ctx = fakeContext({ ...dovecot.settings, imapPassword: mailbox.password });
    const chunks: Buffer[] = [];
    for await (const chunk of compose(ctx.config, fakeOutgoing(), new Date()).stream())
      chunks.push(Buffer.from(chunk));
    const own = Buffer.concat(chunks).toString();
    expect(own).toMatch(/^In-Reply-To:/m);
    await dovecot.put(
      "Sent",
      reply("thunderbird"),
      own,
      reply("first-contact", ""),
      reply("telephone", "References: <first@okafor.example>\n"),
    );
    const { items, listen } = follow(ctx);
    const ids = () => items.map((item) => /<([^@]*)@/.exec(item.externalId)?.[1]);
    let end = await listen();
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["thunderbird", "telephone"]);
    await end();
    for (const item of items)
      expect(await parse(item, ctx.config)).toMatchObject([
        { kind: "ours", inReplyTo: ["<first@okafor.example>"] },
      ]);

    // A second look goes on behind the last: nothing again, and then only what is new in both folders.
    await dovecot.put(
      "INBOX",
      "Message-ID: <in@okafor.example>\nFrom: ben@okafor.example\n\nStill leaking.\n",
    );
    await dovecot.put("Sent", own, reply("later"));
    end = await listen();
    await expect.poll(ids, { timeout: 40_000 }).toEqual(["thunderbird", "telephone", "in", "later"]);
    await end();
    const one = await dovecot.client();
    expect(await one.status("Sent", { messages: true })).toMatchObject({ messages: 6 });
    await one.logout();
  }, 120_000);
});

describe.skipIf(!hasDovecot)("a mailbox that takes access tokens (XOAUTH2)", () => {
  let provider: OAuthServer;
  let dovecot: Dovecot;
  beforeAll(async () => {
    provider = await startOAuthServer(mailbox.user);
    dovecot = await startDovecot(`${provider.url}/tokeninfo`);
  }, 120_000);
  afterAll(async () => {
    await dovecot?.end();
    await provider?.stop();
  });

  test("opens with the access, renews one that it refuses, and waits for a sign-in once it was taken away", async () => {
    const sealed = { tokens: JSON.stringify(provider.tokens(new Date(Date.now() + 3_600_000))) };
    const ctx = {
      ...fakeContext({ ...provider.settings, ...dovecot.settings, ...sealed }),
      stored: async () => ({ ...sealed }),
      saveSecrets: async (secrets: Partial<EmailConfig>) => void Object.assign(sealed, secrets),
    };
    const { items, listen } = follow(ctx);
    await dovecot.put("INBOX", "Message-ID: <a@okafor.example>\nFrom: ben@okafor.example\n\nx\n");
    let end = await listen();
    await expect.poll(() => items.length, { timeout: 40_000 }).toBe(1);
    expect(provider.asked).toEqual([]);
    await end();

    provider.endAccess();
    await dovecot.put("INBOX", "Message-ID: <b@okafor.example>\nFrom: ben@okafor.example\n\nx\n");
    end = await listen();
    await expect.poll(() => items.length, { timeout: 40_000 }).toBe(2);
    expect(provider.asked).toMatchObject([{ grant_type: "refresh_token" }]);
    await end();

    provider.revoke();
    end = await listen();
    await expect.poll(() => ctx.reports.at(-1)?.code, { timeout: 40_000 }).toBe("sign_in_again");
    await end();
  }, 120_000);
});

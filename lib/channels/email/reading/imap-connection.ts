import { ImapFlow } from "imapflow";
import { type Context, Temporary } from "@/lib/channels/channel";
import { accessOf, renewedAccess } from "@/lib/channels/email/access/tokens";
import type { EmailConfig } from "@/lib/channels/email/config";
import { isLoopback } from "@/lib/channels/email/sending/smtp-connections";

/**
 * A connection that is logged in and has no folder open yet; an access that is refused is renewed once. Rejects with
 * imapflow's error, or Temporary when nobody gives us access.
 */
export async function openImap(ctx: Context<EmailConfig>): Promise<ImapFlow> {
  const access = await accessOf(ctx);
  try {
    return await connect(ctx.config, ctx.signal, access);
  } catch (error) {
    const isRefused =
      typeof error === "object" && error !== null && Reflect.get(error, "authenticationFailed");
    if (access === null || isRefused !== true) throw error;
    return connect(ctx.config, ctx.signal, await renewedAccess(ctx, access));
  }
}

async function connect(config: EmailConfig, signal: AbortSignal, access: string | null): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: config.imapHost,
    port: config.imapPort,
    secure: config.imapSecurity === "tls",
    doSTARTTLS:
      config.imapSecurity === "starttls" ? true : config.imapSecurity === "none" ? false : undefined,
    auth: {
      user: config.imapUser || config.address,
      ...(access === null ? { pass: config.imapPassword } : { accessToken: access }),
    },
    logger: false,
    // The connection that waits calls idle() itself: left alone, imapflow starts it after 15 s.
    disableAutoIdle: true,
    maxIdleTime: 4 * 60_000,
    connectionTimeout: 20_000,
    greetingTimeout: 15_000,
    socketTimeout: 5 * 60_000,
    tls: { rejectUnauthorized: !isLoopback(config.imapHost) },
  });
  // Without a listener a broken line would end the process; whoever waits for an answer is told besides.
  client.on("error", () => undefined);
  const stop = () => client.close();
  signal.addEventListener("abort", stop, { once: true });
  client.on("close", () => signal.removeEventListener("abort", stop));
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** What went wrong, as the code of a sentence under `channels.errors`. */
export function imapFailure(
  error: unknown,
  config: EmailConfig,
): { code: string; params: Record<string, string | number> } {
  if (error instanceof Temporary) return { code: error.code, params: error.params };
  const found: object = typeof error === "object" && error !== null ? error : {};
  const text = (name: string) => String(Reflect.get(found, name) ?? "");
  const params = { host: config.imapHost, answer: (text("responseText") || text("message")).slice(0, 200) };
  if (Reflect.get(found, "authenticationFailed") === true)
    return {
      code: config.access === "password" ? "imap_login" : "sign_in_again",
      params,
    };
  if (text("mailboxMissing") === "true" || /^(?:NONEXISTENT|TRYCREATE)$/.test(text("serverResponseCode"))) {
    return { code: "imap_folder", params: { ...params, folder: config.imapFolder } };
  }
  if (/certificate|self.signed|altname|wrong version number|ssl|tls/i.test(text("message") + text("code"))) {
    return { code: "imap_tls", params };
  }
  return { code: "imap_unreachable", params };
}

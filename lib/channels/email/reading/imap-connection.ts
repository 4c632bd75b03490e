import { ImapFlow } from "imapflow";
import type { EmailConfig } from "@/lib/channels/email/config";
import { isLoopback } from "@/lib/channels/email/sending/smtp-connections";

/** A connection that is logged in and has no folder open yet. Rejects with imapflow's error. */
export async function openImap(config: EmailConfig, signal: AbortSignal): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: config.imapHost,
    port: config.imapPort,
    secure: config.imapSecurity === "tls",
    doSTARTTLS:
      config.imapSecurity === "starttls" ? true : config.imapSecurity === "none" ? false : undefined,
    auth: { user: config.imapUser, pass: config.imapPassword },
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
): { code: string; params: Record<string, string> } {
  const found: object = typeof error === "object" && error !== null ? error : {};
  const text = (name: string) => String(Reflect.get(found, name) ?? "");
  const params = { host: config.imapHost, answer: (text("responseText") || text("message")).slice(0, 200) };
  if (Reflect.get(found, "authenticationFailed") === true) return { code: "imap_login", params };
  if (text("mailboxMissing") === "true" || /^(?:NONEXISTENT|TRYCREATE)$/.test(text("serverResponseCode"))) {
    return { code: "imap_folder", params: { ...params, folder: config.imapFolder } };
  }
  if (/certificate|self.signed|altname|wrong version number|ssl|tls/i.test(text("message") + text("code"))) {
    return { code: "imap_tls", params };
  }
  return { code: "imap_unreachable", params };
}

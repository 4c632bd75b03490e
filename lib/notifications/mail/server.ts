import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env } from "@/env";
import { emailConfig } from "@/lib/channels/email/config";
import { type SmtpServer, smtpServer } from "@/lib/channels/email/sending/smtp-connections";
import { openSecrets } from "@/lib/channels/load";

export type MailServer = { server: SmtpServer; from: string };

/**
 * By which server, and in whose name, colleagues are written to: SMTP_URL, else the server of the oldest mailbox that
 * names one. Null when there is neither. The sample mailbox takes nothing out of this machine and is left out.
 */
export async function mailServer(): Promise<MailServer | null> {
  const found = await db.execute<{
    config: { [key: string]: unknown };
    secrets: string | null;
    address: string;
  }>(sql`
    select h.config, h.secrets, h.address from channels h join brands b on b.id = h.brand_id
    where h.kind = 'email' and h.paused_at is null and not b.is_sample order by h.created_at, h.id limit 20`);
  const mailboxes = found.rows.flatMap(({ config, secrets, address }) => {
    const parsed = emailConfig.safeParse({ ...config, ...openSecrets(secrets) });
    return parsed.success ? [{ config: parsed.data, address }] : [];
  });
  if (env.SMTP_URL !== undefined) {
    const url = new URL(env.SMTP_URL);
    const user = decodeURIComponent(url.username);
    const from = user.includes("@")
      ? user
      : (mailboxes[0]?.address ?? `avant@${new URL(env.APP_URL).hostname}`);
    const server = fromUrl(url);
    return server && { server, from };
  }
  for (const { config, address } of mailboxes) {
    const server = smtpServer(config, null);
    if (server) return { server, from: address };
  }
  return null;
}

function fromUrl(url: URL): SmtpServer | null {
  const isTls = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isTls ? 465 : 587),
    security: isTls ? "tls" : "optional",
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

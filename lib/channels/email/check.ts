import type { Context, HealthReport } from "@/lib/channels/channel";
import type { EmailConfig } from "./config";
import { openFolder } from "./reading/imap";
import { imapFailure, openImap } from "./reading/imap-connection";
import { connectionFailure } from "./sending/send";
import { openConnection, smtpServer } from "./sending/smtp-connections";

/** Tries both ways once: is there a way in, does the mailbox open, does the outgoing server let us in. */
export async function check(ctx: Context<EmailConfig>): Promise<HealthReport | null> {
  return (await checkIn(ctx)) ?? (await checkOut(ctx));
}

async function checkIn(ctx: Context<EmailConfig>): Promise<HealthReport | null> {
  const { config } = ctx;
  if (config.imapHost === "") {
    const isReachable = ctx.mail.listenAt !== null || config.inboundToken !== "";
    return isReachable ? null : { code: "no_way_in", params: {} };
  }
  try {
    const client = await openImap(config, ctx.signal);
    try {
      await openFolder(client, config);
      return null;
    } finally {
      client.close();
    }
  } catch (error) {
    return imapFailure(error, config);
  }
}

async function checkOut(ctx: Context<EmailConfig>): Promise<HealthReport | null> {
  const server = smtpServer(ctx.config, ctx.mail.smtpUrl);
  if (server === null) return { code: "smtp_missing", params: {} };
  try {
    (await openConnection(server)).quit();
    return null;
  } catch (error) {
    return connectionFailure(error, server);
  }
}

import { type Context, type HealthReport, Temporary } from "@/lib/channels/channel";
import { type EmailConfig, hasDoor } from "./config";
import { openFolder } from "./reading/imap";
import { imapFailure, openImap } from "./reading/imap-connection";
import { letIn } from "./sending/send";
import { openConnection, smtpServer } from "./sending/smtp-connections";

/** Tries both ways once: is there a way in, does the mailbox open, does the outgoing server let us in. */
export async function check(ctx: Context<EmailConfig>): Promise<HealthReport | null> {
  return (await checkIn(ctx)) ?? (await checkOut(ctx));
}

async function checkIn(ctx: Context<EmailConfig>): Promise<HealthReport | null> {
  const { config } = ctx;
  if (config.imapHost === "") {
    const isReachable = ctx.mail.listenAt !== null || hasDoor(config);
    return isReachable ? null : { code: "no_way_in", params: {} };
  }
  try {
    const client = await openImap(ctx);
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
    (await letIn(ctx, server, openConnection)).quit();
    return null;
  } catch (error) {
    if (error instanceof Temporary) return { code: error.code, params: error.params };
    throw error;
  }
}

import type SMTPConnection from "nodemailer/lib/smtp-connection";
import {
  type Context,
  type Outgoing,
  Permanent,
  type Sent,
  Temporary,
  Uncertain,
} from "@/lib/channels/channel";
import { accessOf, renewedAccess } from "@/lib/channels/email/access/tokens";
import { normalAddress } from "@/lib/channels/email/addresses";
import { type EmailConfig, filesCopies } from "@/lib/channels/email/config";
import { cleanLine } from "@/lib/text/clean";
import { type Composed, compose } from "./compose";
import { fileCopy } from "./sent-copy";
import { keepConnection, type SmtpServer, smtpServer, takeConnection } from "./smtp-connections";

/**
 * Hands one mail to the SMTP server. Resolves with its Message-ID once the server has said 250. Throws
 * Temporary, Permanent, or Uncertain when the line broke after the last byte and before the answer: then nobody
 * knows, and sending again could reach the customer twice.
 */
export async function send(ctx: Context<EmailConfig>, outgoing: Outgoing): Promise<Sent> {
  const server = smtpServer(ctx.config, ctx.mail.smtpUrl);
  if (server === null) throw new Permanent("smtp_missing");
  const recipients = [...outgoing.to, ...outgoing.cc, ...outgoing.bcc];
  if (recipients.length === 0) throw new Permanent("no_recipient");
  const wrong = recipients.find((address) => normalAddress(address) === null);
  if (wrong !== undefined) throw new Permanent("recipient_invalid", { answer: cleanLine(wrong, 100) });
  const date = ctx.now();
  const mail = compose(ctx.config, outgoing, date);
  const first = await take(ctx, server);
  const outcome = await transmit(first.connection, mail);
  // A kept connection may have died unnoticed; while no byte of the mail was read, trying anew is safe.
  if (
    outcome.state === "failed" &&
    first.reused &&
    !outcome.isStarted &&
    outcome.error.responseCode === undefined
  ) {
    first.connection.close();
    const second = await take(ctx, server);
    return settle(
      ctx,
      server,
      second.connection,
      mail,
      await transmit(second.connection, mail),
      outgoing,
      date,
    );
  }
  return settle(ctx, server, first.connection, mail, outcome, outgoing, date);
}

/** What goes wrong before a mail is under way, as the code of a sentence under `channels.errors`. */
export function connectionFailure(
  error: unknown,
  server: SmtpServer,
): { code: string; params: { host: string; answer: string } } {
  const { code, response } = detailsOf(error);
  const params = { host: server.host, answer: cleanLine(response, 200) };
  if (code === "EAUTH" || code === "ENOAUTH") return { code: "smtp_login", params };
  return { code: code === "ETLS" || isCertificate(error) ? "smtp_tls" : "smtp_unreachable", params };
}

type SendError = { code: string; response: string; responseCode: number | undefined; command: string };
type Outcome =
  | { state: "sent"; rejected: string[] }
  | { state: "failed"; error: SendError; isStarted: boolean; isFinished: boolean };

function take(ctx: Context<EmailConfig>, server: SmtpServer) {
  return letIn(ctx, server, (known) => takeConnection(ctx.channelId, known));
}

/** Opens a connection with the access that a sign-in gave, renewed once where it is refused. Rejects with Temporary. */
export async function letIn<Opened>(
  ctx: Context<EmailConfig>,
  server: SmtpServer,
  open: (server: SmtpServer) => Promise<Opened>,
): Promise<Opened> {
  const access = ctx.config.smtpHost === "" ? null : await accessOf(ctx);
  try {
    return await open({ ...server, access });
  } catch (error) {
    const { code, params } = connectionFailure(error, server);
    if (access === null || code !== "smtp_login") throw new Temporary(code, params);
    const renewed = await renewedAccess(ctx, access);
    return open({ ...server, access: renewed }).catch((again: unknown) => {
      const failure = connectionFailure(again, server);
      throw new Temporary(failure.code === "smtp_login" ? "sign_in_again" : failure.code, failure.params);
    });
  }
}

function transmit(connection: SMTPConnection, mail: Composed): Promise<Outcome> {
  return new Promise((resolve) => {
    const stream = mail.stream();
    let isStarted = false;
    let isFinished = false;
    stream.once("resume", () => {
      isStarted = true;
    });
    stream.once("end", () => {
      isFinished = true;
    });
    const failed = (error: unknown) => {
      resolve({ state: "failed", error: detailsOf(error), isStarted, isFinished });
      stream.destroy();
    };
    connection.once("error", failed);
    connection.send(mail.envelope, stream, (error, info) => {
      connection.off("error", failed);
      if (error) failed(error);
      else resolve({ state: "sent", rejected: info?.rejected?.map(String) ?? [] });
    });
  });
}

function settle(
  ctx: Context<EmailConfig>,
  server: SmtpServer,
  connection: SMTPConnection,
  mail: Composed,
  outcome: Outcome,
  outgoing: Outgoing,
  date: Date,
): Sent {
  if (outcome.state === "sent") {
    // It is on its way to the others, so saying "failed" would send it to them twice.
    if (outcome.rejected.length > 0)
      ctx.log.warn({ rejected: outcome.rejected.length }, "some recipients were refused");
    if (ctx.signal.aborted) connection.quit();
    else keepConnection(ctx.channelId, server, connection);
    if (filesCopies(ctx.config)) fileCopy(ctx, outgoing, date);
    return { externalId: mail.messageId, refused: outcome.rejected };
  }
  connection.close();
  throw meaningOf(outcome, server);
}

/** RFC 5321, section 4.2.1: 4yz try again, 5yz do not. Without an answer it matters how far we had come. */
function meaningOf(outcome: Extract<Outcome, { state: "failed" }>, server: SmtpServer): Error {
  const { error, isFinished } = outcome;
  const params = { host: server.host, answer: cleanLine(error.response, 300) };
  const status = error.responseCode;
  if (status !== undefined && status >= 500) {
    if (status === 552 || /\b5\.3\.4\b/.test(error.response)) return new Permanent("too_large", params);
    // Postfix refuses a sender only when it is told the recipient.
    if (/\bsender address\b/i.test(error.response)) return new Permanent("sender_refused", params);
    if (error.command === "RCPT TO") return new Permanent("recipient_refused", params);
    return new Permanent(error.command === "MAIL FROM" ? "sender_refused" : "smtp_refused", params);
  }
  if (status !== undefined && status >= 400) return new Temporary("smtp_deferred", params);
  if (error.code === "EMESSAGE" && !outcome.isStarted) return new Permanent("too_large", params);
  if (error.code === "EENVELOPE") return new Permanent("recipient_invalid", params);
  if (error.code === "ESTREAM") return new Temporary("file_unreadable", params);
  return isFinished ? new Uncertain("smtp_cut") : new Temporary("smtp_unreachable", params);
}

function detailsOf(error: unknown): SendError {
  const found: object = typeof error === "object" && error !== null ? error : {};
  const text = (name: string) => {
    const value: unknown = Reflect.get(found, name);
    return typeof value === "string" ? value : "";
  };
  const status: unknown = Reflect.get(found, "responseCode");
  return {
    code: text("code"),
    response: text("response") || text("message"),
    responseCode: typeof status === "number" && status > 0 ? status : undefined,
    command: text("command"),
  };
}

function isCertificate(error: unknown): boolean {
  return (
    error instanceof Error && /certificate|self.signed|altname|wrong version number|ssl/i.test(error.message)
  );
}

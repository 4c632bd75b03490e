import { createTransport } from "nodemailer";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import type { Context } from "@/lib/channels/channel";
import type { DemoConfig } from "./config";
import { roleOf } from "./script";
import { type Heard, stage } from "./stage";

/**
 * The mail server of the sample customers: takes mail at a loopback port and hands it to the script; their answers
 * go by SMTP to our own listener, as real ones would. Rejects when the port is taken.
 */
export async function listenForMail(ctx: Context<DemoConfig>, port: number): Promise<() => Promise<void>> {
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    size: 40 * 1024 * 1024,
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("error", done);
      stream.on("end", () => {
        const recipients = session.envelope.rcptTo.map((each) => each.address.toLowerCase());
        read(ctx, Buffer.concat(chunks), recipients).then((heard) => {
          stage().hear?.(heard);
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((done, failed) => {
    server.once("error", failed);
    server.listen(port, "127.0.0.1", done);
  });
  server.on("error", (error) => ctx.log.warn({ error: String(error) }, "the demo's mail server had a fault"));
  return () => new Promise((done) => server.close(() => done()));
}

async function read(ctx: Context<DemoConfig>, source: Buffer, to: string[]): Promise<Heard> {
  const mail = await PostalMime.parse(source);
  const text = mail.text ?? "";
  return {
    to,
    text: ownWords(text),
    async answer(id, words) {
      const role = roleOf(to);
      const replyTo = mail.replyTo?.[0]?.address ?? mail.from?.address;
      if (!role || !replyTo) return;
      if (!ctx.mail.listenAt) {
        ctx.log.warn({}, "the scripted answer has nowhere to go: SMTP_IN_PORT is 0");
        return;
      }
      const transport = createTransport({ ...ctx.mail.listenAt, secure: false, ignoreTLS: true });
      const wrote = role.language === "fr" ? "Marmelune a écrit :" : "Marmelune wrote:";
      await transport.sendMail({
        messageId: `<${id}@customers.example>`,
        from: { name: role.name, address: to[0] ?? "" },
        to: replyTo,
        subject: /^re\s*:/i.test(mail.subject ?? "") ? mail.subject : `Re: ${mail.subject ?? ""}`,
        inReplyTo: mail.messageId,
        references: [mail.references, mail.messageId].filter(Boolean).join(" "),
        text: `${words}\n\n${wrote}\n${text.trim().replace(/^/gm, "> ")}\n`,
      });
      transport.close();
    },
  };
}

/** Our words without the history that we quoted. */
function ownWords(text: string): string {
  return text.split(/\n>|\n-{3,}/)[0]!;
}

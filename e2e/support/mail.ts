import { createTransport, type SendMailOptions } from "nodemailer";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type Caught = {
  to: string[];
  source: string;
  mail: Email;
  /** One header's value, unfolded; empty when it is not there. */
  header(name: string): string;
};

export type MailTrap = Awaited<ReturnType<typeof startMailTrap>>;

/**
 * A real SMTP server on loopback that keeps what it is given. Port 0 takes a free one; `delayMs` says how long each
 * mail keeps its sender waiting for the answer.
 */
export async function startMailTrap(port = 0, delayMs: () => number = () => 0) {
  const caught: Caught[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const bytes = Buffer.concat(chunks);
        PostalMime.parse(bytes).then((mail) => {
          caught.push({
            to: session.envelope.rcptTo.map((one) => one.address),
            source: bytes.toString(),
            mail,
            header: (name) =>
              (mail.headers.find((one) => one.key === name.toLowerCase())?.value ?? "").replace(/\s+/g, " "),
          });
          setTimeout(done, delayMs());
        }, done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    caught,
    /** Waits up to 25 s for a mail to this address that fits. */
    async mailTo(to: string, fits: (caught: Caught) => boolean = () => true): Promise<Caught> {
      for (const end = Date.now() + 25_000; Date.now() < end; await pause(50)) {
        const found = caught.find((one) => one.to.includes(to) && fits(one));
        if (found) return found;
      }
      throw new Error(`No such mail to ${to} in 25 s; there were: ${caught.map((one) => one.mail.subject)}`);
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Sends a mail to the product's own listener, as any mail server would. Resolves with its Message-ID. */
export async function sendMail(
  mail: SendMailOptions,
  port = Number(process.env.E2E_SMTP_PORT),
): Promise<string> {
  const transport = createTransport({ host: "127.0.0.1", port, secure: false, ignoreTLS: true });
  const sent = await transport.sendMail(mail);
  transport.close();
  return sent.messageId;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

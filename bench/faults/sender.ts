import { createTransport } from "nodemailer";
import { pause } from "@/e2e/support/product";
import { address, type House } from "./house";

export type Mail = { subject: string };

const atOnce = 5;
const queuedAt = new Date();

/**
 * Sends every mail until the product has acknowledged it, as a mail server does, but without the waits. Each has
 * one Message-ID in all of its tries. Resolves with the subjects that were acknowledged.
 */
export async function sendAll(house: House, mails: readonly Mail[], hurryMs = 0): Promise<string[]> {
  const acknowledged: string[] = [];
  const left = [...mails];
  async function sendSome(): Promise<void> {
    for (let mail = left.shift(); mail; mail = left.shift()) {
      await sendUntilTaken(house.smtpPort, mail);
      acknowledged.push(mail.subject);
      if (hurryMs > 0) await pause(Math.random() * hurryMs * 2);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, sendSome));
  return acknowledged;
}

async function sendUntilTaken(port: number, { subject }: Mail): Promise<void> {
  const name = subject.replaceAll(" ", "-");
  for (const end = Date.now() + 180_000; Date.now() < end; await pause(100)) {
    const transport = createTransport({
      host: "127.0.0.1",
      port,
      secure: false,
      ignoreTLS: true,
      connectionTimeout: 2_000,
      socketTimeout: 40_000,
    });
    try {
      await transport.sendMail({
        from: { name: subject, address: `${name}@customers.example` },
        to: address,
        subject,
        text: `This is ${subject}.`,
        messageId: `<${name}@customers.example>`,
        // The same bytes in every try, as from a real queue: the same id with another text is another mail.
        date: queuedAt,
      });
      return;
    } catch {
      // Cut, refused, or told to come again: that is what we are here for.
    } finally {
      transport.close();
    }
  }
  throw new Error(`${subject} was not taken in three minutes`);
}

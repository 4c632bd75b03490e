import { createTransport, type SendMailOptions } from "nodemailer";
import { isLoopback } from "@/lib/channels/email/sending/smtp-connections";
import type { MailServer } from "./server";

/** Hands one mail to the server that writes to colleagues. Rejects when it cannot leave. */
export async function sendThrough({ server }: MailServer, mail: SendMailOptions): Promise<void> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    auth: server.user === "" ? undefined : { user: server.user, pass: server.password },
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    tls: { rejectUnauthorized: !isLoopback(server.host) },
  });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

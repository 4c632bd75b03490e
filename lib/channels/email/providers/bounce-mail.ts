import { cleanLine } from "@/lib/text/clean";
import type { Handed } from "./handed";

/**
 * A provider's word that a mail did not arrive, as the report that a mail server would send (RFC 3464): one reading
 * serves both. `permanent` false is a delay.
 */
export function bounceMail(said: {
  of: string;
  recipient: string;
  reason: string;
  permanent: boolean;
}): Handed {
  const line = (text: string) => cleanLine(text, 500);
  const id = line(said.of).replace(/^<|>$/g, "");
  const source = [
    "From: MAILER-DAEMON@provider.invalid",
    "Subject: Undelivered Mail Returned to Sender",
    `Message-ID: <${id}.${line(said.recipient)}.${said.permanent ? "failed" : "delayed"}>`,
    "MIME-Version: 1.0",
    "Content-Type: multipart/report; report-type=delivery-status; boundary=report",
    "",
    "--report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; provider.invalid",
    "",
    `Final-Recipient: rfc822; ${line(said.recipient)}`,
    `Action: ${said.permanent ? "failed" : "delayed"}`,
    `Status: ${said.permanent ? "5.0.0" : "4.0.0"}`,
    `Diagnostic-Code: smtp; ${line(said.reason)}`,
    "--report",
    "Content-Type: text/rfc822-headers",
    "",
    `Message-ID: <${id}>`,
    "--report--",
    "",
  ].join("\r\n");
  return { source: Buffer.from(source), envelopeFrom: null, envelopeTo: [] };
}

import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Outgoing } from "@/lib/channels/channel";
import { normalAddress, withPlus } from "@/lib/channels/email/addresses";
import { type EmailConfig, takesPlus } from "@/lib/channels/email/config";
import { loopField } from "@/lib/channels/email/mime/automatic";
import { cleanLine, fileName } from "@/lib/text/clean";
import { markdownToHtml, markdownToText } from "@/lib/text/markdown";
import { quotedHtml, quotedText } from "./quote";

export type Composed = {
  /** With angle brackets. */
  messageId: string;
  envelope: { from: string; to: string[] };
  /** The whole mail; read it once. */
  stream(): Readable;
};

/**
 * One reply as a MIME source (RFC 5322): text and HTML, threading fields, what was said before quoted below, files. What
 * people typed goes into header fields as one clean line, so nobody adds a field of their own.
 */
export function compose(config: EmailConfig, outgoing: Outgoing, now: Date): Composed {
  const messageId = messageIdOf(config, outgoing);
  const name = cleanLine(config.displayName || outgoing.from.name, 120);
  const answered = outgoing.answers === null ? null : threadId(outgoing.answers.externalId);
  const references = outgoing.references.map(threadId).filter((id) => id !== null && id !== messageId);
  const chain = [...new Set([...references, answered].filter((id) => id !== null))];
  const address = ownAddress(config, outgoing.writtenTo ?? []);
  const isQuoted = outgoing.history.length > 0 && !outgoing.automatic;

  const mail = new MailComposer({
    from: { name, address },
    to: people(outgoing.to),
    cc: people(outgoing.cc),
    bcc: people(outgoing.bcc),
    replyTo: takesPlus(config) ? { name, address: withPlus(address, outgoing.token) } : undefined,
    subject: cleanLine(outgoing.subject ?? "", 500),
    date: now,
    messageId,
    inReplyTo: answered ?? undefined,
    references: chain.length > 30 ? [...chain.slice(0, 1), ...chain.slice(-29)] : chain,
    text: markdownToText(outgoing.text) + (isQuoted ? quotedText(outgoing) : ""),
    html: document(markdownToHtml(outgoing.text) + (isQuoted ? quotedHtml(outgoing) : ""), outgoing.language),
    attachments: outgoing.files.map((file) => ({
      filename: fileName(file.name),
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(file.contentType)
        ? file.contentType
        : "application/octet-stream",
      contentDisposition: file.contentId === null ? ("attachment" as const) : ("inline" as const),
      cid: file.contentId === null ? undefined : cleanLine(file.contentId, 200).replace(/[<>\s]/g, ""),
      content: opened(file.open),
    })),
    headers: {
      [loopField]: config.address,
      // RFC 3834, section 5: so that no other program answers a program. Exchange knows only its own field.
      ...(outgoing.automatic ? { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" } : {}),
    },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    messageId,
    envelope: {
      from: address,
      to: [...new Set([...outgoing.to, ...outgoing.cc, ...outgoing.bcc])].map(bare),
    },
    stream: () => mail.compile().createReadStream(),
  };
}

/** Whoever wrote to one of our addresses hears from that one; from the first where they named none. */
function ownAddress(config: EmailConfig, writtenTo: readonly string[]): string {
  const own = [config.address, ...config.aliases];
  const named = writtenTo
    .map(normalAddress)
    .map((each) => own.find((one) => each !== null && normalAddress(one) === each));
  return named.find((one) => one !== undefined) ?? config.address;
}

/** Fixed when the reply was written; completed only where core gave no whole Message-ID. */
export function messageIdOf(config: EmailConfig, outgoing: Outgoing): string {
  const id = outgoing.externalId.replace(/[<>\s\p{Cc}]/gu, "");
  return id.includes("@")
    ? `<${id}>`
    : `<${id}@${config.address.slice(config.address.lastIndexOf("@") + 1)}>`;
}

/** An id that the customer's program knows too: not one that we made for a mail or a form without one. */
function threadId(id: string): string | null {
  const bareId = id.replace(/[<>\s\p{Cc}]/gu, "");
  return /^[^@]+@[^@]+$/.test(bareId) && !/@(?:missing|hashed)\.invalid$/.test(bareId) ? `<${bareId}>` : null;
}

/** As objects, so that a comma or a bracket in an address makes no second recipient. */
function people(addresses: string[]): Array<{ name: string; address: string }> {
  return [...new Set(addresses.map(bare))].map((address) => ({ name: "", address }));
}

function bare(address: string): string {
  return address.replace(/[<>\s\p{Cc},;"]/gu, "");
}

/** Opened when the mail is read, not before: a delivery that never starts leaves no open files. */
function opened(open: () => Promise<Readable>): Readable {
  async function* bytes() {
    yield* await open();
  }
  return Readable.from(bytes(), { objectMode: false });
}

function document(body: string, language: string): string {
  const lang = /^[a-z]{2}$/.test(language) ? ` lang="${language}"` : "";
  return `<!doctype html>\n<html${lang}><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>`;
}

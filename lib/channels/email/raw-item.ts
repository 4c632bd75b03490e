import type { Json, RawItem } from "@/lib/channels/channel";
import { madeMessageId, messageIds, sha256 } from "./message-ids";

/** Characters of the body that go into a mail's checksum. */
const compared = 1024 * 1024;

/**
 * One mail as it came, with an id under which it is known again. Two mails with one Message-ID and different
 * words are two mails, so a checksum is part of it; the same mail by two ways is one, so what servers add on
 * the way (Received, Delivered-To, …) is not.
 */
export function rawMail(body: Uint8Array, meta: { [key: string]: Json }): RawItem {
  const { head, text } = split(body);
  const fields = ["from", "subject", "date"].map((name) => headerField(head, name) ?? "").join("\n");
  const id = messageIds(headerField(head, "message-id"))[0] ?? madeMessageId(body);
  // Some servers change line ends or add an empty line at the end. The beginning is enough to tell two mails
  // apart, and keeps a mail of 35 MB from holding up the process.
  const words = Buffer.from(text.subarray(0, 2 * compared))
    .toString("latin1")
    .replace(/\r\n/g, "\n");
  const checksum = sha256(`${fields}\n\n${words.slice(0, compared).trimEnd()}`).slice(0, 32);
  return { externalId: `${id}#${checksum}`, body, contentType: "message/rfc822", meta };
}

/** The first field of that name in a header block, unfolded; undefined when there is none. */
export function headerField(head: string, name: string): string | undefined {
  const match = new RegExp(`^${name}[ \\t]*:(.*(?:\\r?\\n[ \\t].*)*)`, "im").exec(head);
  return match?.[1]?.replace(/\r?\n[ \t]+/g, " ").trim();
}

/** The header block as text and the rest as bytes. */
export function split(body: Uint8Array): { head: string; text: Uint8Array } {
  const start = Buffer.from(body.buffer, body.byteOffset, Math.min(body.byteLength, 256 * 1024));
  const crlf = start.indexOf("\r\n\r\n");
  const lf = start.indexOf("\n\n");
  const end = crlf === -1 ? lf : lf === -1 ? crlf : Math.min(crlf, lf);
  if (end === -1) return { head: start.toString("latin1"), text: body.subarray(start.length) };
  return { head: start.subarray(0, end).toString("latin1"), text: body.subarray(end) };
}

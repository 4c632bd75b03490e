import { convert } from "html-to-text";
import { type Address, addressParser, decodeWords, type Email } from "postal-mime";
import type { IncomingFile } from "@/lib/channels/channel";
import { headerField, split } from "@/lib/channels/email/raw-item";
import { cleanLine, cleanText, fileName } from "@/lib/text/clean";
import { shallow } from "@/lib/text/shallow";
import { withRealCharset } from "./charset";
import { htmlQuoteAt, mark, samePlace } from "./html-quote";

export type Mailbox = { name: string; address: string };

/** A mail taken apart. Texts are clean, header fields are unfolded but otherwise as they came. */
export type Mail = {
  /** Every field of that name (small letters), in order. */
  fields(name: string): string[];
  from: Mailbox[];
  sender: Mailbox[];
  replyTo: Mailbox[];
  to: Mailbox[];
  cc: Mailbox[];
  subject: string | null;
  date: Date | null;
  text: string;
  /** Where the HTML part says that the old mail begins, as a place in `text`; null when it does not say. */
  quoteAt: number | null;
  html: string | null;
  files: IncomingFile[];
};

const longestText = 200_000;
const longestHtml = 1_000_000;
const longestSource = 1024 * 1024;
const mostFiles = 100;
const mostAddresses = 200;

/**
 * Takes a MIME source apart (RFC 2045–2049). Never throws: postal-mime first, mailparser for what it refuses,
 * and when both refuse, the header fields and the first words as they stand. The source itself is kept
 * elsewhere, so nothing is lost by reading too little.
 */
export async function readMime(source: Uint8Array): Promise<Mail> {
  const body = isOneText(source) ? source.subarray(0, longestSource) : source;
  try {
    return fromPostal(await withRealCharset(body));
  } catch {
    try {
      return await fromMailparser(body);
    } catch {
      return asItStands(body);
    }
  }
}

/** Nobody reads 30 MB of text, and taking them apart costs a gigabyte: the first one tells what it is. */
function isOneText(source: Uint8Array): boolean {
  if (source.byteLength <= longestSource) return false;
  const type = headerField(split(source).head, "content-type") ?? "text/plain";
  return /^\s*text\//i.test(type);
}

function fromPostal(mail: Email): Mail {
  const html = cleanHtml(mail.html);
  const files = mail.attachments.slice(0, mostFiles).map((file) => ({
    name: file.filename,
    contentType: file.mimeType,
    bytes: bytesOf(file.content),
    contentId: file.contentId,
  }));
  return {
    fields: fieldsOf(mail.headers.map((header) => [header.key, header.value])),
    from: boxes(mail.from === undefined ? [] : [mail.from]),
    sender: boxes(mail.sender === undefined ? [] : [mail.sender]),
    replyTo: boxes(mail.replyTo ?? []),
    to: boxes(mail.to ?? []),
    cc: boxes(mail.cc ?? []),
    subject: lineOrNull(mail.subject),
    date: dateOf(mail.headers.find((header) => header.key === "date")?.value),
    ...plainText(mail.text, html),
    html,
    files: filesOf(files, html),
  };
}

async function fromMailparser(body: Uint8Array): Promise<Mail> {
  const { simpleParser } = await import("mailparser");
  const mail = await simpleParser(Buffer.from(body), {
    skipImageLinks: true,
    skipTextLinks: true,
    skipTextToHtml: true,
    maxHtmlLengthToParse: 1,
  });
  const html = cleanHtml(mail.html === false ? undefined : mail.html);
  const lines = mail.headerLines.map(({ key, line }): [string, string] => [
    key,
    line
      .slice(line.indexOf(":") + 1)
      .replace(/\r?\n[ \t]+/g, " ")
      .trim(),
  ]);
  const list = (name: string) =>
    boxes(
      lines.filter(([key]) => key === name).flatMap(([, value]) => addressParser(value.slice(0, 100_000))),
    );
  return {
    fields: fieldsOf(lines),
    from: list("from"),
    sender: list("sender"),
    replyTo: list("reply-to"),
    to: list("to"),
    cc: list("cc"),
    subject: lineOrNull(mail.subject),
    date: dateOf(lines.find(([key]) => key === "date")?.[1]),
    ...plainText(mail.text, html),
    html,
    files: filesOf(
      mail.attachments.slice(0, mostFiles).map((file) => ({
        name: file.filename ?? null,
        contentType: file.contentType,
        bytes: new Uint8Array(file.content),
        contentId: file.contentId,
      })),
      html,
    ),
  };
}

/** No parser wants it: what a person would see in the source. */
function asItStands(body: Uint8Array): Mail {
  const { head, text } = split(body);
  const address = (name: string) => boxes(addressParser((headerField(head, name) ?? "").slice(0, 10_000)));
  const lines = head
    .replace(/\r?\n[ \t]+/g, " ")
    .split(/\r?\n/)
    .slice(0, 500)
    .map((line): [string, string] => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    });
  const words = Buffer.from(text.subarray(0, longestText)).toString("utf8");
  return {
    fields: fieldsOf(lines),
    from: address("from"),
    sender: address("sender"),
    replyTo: address("reply-to"),
    to: address("to"),
    cc: address("cc"),
    subject: lineOrNull(decodeWords((headerField(head, "subject") ?? "").slice(0, 10_000))),
    date: dateOf(headerField(head, "date")),
    text: cleanText(words, 20_000).trim(),
    quoteAt: null,
    html: null,
    files: [],
  };
}

function fieldsOf(lines: Array<[string, string]>): (name: string) => string[] {
  return (name) => lines.filter(([key]) => key === name).map(([, value]) => value);
}

function boxes(addresses: Address[]): Mailbox[] {
  return addresses
    .flatMap((one) => one.group ?? [one])
    .slice(0, mostAddresses)
    .map((one) => ({ name: cleanLine(one.name ?? "", 200), address: (one.address ?? "").trim() }))
    .filter((one) => one.address !== "" || one.name !== "");
}

function lineOrNull(text: string | undefined): string | null {
  return cleanLine(text ?? "", 500) || null;
}

/** A date without a zone means UTC, not wherever this process runs: the same bytes say the same everywhere. */
function dateOf(text: string | undefined): Date | null {
  const said = (text ?? "").slice(0, 100);
  const hasZone = /[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC?|Z|[ECMP][SD]T)\b/.test(said);
  // V8 reads a zone alone as the year 2000.
  const date = new Date(hasZone || said.trim() === "" ? said : `${said} +0000`);
  const year = date.getUTCFullYear();
  return year >= 1970 && year < 2200 ? date : null;
}

function cleanHtml(html: string | undefined): string | null {
  const text = cleanText(html ?? "", longestHtml).replaceAll(mark, "");
  return text.trim() === "" ? null : text;
}

function plainText(text: string | undefined, html: string | null): { text: string; quoteAt: number | null } {
  const own = cleanText(text ?? "", longestText).trim();
  if (html === null) return { text: own, quoteAt: null };
  const cut = htmlQuoteAt(html);
  if (own !== "") {
    const before = cut === null ? null : textOf(html.slice(0, cut));
    return { text: own, quoteAt: before === null ? null : samePlace(before, own) };
  }
  if (cut === null) return { text: textOf(html), quoteAt: null };
  const marked = textOf(`${html.slice(0, cut)}${mark}${html.slice(cut)}`);
  const at = marked.indexOf(mark);
  const whole = marked.replaceAll(mark, "").trimEnd();
  return { text: whole, quoteAt: at > 0 && marked.slice(0, at).trim() !== "" ? at : null };
}

/** The words of a mail that has only HTML. Bounded in depth, breadth and length, whatever comes. */
export function textOf(html: string): string {
  const text = convert(shallow(html, 1000), {
    wordwrap: false,
    limits: { maxDepth: 80, maxChildNodes: 5_000, maxInputLength: longestHtml, ellipsis: "…" },
    selectors: [
      { selector: "img", format: "skip" },
      { selector: "a", options: { hideLinkHrefIfSameAsText: true, ignoreHref: true } },
      ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
  return cleanText(text, longestText)
    .replace(/[ \t\u00a0]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

type Found = {
  name: string | null;
  contentType: string;
  bytes: Uint8Array;
  contentId: string | null | undefined;
};

/** Signatures that programs check, not people. */
const machineOnly = new Set([
  "application/pgp-signature",
  "application/pgp-encrypted",
  "application/pkcs7-signature",
  "application/x-pkcs7-signature",
]);

export function filesOf(found: Found[], html: string | null): IncomingFile[] {
  return found
    .filter((file) => !machineOnly.has(file.contentType))
    .map((file) => {
      const contentId = (file.contentId ?? "").trim().replace(/^<|>$/g, "").slice(0, 500);
      const isShown = contentId !== "" && html !== null && shows(html, contentId);
      const contentType = /^[\w.+-]{1,100}\/[\w.+-]{1,100}$/.test(file.contentType)
        ? file.contentType.toLowerCase()
        : "application/octet-stream";
      return {
        name: fileName(file.name ?? fallbackName(contentType)),
        contentType,
        bytes: file.bytes,
        contentId: isShown ? contentId : null,
      };
    });
}

function shows(html: string, contentId: string): boolean {
  return html.includes(`cid:${contentId}`) || html.includes(`cid:${encodeURIComponent(contentId)}`);
}

function fallbackName(contentType: string): string {
  const known: Record<string, string> = {
    "message/rfc822": "message.eml",
    "text/calendar": "invite.ics",
    "message/delivery-status": "report.txt",
    "text/rfc822-headers": "headers.txt",
    "image/jpeg": "picture.jpg",
    "image/png": "picture.png",
    "image/gif": "picture.gif",
  };
  return known[contentType] ?? "file";
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  if (typeof content === "string") return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

import type {
  Incoming,
  IncomingFile,
  IncomingIdentity,
  IncomingMessage,
  RawItem,
  Remark,
} from "@/lib/channels/channel";
import { cleanText } from "@/lib/text/clean";
import { languageOf } from "@/lib/text/language";
import { findQuote, isForward } from "@/lib/text/quotes";
import { normalAddress, plainAddress, plusPart } from "./addresses";
import { type EmailConfig, largestMail, ownAddresses } from "./config";
import { madeMessageId, messageIds } from "./message-ids";
import { authenticationOf } from "./mime/authentication";
import { automaticReason } from "./mime/automatic";
import { readReport } from "./mime/bounces";
import { readInvitation } from "./mime/calendar";
import { forwardedFrom } from "./mime/forwarded";
import { filesOf, type Mail, type Mailbox, readMime, textOf } from "./mime/read-mime";
import { readSealed } from "./mime/sealed";
import { readTnef } from "./mime/tnef";

/** Reads one mail. Never throws, and says the same about the same bytes each time. */
export async function parse(raw: RawItem, config: EmailConfig): Promise<Incoming[]> {
  const { mail, remarks } = await opened(
    raw.body.byteLength > largestMail ? raw.body.subarray(0, largestMail) : raw.body,
  );
  const own = ownAddresses(config);
  const inReplyTo = answered(mail);
  const token = tokenOf(mail, raw, own, inReplyTo);

  if (raw.meta.via === "sent") return [ours(raw, mail, own, inReplyTo)];
  const report = readReport(mail);
  if (report !== null) return report;
  const reason = automaticReason(mail, own, token !== null);
  const author = authorOf(mail, own);
  if (reason !== null) {
    return [{ kind: "filed", reason, subject: mail.subject, from: author?.address || author?.name || null }];
  }
  return [message(raw, mail, { own, token, inReplyTo, author, remarks, authservId: config.authservId })];
}

/**
 * From the folder of sent mail: one of us wrote it in another program. Its date stops the clock, but no later than
 * the server had it.
 */
function ours(raw: RawItem, mail: Mail, own: string[], inReplyTo: string[]): Incoming {
  const facts = { own, token: null, inReplyTo, author: mail.from[0] ?? null, remarks: [], authservId: "" };
  const hadAt = new Date(String(raw.meta.receivedAt ?? ""));
  const said = message(raw, mail, facts);
  const isLater = said.sentAt !== null && said.sentAt.getTime() > hadAt.getTime();
  return { ...said, kind: "ours", authentication: null, sentAt: isLater ? hadAt : said.sentAt };
}

/** The mail with what was wrapped up in it: signed words, and what Outlook put into a winmail.dat. */
async function opened(body: Uint8Array): Promise<{ mail: Mail; remarks: Remark[] }> {
  let mail = await readMime(body);
  const remarks: Remark[] = [];
  const sealed = readSealed(mail);
  if (sealed !== null) {
    remarks.push(sealed.remark);
    if (sealed.text !== null) mail = { ...mail, text: sealed.text, quoteAt: null };
    if (sealed.inside !== null) {
      const { text, quoteAt, html, files } = await readMime(sealed.inside);
      mail = { ...mail, text, quoteAt, html, files };
    }
  }
  return { mail: withoutWinmail(mail), remarks };
}

function withoutWinmail(mail: Mail): Mail {
  const isTnef = ({ contentType, name }: IncomingFile) =>
    contentType === "application/ms-tnef" ||
    contentType === "application/vnd.ms-tnef" ||
    /^winmail\.dat$/i.test(name);
  const found = mail.files.filter(isTnef).map((file) => ({ file, tnef: readTnef(file.bytes) }));
  const read = found.filter(({ tnef }) => tnef !== null && (tnef.files.length > 0 || tnef.text || tnef.html));
  if (read.length === 0) return mail;
  const inside = read.flatMap(({ tnef }) => tnef?.files ?? []);
  const html = mail.html ?? read.map(({ tnef }) => tnef?.html).find((each) => each) ?? null;
  const said = read.map(({ tnef }) => tnef?.text).find((each) => each) ?? (html === null ? "" : textOf(html));
  const kept = mail.files.filter((file) => !read.some((each) => each.file === file));
  const named = filesOf(inside, html);
  return { ...mail, text: mail.text || cleanText(said, 200_000).trim(), html, files: [...kept, ...named] };
}

function remarksOf(mail: Mail, facts: Facts): Remark[] {
  const all = [readInvitation(mail.files), forwardedFrom(mail, facts.author, facts.own)];
  return all.filter((each) => each !== null);
}

type Facts = {
  own: string[];
  token: string | null;
  inReplyTo: string[];
  author: Mailbox | null;
  remarks: Remark[];
  authservId: string;
};

function message(raw: RawItem, mail: Mail, facts: Facts): IncomingMessage {
  const authentication = authenticationOf(mail, facts.authservId);
  const text = words(raw, mail);
  const quoteAt = earlier(findQuote(text, mail.subject), isForward(mail.subject) ? null : mail.quoteAt);
  const remarks = [...facts.remarks, ...remarksOf(mail, facts)];
  const address = normalAddress(facts.author?.address ?? "");
  // The check was about the one address in From; whoever stands in Reply-To has only been named.
  const isChecked = mail.from.length === 1 && normalAddress(mail.from[0]?.address ?? "") === address;
  const evidence = isChecked ? authentication.evidence : "claimed";
  const identity: IncomingIdentity | null =
    address === null
      ? null
      : {
          kind: "email",
          value: address,
          display: facts.author?.address ?? address,
          evidence,
        };
  const replyTo = mail.replyTo
    .map((one) => normalAddress(one.address))
    .find((one) => one !== null && one !== address);
  return {
    kind: "message",
    externalId: messageIds(mail.fields("message-id")[0])[0] ?? madeMessageId(raw.body),
    inReplyTo: facts.inReplyTo,
    token: facts.token,
    threadKey: null,
    author: {
      name: facts.author?.name || null,
      identities: identity === null ? [] : [identity],
      avatarUrl: null,
      profileUrl: null,
      facts: replyTo === undefined || facts.own.includes(replyTo ?? "") ? {} : { replyTo: replyTo ?? null },
    },
    public: false,
    sentAt: mail.date,
    subject: mail.subject,
    text,
    quoteAt,
    html: mail.html,
    language: languageOf(quoteAt === null ? text : text.slice(0, quoteAt)),
    // Of a mail that was cut off the last file is half a file.
    files: typeof raw.meta.fullSize === "number" ? mail.files.slice(0, -1) : mail.files,
    remoteFiles: [],
    parent: null,
    url: null,
    recipients: { to: people(mail.to, facts.own), cc: people(mail.cc, facts.own) },
    orderNumber: null,
    rating: null,
    authentication: authentication.shown ?? (isBareAnswer(facts) ? unchecked : null),
    ...(remarks.length > 0 ? { remarks } : {}),
  };
}

/** Nobody checked the sender, and only a Message-ID, which others may have seen, says where it belongs. */
function isBareAnswer({ inReplyTo, token }: Facts): boolean {
  return inReplyTo.length > 0 && token === null;
}

const unchecked = "spf=? dkim=? dmarc=?";

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** Never empty unless there are files: a mail of only a subject says what its subject says. */
function words(raw: RawItem, mail: Mail): string {
  const cut = raw.meta.fullSize;
  const note = typeof cut === "number" ? `\n\n[… ${Math.ceil(cut / 1024 / 1024)} MB]` : "";
  const text = mail.text + note;
  return text.trim() === "" && mail.files.length === 0 ? (mail.subject ?? "…") : text.trim();
}

/**
 * Who speaks: From, or where there is none Sender or Reply-To. When a contact form or a group writes in our own
 * name, the person is in Reply-To.
 */
function authorOf(mail: Mail, own: readonly string[]): Mailbox | null {
  const isOurs = (one: Mailbox) => own.includes(normalAddress(one.address) ?? "");
  const people = [...mail.from, ...mail.replyTo, ...mail.sender].filter(
    (one) => one.address !== "" && !isOurs(one),
  );
  return people.find((one) => normalAddress(one.address) !== null) ?? people[0] ?? mail.from[0] ?? null;
}

/** In-Reply-To first, then References from the last to the first (RFC 5322, section 3.6.4). */
function answered(mail: Mail): string[] {
  const references = mail.fields("references").flatMap(messageIds).reverse();
  return [...new Set([...mail.fields("in-reply-to").flatMap(messageIds), ...references])].slice(0, 50);
}

/** Our own signed token: after "+" in our address, wherever it was written, or in a Message-ID of ours. */
function tokenOf(mail: Mail, raw: RawItem, own: readonly string[], ids: readonly string[]): string | null {
  const envelope = Array.isArray(raw.meta.envelopeTo) ? raw.meta.envelopeTo : [];
  const added = ["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-forwarded-to"];
  const written = [...mail.to, ...mail.cc].map((one) => one.address);
  for (const address of [...envelope, ...written, ...added.flatMap(mail.fields)]) {
    const part = typeof address === "string" ? plusPart(address, own) : null;
    if (part !== null && tokenShape.test(part)) return part;
  }
  for (const id of ids) {
    const part = /[<.]([a-z2-7]{26,100})@/i.exec(id)?.[1];
    if (part !== undefined) return part;
  }
  return null;
}

/** Lower-case base32; core checks the signature. "care+newsletter@" is somebody's filing, not a token. */
const tokenShape = /^[a-z2-7]{26,100}$/i;

function people(list: Mailbox[], own: readonly string[]): string[] {
  return [...new Set(list.map((one) => plainAddress(one.address, own)).filter((one) => one !== null))].slice(
    0,
    100,
  );
}

import type { Incoming, IncomingIdentity, IncomingMessage, RawItem } from "@/lib/channels/channel";
import { languageOf } from "@/lib/text/language";
import { findQuote } from "@/lib/text/quotes";
import { normalAddress, plainAddress, plusPart } from "./addresses";
import { type EmailConfig, largestMail, ownAddresses } from "./config";
import { madeMessageId, messageIds } from "./message-ids";
import { authenticationOf } from "./mime/authentication";
import { automaticReason } from "./mime/automatic";
import { readReport } from "./mime/bounces";
import { type Mail, type Mailbox, readMime } from "./mime/read-mime";

/** Reads one mail. Never throws, and says the same about the same bytes each time. */
export async function parse(raw: RawItem, config: EmailConfig): Promise<Incoming[]> {
  const mail = await readMime(
    raw.body.byteLength > largestMail ? raw.body.subarray(0, largestMail) : raw.body,
  );
  const own = ownAddresses(config);
  const inReplyTo = answered(mail);
  const token = tokenOf(mail, raw, own, inReplyTo);

  const report = readReport(mail);
  if (report !== null) return report;
  const reason = automaticReason(mail, own, token !== null);
  const author = authorOf(mail, own);
  if (reason !== null) {
    return [{ kind: "filed", reason, subject: mail.subject, from: author?.address || author?.name || null }];
  }
  return [message(raw, mail, { own, token, inReplyTo, author, authservId: config.authservId })];
}

type Facts = {
  own: string[];
  token: string | null;
  inReplyTo: string[];
  author: Mailbox | null;
  authservId: string;
};

function message(raw: RawItem, mail: Mail, facts: Facts): IncomingMessage {
  const authentication = authenticationOf(mail, facts.authservId);
  const text = words(raw, mail);
  const quoteAt = findQuote(text, mail.subject);
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
    authentication: authentication.shown,
  };
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

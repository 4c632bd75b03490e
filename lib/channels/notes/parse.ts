import { domainToASCII } from "node:url";
import type { Incoming, IncomingIdentity, RawItem } from "@/lib/channels/channel";
import { handEntry } from "@/lib/channels/hand-entry";
import { cleanLine, cleanText } from "@/lib/text/clean";

/** Reads what a colleague typed in. Throws for anything else, so that it stays visible with its source. */
export function parse(raw: RawItem): Incoming[] {
  const entry = handEntry.parse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw.body)));
  const { entered, danger } = entry;
  return [
    {
      kind: "message",
      externalId: entry.id,
      inReplyTo: [],
      token: null,
      threadKey: null,
      author: {
        name: cleanLine(entry.who, 200) || null,
        identities: identitiesOf(entry.email, entry.phone),
        avatarUrl: null,
        profileUrl: null,
        facts: danger === null ? {} : { danger },
      },
      public: false,
      sentAt: new Date(entry.at),
      subject: null,
      text: cleanText(entry.text, 20_000).trim() || "…",
      quoteAt: null,
      html: null,
      language: entry.language,
      files: [],
      remoteFiles: [],
      parent: null,
      url: entry.url,
      recipients: { to: [], cc: [] },
      orderNumber: null,
      rating: null,
      authentication: null,
      entered,
    },
  ];
}

/** An address first: an answer can go there. Somebody said it and somebody typed it, so it is claimed. */
function identitiesOf(email: string | null, phone: string | null): IncomingIdentity[] {
  const found: IncomingIdentity[] = [];
  const address = email === null ? null : addressOf(email.trim());
  if (email !== null && address !== null)
    found.push({ kind: "email", value: address, display: email.trim(), evidence: "claimed" });
  const number = phone === null ? null : numberOf(phone);
  if (phone !== null && number !== null)
    found.push({ kind: "phone", value: number, display: cleanLine(phone, 40), evidence: "claimed" });
  return found;
}

export function addressOf(email: string): string | null {
  const at = email.lastIndexOf("@");
  if (at < 1 || /\s/.test(email)) return null;
  const domain = domainToASCII(email.slice(at + 1));
  return domain === "" ? null : `${email.slice(0, at).toLowerCase()}@${domain}`;
}

/** Digits with the plus of the international form; a national number stays national, since we know no country. */
export function numberOf(phone: string): string | null {
  const digits = phone
    .replace(/\(0\)/, "")
    .replace(/[^\d+]/g, "")
    .replace(/^00/, "+")
    .replace(/(?!^)\+/g, "");
  return /^\+?\d{6,20}$/.test(digits) ? digits : null;
}

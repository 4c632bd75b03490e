import { Readable } from "node:stream";
import { domainToASCII } from "node:url";
import type { Incoming, IncomingIdentity, Json, RawItem } from "@/lib/channels/channel";
import type { FormConfig } from "./config";
import { fieldLimits } from "./field-limits";
import { readForm } from "./read";
import { readTyped, type Typed } from "./submission";

/**
 * Reads a stored submission again. One message, whose author has only claimed to be who they say. Throws for bytes
 * that we would not have accepted, so that they are parked where somebody sees them.
 */
export async function parse(raw: RawItem, config: FormConfig): Promise<Incoming[]> {
  const sent = await readForm(Readable.from([Buffer.from(raw.body)]), raw.contentType, "bytes");
  const typed = readTyped(sent);
  const identities = identitiesOf(typed);
  if (sent.broken || typed.message === "" || identities.length === 0)
    throw new Error("This is not a whole form");
  const { receivedAt, language } = raw.meta;
  return [
    {
      kind: "message",
      externalId: raw.externalId,
      inReplyTo: [],
      token: null,
      threadKey: null,
      author: {
        name: typed.name || null,
        identities,
        avatarUrl: null,
        profileUrl: null,
        facts: factsOf(typed),
      },
      public: false,
      sentAt: typeof receivedAt === "string" ? new Date(receivedAt) : null,
      subject: typed.subject || null,
      text: typed.message,
      quoteAt: null,
      html: null,
      language: typeof language === "string" ? language : null,
      files: config.files
        ? sent.files.map(({ name, contentType, bytes }) => ({ name, contentType, bytes, contentId: null }))
        : [],
      remoteFiles: [],
      parent: null,
      url: null,
      recipients: { to: [], cc: [] },
      orderNumber: typed.orderNumber || null,
      rating: null,
      authentication: null,
    },
  ];
}

/** What stands beside the conversation: an order number proves nothing about who somebody is, so it is no identity. */
function factsOf({ danger, orderNumber }: Typed): { [key: string]: Json } {
  return { ...(danger === "" ? {} : { danger }), ...(orderNumber === "" ? {} : { orderNumber }) };
}

function identitiesOf(typed: Typed): IncomingIdentity[] {
  const identities: IncomingIdentity[] = [];
  const email = addressOf(typed.email);
  if (email) identities.push({ kind: "email", value: email, display: typed.email, evidence: "claimed" });
  const phone = numberOf(typed.phone);
  if (phone) identities.push({ kind: "phone", value: phone, display: typed.phone, evidence: "claimed" });
  return identities;
}

function addressOf(email: string): string | null {
  const at = email.lastIndexOf("@");
  if (at < 1 || email.length > fieldLimits.email) return null;
  const domain = domainToASCII(email.slice(at + 1));
  return domain === "" ? null : `${email.slice(0, at).toLowerCase()}@${domain}`;
}

/** Digits with the plus of the international form; a national number stays national, since we know no country. */
function numberOf(phone: string): string | null {
  const digits = phone
    .replace(/\(0\)/, "")
    .replace(/[^\d+]/g, "")
    .replace(/^00/, "+")
    .replace(/(?!^)\+/g, "");
  return /^\+?\d{6,20}$/.test(digits) ? digits : null;
}

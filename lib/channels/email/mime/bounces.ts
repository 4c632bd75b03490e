import type { Incoming, IncomingFile } from "@/lib/channels/channel";
import { normalAddress } from "@/lib/channels/email/addresses";
import { messageIds } from "@/lib/channels/email/message-ids";
import { cleanLine } from "@/lib/text/clean";
import type { Mail } from "./read-mime";

type Bounce = Extract<Incoming, { kind: "bounce" }>;

const most = 50;

/**
 * What a mail says about the delivery of one of ours: delivery status notifications (RFC 3464), disposition
 * notifications (RFC 8098, only ever a receipt), and what qmail, Exim, Exchange and others write in their own
 * way. Null when it is none of these.
 */
export function readReport(mail: Mail): Incoming[] | null {
  const type = (mail.fields("content-type")[0] ?? "").toLowerCase();
  const filed = { kind: "filed" as const, subject: mail.subject, from: mail.from[0]?.address ?? null };
  if (type.includes("disposition-notification") || part(mail, "message/disposition-notification")) {
    return [{ ...filed, reason: "receipt" }];
  }
  const status = part(mail, "message/delivery-status") ?? part(mail, "message/global-delivery-status");
  if (status !== null) {
    const bounces = fromStatus(status, originalId(mail));
    return bounces.length > 0 ? bounces : [{ ...filed, reason: "receipt" }];
  }
  if (!isFromMailer(mail)) return null;
  const bounce = fromWords(mail);
  return bounce.of === null && bounce.recipient === null
    ? [{ ...filed, reason: "bounce_unknown" }]
    : [bounce];
}

function part(mail: Mail, contentType: string): string | null {
  const file = mail.files.find((one) => one.contentType === contentType);
  return file === undefined ? null : start(file);
}

function start(file: IncomingFile): string {
  return Buffer.from(file.bytes.subarray(0, 128 * 1024)).toString("utf8");
}

/**
 * One block per recipient, after a block about the message itself. "failed" is final even with a temporary code:
 * the queue has given up (RFC 3464, section 2.3.3).
 */
function fromStatus(status: string, of: string | null): Bounce[] {
  const bounces: Bounce[] = [];
  for (const block of status.replace(/\r/g, "").split(/\n[ \t]*\n/)) {
    const field = (name: string) =>
      new RegExp(`^${name}[ \\t]*:(.*(?:\\n[ \\t].*)*)`, "im")
        .exec(block)?.[1]
        ?.replace(/\s+/g, " ")
        .trim() ?? "";
    const action = field("Action").toLowerCase();
    if (action !== "failed" && action !== "delayed") continue;
    const code = field("Status");
    const recipient = addressIn(field("Final-Recipient")) ?? addressIn(field("Original-Recipient"));
    const reason = cleanLine(field("Diagnostic-Code").replace(/^[\w-]+\s*;\s*/, "") || code || action, 300);
    bounces.push({
      kind: "bounce",
      of,
      recipient,
      permanent: action === "failed",
      reason,
    });
    if (bounces.length === most) break;
  }
  return bounces;
}

/** Our Message-ID in what the report brings back of our mail, else in its own threading fields. */
function originalId(mail: Mail): string | null {
  const types = [
    "message/rfc822",
    "text/rfc822-headers",
    "message/global",
    "message/global-headers",
    "message/rfc822-headers",
  ];
  for (const file of mail.files) {
    if (!types.includes(file.contentType)) continue;
    const id = idIn(start(file));
    if (id !== null) return id;
  }
  return idIn(mail.text) ?? answeredId(mail);
}

function idIn(text: string): string | null {
  const match = /^[ \t>]*Message-ID[ \t]*:\s*(<[^<>\s]{1,2000}>)/im.exec(text);
  return messageIds(match?.[1])[0] ?? null;
}

function answeredId(mail: Mail): string | null {
  const references = messageIds(mail.fields("references")[0]);
  return messageIds(mail.fields("in-reply-to")[0])[0] ?? references.at(-1) ?? null;
}

const mailers = /^(?:mailer-?daemon|postmaster|mail-?daemon|mdaemon|microsoftexchange[0-9a-f]+)@/i;
const subjects =
  /^(?:undeliver(?:able|ed)|undelivered mail|mail delivery (?:failed|failure|subsystem)|delivery (?:status notification|failure|has failed)|failure notice|returned mail|message non (?:distribué|remis)|non remis|échec de (?:la )?(?:remise|distribution)|courrier non distribué|unzustellbar|nicht zustellbar|zustellung fehlgeschlagen|no se puede entregar|impossibile recapitare|onbestelbaar|warning: message|delivery delayed)/i;

function isFromMailer(mail: Mail): boolean {
  if (mail.fields("x-failed-recipients").length > 0 || mail.fields("x-ms-exchange-message-is-ndr").length > 0)
    return true;
  const isDaemon =
    mail.from.some((one) => mailers.test(one.address)) ||
    mail.from.some((one) => /mail delivery (?:sub)?system/i.test(one.name));
  const isNull = mail.fields("return-path").some((value) => value.replace(/\s/g, "") === "<>");
  return subjects.test(mail.subject ?? "") ? isDaemon || isNull : isDaemon && isNull;
}

function fromWords(mail: Mail): Bounce {
  const failed = addressIn(mail.fields("x-failed-recipients")[0] ?? "");
  const words = mail.text.slice(0, 20_000);
  const enhanced = /\b([245])\.\d{1,3}\.\d{1,3}\b/.exec(words);
  const plain = /\b([45])\d\d[ -]/.exec(words);
  const isDelay =
    /delay|warning: message|retard|verzögert/i.test(mail.subject ?? "") || (enhanced ?? plain)?.[1] === "4";
  const line = words.split("\n").find((one) => /\b[45]\.\d{1,3}\.\d{1,3}\b|\b[45]\d\d[ -]/.test(one));
  return {
    kind: "bounce",
    of: originalId(mail),
    recipient:
      failed ?? addressIn(/<([^<>\s@]+@[^<>\s@]+)>\s*:?\s*$/m.exec(words)?.[1] ?? "") ?? firstAddress(words),
    permanent: !isDelay,
    reason: cleanLine(line ?? mail.subject ?? "", 300),
  };
}

/** "rfc822; marie@customer.test" or a bare address. */
function addressIn(field: string): string | null {
  return normalAddress(
    field
      .replace(/^[\w-]+\s*;\s*/, "")
      .split(",")[0]
      ?.trim() ?? "",
  );
}

function firstAddress(words: string): string | null {
  return normalAddress(
    /[^\s<>@,;:()"]{1,64}@[^\s<>@,;:()"]{1,255}/.exec(words)?.[0].replace(/[.)]+$/, "") ?? "",
  );
}

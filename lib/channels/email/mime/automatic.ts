import type { FiledReason } from "@/lib/channels/channel";
import { normalAddress } from "@/lib/channels/email/addresses";
import type { Mail } from "./read-mime";

/** Our own mark on everything we send; its value is the channel's address, so that two Avants can write. */
export const loopField = "X-Avant-Loop";

/**
 * Why a mail is nobody's question, or null when a person speaks. `isAnswer` says that it quotes one of our
 * own ids: then no list header makes it a newsletter.
 */
export function automaticReason(mail: Mail, own: readonly string[], isAnswer: boolean): FiledReason | null {
  if (mail.fields(loopField.toLowerCase()).some((value) => own.includes(normalAddress(value) ?? "")))
    return "loop";
  if (isAutoReply(mail)) return "auto_reply";
  if (isFromUs(mail, own)) return "own";
  return !isAnswer && isList(mail, own) ? "list" : null;
}

/**
 * From one of our own addresses with nobody else to answer to. With a foreign Reply-To it is a customer whom a
 * contact form or a mailing group wrote for.
 */
function isFromUs(mail: Mail, own: readonly string[]): boolean {
  const isOurs = (address: string) => own.includes(normalAddress(address) ?? "");
  return mail.from.some((one) => isOurs(one.address)) && mail.replyTo.every((one) => isOurs(one.address));
}

/** Auto-Submitted (RFC 3834, section 5), what older programs write instead, and the subjects of the big ones. */
function isAutoReply(mail: Mail): boolean {
  const submitted = mail.fields("auto-submitted").map((value) => value.toLowerCase());
  if (submitted.some((value) => value.startsWith("auto-") && !isForm(mail, value))) return true;
  const present = [
    "x-autoreply",
    "x-autorespond",
    "x-autoreply-from",
    "x-auto-reply",
    "x-vacation",
    "x-mail-autoreply",
  ];
  if (present.some((name) => mail.fields(name).some((value) => !/^(?:no|false)?$/i.test(value)))) return true;
  if (mail.fields("precedence").some((value) => /^auto_?reply/i.test(value))) return true;
  if (mail.fields("x-ms-exchange-generated-message-source").some((value) => /rules agent/i.test(value)))
    return true;
  return outOfOffice.test(mail.subject ?? "");
}

/** "auto-generated" with another person to answer to: a contact form on somebody's site. */
function isForm(mail: Mail, submitted: string): boolean {
  const sender = mail.from.map((one) => normalAddress(one.address));
  return (
    submitted.startsWith("auto-generated") &&
    mail.replyTo.some((one) => !sender.includes(normalAddress(one.address)))
  );
}

/** Only what programs write at the very beginning; "out of office chair broken" is a customer. */
const outOfOffice =
  /^(?:automatic reply|auto-?reply|autoreply|out of office(?: auto-?reply)?|réponse automatique|absence du bureau|message d['’]absence|automatische antwort|abwesenheitsnotiz|abwesend|respuesta automática|risposta automatica|automatisch antwoord)\s?:/i;

/** A newsletter or a mailing list (RFC 2369, 2919). A group whose own address is ours brings customers' mail. */
function isList(mail: Mail, own: readonly string[]): boolean {
  const ids = mail.fields("list-id").map((value) => /<([^<>]+)>/.exec(value)?.[1] ?? value);
  const isOurGroup =
    ids.some((id) => own.includes(id.trim().toLowerCase().replace(".", "@"))) ||
    mail
      .fields("list-post")
      .some((value) => own.includes(normalAddress(/mailto:([^?>\s]+)/i.exec(value)?.[1] ?? "") ?? ""));
  if (isOurGroup) return false;
  if (ids.length > 0 || mail.fields("list-unsubscribe").length > 0 || mail.fields("list-post").length > 0)
    return true;
  return mail.fields("precedence").some((value) => /^(?:list|bulk|junk)\b/i.test(value));
}

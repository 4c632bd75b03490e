import type { Remark } from "@/lib/channels/channel";
import { normalAddress } from "@/lib/channels/email/addresses";
import { cleanLine } from "@/lib/text/clean";
import type { Mail } from "./read-mime";

const subjects = /^\s*(?:fwd?|tr|wg|rv|i|enc|doorst)\s?:/i;
// Never across lines: from each of a thousand empty ones the rest would be read again.
const separator =
  /^[^\S\n]*(?:[->*_]{2,20}[^\S\n]*)?(?:Forwarded message|Begin forwarded message|Message transféré|Message réexpédié|Début du message (?:transféré|réexpédié)|Weitergeleitete Nachricht|Anfang der weitergeleiteten (?:Nachricht|E-Mail)|Mensaje reenviado|Messaggio inoltrato|Inizio messaggio inoltrato|Doorgestuurd bericht)\b/im;
const author = /^(?:[>*]|[^\S\n])*(?:From|De|Von|Da|Van)\s?:(?:[*]|[^\S\n])*(.{3,300})$/im;

/**
 * Who wrote what somebody passes on, as far as the mail says: a suggestion for a person, never believed by itself.
 * Null when nothing was forwarded, or when it was the sender's own.
 */
export function forwardedFrom(
  mail: Mail,
  sender: { name: string; address: string } | null,
  own: readonly string[],
): Remark | null {
  const text = mail.text.slice(0, 100_000);
  const isForward = subjects.test((mail.subject ?? "").slice(0, 40));
  const mark = separator.exec(text);
  if (!isForward && mark === null) return null;
  const line = author.exec(mark === null ? text : text.slice(mark.index))?.[1] ?? attachedFrom(mail);
  if (line === null) return null;
  const address =
    /[^\s<>"'()[\]:;,*]{1,64}@[^\s<>"'()[\]:;,*]{1,255}/.exec(line)?.[0].replace(/[.]+$/, "") ?? "";
  const normal = normalAddress(address);
  if (normal === null || own.includes(normal) || normal === normalAddress(sender?.address ?? "")) return null;
  const name = cleanLine(
    line
      .replace(address, "")
      .replace(/mailto:/gi, "")
      .replace(/[<>[\]"*()]/g, " "),
    120,
  );
  return {
    code: "forwarded",
    params: { by: sender?.name || sender?.address || "", name: name || address, address },
  };
}

/** A mail that was attached whole (message/rfc822) says its author in its own header. */
function attachedFrom(mail: Mail): string | null {
  const file = mail.files.find((one) => one.contentType === "message/rfc822");
  if (file === undefined) return null;
  const head = Buffer.from(file.bytes.subarray(0, 16 * 1024)).toString("utf8");
  return /^From:[ \t]*(.{3,300})$/im.exec(head.split(/\r?\n\r?\n/)[0] ?? "")?.[1] ?? null;
}

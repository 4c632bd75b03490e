import PostalMime, { decodeWords, type Email } from "postal-mime";
import { headerField, split } from "@/lib/channels/email/raw-item";

export const limits = { maxNestingDepth: 60, maxHeadersSize: 1024 * 1024, forceRfc822Attachments: true };

/**
 * Takes a mail apart in the letters it was really written in, whatever it says. Three things people's programs do: they
 * say UTF-8, something unknown or nothing and write windows-1252 (the text comes out full of U+FFFD); they say
 * windows-1252 or nothing and write UTF-8 ("dÃ©jÃ "); they write ISO-2022-JP without a word.
 */
export async function withRealCharset(body: Uint8Array): Promise<Email> {
  const mail = await PostalMime.parse(body, limits);
  const source = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (saysNothingOfJapanese(source)) return relabelled(mail, source, "iso-2022-jp");
  if ([mail.text, mail.html, mail.subject].some(isBroken)) return relabelled(mail, source, "windows-1252");
  return {
    ...mail,
    text: utf8Of(mail.text),
    html: utf8Of(mail.html),
    subject: utf8Of(mail.subject),
    from: mail.from && { ...mail.from, name: utf8Of(mail.from.name) ?? "" },
  };
}

/** A text that has real UTF-8 in it besides is left as it is: one broken byte is not another charset. */
function isBroken(text: string | undefined): boolean {
  return text?.includes("\ufffd") === true && !/[\u0080-\ufffc]/.test(text);
}

/** Reads all parts again that say UTF-8, ASCII, nothing, or a name that nobody knows. */
async function relabelled(mail: Email, source: Buffer, charset: string): Promise<Email> {
  const text = source
    .toString("latin1")
    .replace(/charset\s*=\s*"?([\w.:-]{1,60})"?/gi, (whole, name: string) =>
      isMeant(name) ? whole : `charset=${charset}`,
    )
    .replace(/=\?utf-?8\?/gi, `=?${charset}?`)
    .replace(
      /^content-type:[ \t]*(text\/(?:plain|html))[ \t]*(?=\r?\n(?![ \t]))/gim,
      `Content-Type: $1; charset=${charset}`,
    );
  const { head } = split(source);
  const bare = /^content-type:/im.test(head)
    ? text
    : `Content-Type: text/plain; charset=${charset}\r\n${text}`;
  const again = await PostalMime.parse(Buffer.from(bare, "latin1"), limits);
  const isJapanese = charset === "iso-2022-jp";
  return {
    ...mail,
    text: isJapanese || isBroken(mail.text) ? again.text : mail.text,
    html: isJapanese || isBroken(mail.html) ? again.html : mail.html,
    subject: isBroken(mail.subject) ? rawSubject(head) : mail.subject,
  };
}

function isMeant(name: string): boolean {
  if (/^(?:utf-?8|us-ascii|ascii)$/i.test(name)) return false;
  try {
    return new TextDecoder(name).encoding !== "";
  } catch {
    return false;
  }
}

/** Eight-bit letters straight in the header: bytes as windows-1252, which cleanLine finishes. */
function rawSubject(head: string): string | undefined {
  const value = headerField(head, "subject");
  return value === undefined ? undefined : decodeWords(value.replace(/=\?utf-?8\?/gi, "=?windows-1252?"));
}

function saysNothingOfJapanese(source: Buffer): boolean {
  return (
    (source.includes("\u001b$B") || source.includes("\u001b$@")) &&
    !source
      .subarray(0, 256 * 1024)
      .toString("latin1")
      .toLowerCase()
      .includes("iso-2022")
  );
}

/** The letters of windows-1252 that lie outside Latin-1, as bytes (WHATWG Encoding, index windows-1252). */
const bytes1252 = new Map(
  [...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i))].map(
    (letter, i) => [letter, 0x80 + i],
  ),
);
for (const [i, letter] of [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].entries())
  bytes1252.set(letter, 0x80 + i);

/** "dÃ©jÃ " is "déjà": every letter outside ASCII belongs to a whole UTF-8 sequence. Otherwise as it came. */
function utf8Of(text: string | undefined): string | undefined {
  if (
    text === undefined ||
    !/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u02dc\u2013-\u203a\u20ac\u2122]/.test(text)
  )
    return text;
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (const letter of text) {
    const byte = letter <= "\u00ff" ? letter.charCodeAt(0) : bytes1252.get(letter);
    if (byte === undefined) return text;
    bytes[length++] = byte;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length));
  } catch {
    return text;
  }
}

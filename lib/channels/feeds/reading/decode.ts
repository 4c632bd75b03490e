/**
 * The text of a feed, whatever it says about its encoding. What is valid UTF-8 with letters beyond ASCII is UTF-8:
 * other encodings do not make such bytes by chance, and many a header lies. Then a byte order mark, the XML
 * declaration, the header, and windows-1252, which takes everything.
 */
export function decode(bytes: Uint8Array, contentType: string | null): string {
  const marked = byMark(bytes);
  if (marked !== null) return decodeAs(bytes, marked) ?? "";
  const head = Buffer.from(bytes.subarray(0, 400)).toString("latin1");
  const declared = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ?? null;
  const header = /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1] ?? null;
  // These are plain ASCII to the eye of a UTF-8 reader.
  for (const label of [declared, header]) {
    if (label !== null && /^(?:iso-2022|hz-)/i.test(label)) {
      const text = decodeAs(bytes, label);
      if (text !== null) return text;
    }
  }
  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return utf8;
  for (const label of [declared, header, "windows-1252"]) {
    // Neither can it be UTF-8, since it is not valid, nor UTF-16, since the declaration could be read.
    if (label === null || /^utf-?(?:8|16|32)/i.test(label)) continue;
    const text = decodeAs(bytes, label);
    if (text !== null) return text;
  }
  return new TextDecoder().decode(bytes);
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // "<?" or "{" without a mark (XML 1.0, appendix F).
  if ((a === 0x3c || a === 0x7b) && b === 0 && d === 0) return "utf-16le";
  if (a === 0 && (b === 0x3c || b === 0x7b) && c === 0) return "utf-16be";
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}

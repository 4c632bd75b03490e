/** What the bytes 0x80–0x9F mean in windows-1252 (WHATWG Encoding, index windows-1252); 0 where unassigned. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];

/**
 * Text that the database takes and a screen shows as written: U+0000, lone surrogates and control characters
 * are gone, line ends are "\n", and at most `max` UTF-16 units are left. The C1 controls become what
 * windows-1252 means by them, because nobody types C1 controls: some mail says iso-8859-1 and means
 * windows-1252, and TextDecoder of Node 20 reads windows-1252 as iso-8859-1.
 */
export function cleanText(text: string, max: number): string {
  const cut = text.length > max ? text.slice(0, max) : text;
  return cut
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(/[\u0080-\u009f]/g, fromWindows1252)
    .replace(/[^\P{Cc}\t\n]|[\ufeff\ufff9-\ufffb]/gu, "")
    .replace(/\p{Surrogate}/gu, "");
}

/** One line: as cleanText, with every run of white space made one space. For names, subjects and headers. */
export function cleanLine(text: string, max: number): string {
  return cleanText(text, Math.max(max * 4, 1000))
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, max)
    .replace(/\p{Surrogate}/gu, "")
    .trim();
}

/** Takes out the characters that turn the direction of the text around them (UAX #9, section 2). */
export function withoutDirections(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

/**
 * A name for a file that no system reads as a path, a device or a hidden file, and whose true extension is
 * seen: "invoice\u202Efdp.exe" is not shown as "invoiceexe.pdf".
 */
export function fileName(name: string, max = 120): string {
  const flat = withoutDirections(cleanLine(name, 1000))
    .replace(/[/\\:*?"<>|]+/g, "-")
    .replace(/^[.\s-]+|[.\s]+$/g, "");
  if (flat === "") return "file";
  const safe = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(flat) ? `_${flat}` : flat;
  if (safe.length <= max) return safe;
  const dot = safe.lastIndexOf(".");
  const extension = dot > 0 && safe.length - dot <= 12 ? safe.slice(dot) : "";
  return (
    safe
      .slice(0, max - extension.length)
      .replace(/\p{Surrogate}/gu, "")
      .trimEnd() + extension
  );
}

function fromWindows1252(character: string): string {
  const code = windows1252[character.charCodeAt(0) - 0x80] ?? 0;
  return code === 0 ? "" : String.fromCharCode(code);
}

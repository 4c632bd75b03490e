export type Encoding = "utf-8" | "windows-1252" | "utf-16le";

/** What a table looks like before anybody says what is in it. */
export type Look = { encoding: Encoding; delimiter: string; headings: string[] };

/** Looks through all bytes: whatever is no UTF-8 was written by an older office program. */
export async function encodingOf(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ encoding: Encoding; head: Uint8Array }> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const head: Uint8Array[] = [];
  let size = 0;
  let isUtf8 = true;
  for await (const chunk of bytes) {
    if (size < headBytes) head.push(chunk);
    size += chunk.byteLength;
    if (!isUtf8) {
      if (size >= headBytes) break;
      continue;
    }
    try {
      decoder.decode(chunk, { stream: true });
    } catch {
      isUtf8 = false;
    }
  }
  const first = Buffer.concat(head);
  if (first[0] === 0xff && first[1] === 0xfe) return { encoding: "utf-16le", head: first };
  return { encoding: isUtf8 ? "utf-8" : "windows-1252", head: first };
}

const headBytes = 64 * 1024;

/** Text of a file that arrives in pieces, without its byte order mark. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Whichever of comma, semicolon and tab the first line has most of outside of quotes. */
export function delimiterOf(head: string): string {
  const first = (head.split(/\r?\n/, 1)[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (sign: string) => first.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Names of the columns; one that stands there twice, or has no name, is told from the others. */
export function headingsOf(cells: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, place) => {
    const name = cell.trim().slice(0, 100) || `#${place + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** Compared without case, accents and signs: "N° de commande" is "n de commande". */
export function plain(heading: string): string {
  return heading
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9#]+/g, " ")
    .trim();
}

/** Which column is which field, by their names; the word that says most first, each column once. */
export function guessMapping(
  headings: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): { [field: string]: string } {
  const taken = new Set<string>();
  const mapping: { [field: string]: string } = {};
  for (const isWhole of [true, false])
    for (const [field, words] of Object.entries(known)) {
      if (mapping[field]) continue;
      const free = headings.filter((heading) => !taken.has(heading));
      const found = words
        .map((word) => free.find((heading) => fits(plain(heading), word, isWhole)))
        .find((heading) => heading !== undefined);
      if (!found) continue;
      mapping[field] = found;
      taken.add(found);
    }
  return mapping;
}

function fits(name: string, word: string, isWhole: boolean): boolean {
  return isWhole ? name === word : ` ${name} `.includes(` ${word} `);
}

const bits = 2048;

/**
 * The trigrams of a text (as pg_trgm makes them: of each word with two spaces before and one after) as a bit each, in a
 * row of 2048. Two rows compare in a microsecond however common their words are; an index of trigrams needed seconds
 * where many texts shared their words.
 */
export function printOf(stripped: string): { print: string; size: number } {
  const row = new Uint8Array(bits);
  for (const word of stripped.split(" ")) {
    if (word === "") continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) row[placeOf(padded, at)] = 1;
  }
  let size = 0;
  for (const bit of row) size += bit;
  return { print: row.join(""), size };
}

/** FNV-1a over three UTF-16 units. */
function placeOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + 3; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 0) ^ (hash >>> 15)) & (bits - 1);
}

/**
 * A text without the keys of our own questions: whoever answers such a mail quotes the link with which they may vote, and
 * a colleague who reads it must not be able to. As long as before: places in the text stay what they are.
 */
export function withoutKeys(text: string): string {
  return text.replace(/(?<=\/csat\/)[\w-]{16,}/g, (key) => "x".repeat(key.length));
}

/**
 * The same for a mail or an item as it came in, byte for byte otherwise. There the link may be broken over lines (quoted-printable,
 * RFC 2045, section 6.7: `=` at the end of a line), have its slashes written as `=2F`, `%2F` or `\/` (JSON), or lie in a
 * part that is base64, of which each is looked into.
 */
export function sourceWithoutKeys(source: Uint8Array): Uint8Array {
  // One character is one byte: whatever the mail's own encoding is, the rest goes out as it came in.
  const text = Buffer.from(source).toString("latin1");
  const plain = veiled(text);
  const whole = blocks(plain).map(inBase64).join("");
  return whole === text ? source : Buffer.from(whole, "latin1");
}

/** The text in pieces: lines of base64 that follow each other are one, all others stand alone. */
function blocks(text: string): string[] {
  const found: string[] = [];
  let block = "";
  for (const line of text.split(/(?<=\n)/)) {
    if (block === "" ? begins(line) : goesOn(line)) block += line;
    else {
      if (block !== "") found.push(block);
      block = begins(line) ? line : "";
      if (block === "") found.push(line);
    }
  }
  return block === "" ? found : [...found, block];
}

/** A search for what does not belong: asked for what does, a line of ten megabytes is more than the engine's stack holds. */
const foreign = /[^A-Za-z0-9+/=\r\n]/;

/** With room for a link. */
function begins(line: string): boolean {
  return line.length >= 20 && goesOn(line);
}

function goesOn(line: string): boolean {
  return line.trim() !== "" && !foreign.test(line);
}

function inBase64(block: string): string {
  if (!begins(block)) return block;
  const inside = Buffer.from(block, "base64").toString("latin1");
  const clean = veiled(inside);
  return clean === inside ? block : wrapped(Buffer.from(clean, "latin1").toString("base64"), block);
}

/** Of ours has 43, and each may stand on a line of its own. */
const longestKey = 130;
const soft = "(?:=\\r?\\n)?";
const slash = `(?:\\\\?/|=2F|%2F)${soft}`;
const letters = [..."csat"].map((letter) => `${letter}${soft}`).join("");
const link = new RegExp(
  `(${slash}${letters}${slash})((?:[\\w-]|${soft.slice(0, -1)}){16,${longestKey}})`,
  "gi",
);

function veiled(text: string): string {
  return text.replace(link, (_all, before: string, key: string) => before + key.replace(/[\w-]/g, "x"));
}

/** In lines as long as those of before. */
function wrapped(clean: string, block: string): string {
  const [first = ""] = block.split(/\r?\n/);
  const end = /\r\n/.test(block) ? "\r\n" : "\n";
  const lines = clean.match(new RegExp(`.{1,${first.length}}`, "g")) ?? [];
  return lines.join(end) + (/\n$/.test(block) ? end : "");
}

/** A word, a number or a sign; `isJoined` when nothing stands between it and the one before. */
export type Token = {
  kind: "word" | "number" | "sign";
  /** Small letters without accents. */
  text: string;
  start: number;
  end: number;
  isJoined: boolean;
};

/**
 * Words, numbers and signs with their places in the text. An apostrophe or hyphen between letters parts two words
 * ("après-midi" is "apres" and "midi"), so that people may leave it out.
 */
export function tokensOf(text: string): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  let end = -1;
  for (const match of folded.matchAll(/[a-z]+|\d+|[^\s\da-z]/g)) {
    const start = match.index;
    const found = match[0];
    if (isInsideWord(folded, start, found)) {
      end = start + 1;
      continue;
    }
    const kind = /\d/.test(found) ? "number" : /[a-z]/.test(found) ? "word" : "sign";
    tokens.push({ kind, text: found, start, end: start + found.length, isJoined: end === start });
    end = start + found.length;
  }
  return tokens;
}

function isInsideWord(text: string, at: number, sign: string): boolean {
  if (sign !== "'" && sign !== "-") return false;
  return /[a-z]/.test(text[at - 1] ?? "") && /[a-z]/.test(text[at + 1] ?? "");
}

/** One unit for each unit of the text, so that places stay what they are. */
function fold(text: string): string {
  let folded = "";
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit < "\u0080") folded += unit.toLowerCase();
    else if (unit === "\u2019" || unit === "\u02bc") folded += "'";
    else if (unit === "\u2010" || unit === "\u2011") folded += "-";
    else folded += unit.normalize("NFD")[0]?.toLowerCase()[0] ?? unit;
  }
  return folded;
}

/** A name as it is compared: small letters without accents, titles gone, its parts in the order they were written. */
export function nameParts(name: string): string[] {
  const folded = name
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/[æÆ]/g, "ae")
    .replace(/[œŒ]/g, "oe")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
  // "Dumontet, Claire" is Claire Dumontet.
  const comma = folded.indexOf(",");
  const ordered = comma > 0 ? `${folded.slice(comma + 1)} ${folded.slice(0, comma)}` : folded;
  return ordered.split(/[^\p{L}]+/u).filter((part) => part !== "" && !titles.has(part));
}

const titles = new Set("mr mrs ms miss mx dr prof mme mlle m monsieur madame maitre herr frau".split(" "));

/** How alike two words are, 0 to 1, a common beginning counting for more (Winkler 1990). */
export function likeness(a: string, b: string): number {
  const jaro = jaroOf(a, b);
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

function jaroOf(a: string, b: string): number {
  if (a === b) return a === "" ? 0 : 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matched: string[] = [];
  for (let i = 0; i < a.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(b.length, i + reach + 1); j++) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      matched.push(a[i]!);
      break;
    }
  }
  if (matched.length === 0) return 0;
  const others = [...b].filter((_, j) => taken[j]);
  const swapped = matched.filter((letter, index) => letter !== others[index]).length / 2;
  const m = matched.length;
  return (m / a.length + m / b.length + (m - swapped) / m) / 3;
}

/**
 * Could one person have written both names? A part may be missing, shortened to its initial, misspelt or in another
 * place; a whole first name against another whole first name is somebody else.
 */
export function couldBeOne(one: string, other: string): boolean {
  const a = nameParts(one);
  const b = nameParts(other);
  if (a.length === 0 || b.length === 0) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return shorter.every((part) => longer.some((candidate) => isSamePart(part, candidate)));
}

/** A first and a last name, neither an initial. */
export function isWholeName(name: string): boolean {
  const parts = nameParts(name);
  return parts.length >= 2 && parts.every((part) => part.length > 1);
}

function isSamePart(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  return likeness(a, b) >= 0.85 || isOneSlip(a, b);
}

/** One letter more, one less, or two neighbours swapped: a slip of the finger, also in a short name. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  if (a.length === b.length) {
    return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  }
  return restA.slice(1) === restB || restB.slice(1) === restA;
}

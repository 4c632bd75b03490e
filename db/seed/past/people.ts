import type { Dice } from "./dice";
import type { Life, PastPerson } from "./life";
import { firstNames, lastNames } from "./words";

/** Everybody who has written so far, as far as they may write again, and how many there have been. */
export type Crowd = { known: PastPerson[]; made: number };

/** Of these the latest may write again. */
const mostKnown = 20_000;

/** Who asked: three of ten have written before by the same way, the others are new. */
export function peopleOf(
  dice: Dice,
  lives: readonly Life[],
  crowd: Crowd,
): { fresh: PastPerson[]; of: PastPerson[] } {
  const fresh: PastPerson[] = [];
  const of = lives.map((life) => {
    const before = dice.next() < 0.45 ? crowd.known[Math.floor(dice.next() * crowd.known.length)] : undefined;
    if (before?.kind === life.channel.identity && before.language === life.language) return before;
    const person = newcomer(dice, life, crowd.made++);
    fresh.push(person);
    crowd.known.push(person);
    return person;
  });
  if (crowd.known.length > mostKnown) crowd.known.splice(0, crowd.known.length - mostKnown);
  return { fresh, of };
}

function newcomer(dice: Dice, life: Life, n: number): PastPerson {
  // Every first name with every last name, before any pair comes again.
  const first = firstNames[n % firstNames.length]!;
  const last = lastNames[(n + Math.floor(n / firstNames.length) * 7) % lastNames.length]!;
  const slug = `${first}.${last}.${n}`
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
  const kind = life.channel.identity;
  return {
    id: dice.id(life.start - 1000),
    name: `${first} ${last}`,
    kind,
    language: life.language,
    since: life.start,
    ...addressOf(kind, slug, n),
  };
}

function addressOf(kind: PastPerson["kind"], slug: string, n: number): { value: string; display: string } {
  switch (kind) {
    case "email":
      return { value: `${slug}@courriel.example`, display: `${slug}@courriel.example` };
    case "phone": {
      const digits = String(10_000_000 + (n % 89_999_999));
      return { value: `+339${digits}`, display: `+33 9 ${digits}` };
    }
    case "mastodon":
      return {
        value: `${slug.replaceAll(".", "")}@fourneau.example`,
        display: `@${slug.replaceAll(".", "")}@fourneau.example`,
      };
    default:
      return { value: slug.replaceAll(".", ""), display: `@${slug.replaceAll(".", "")}` };
  }
}

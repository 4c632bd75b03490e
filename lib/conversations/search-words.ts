import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { TextTerm } from "@/lib/filter/types";

/** What to look for, ready for the indexes. */
export type Sought = {
  /** A tsquery as text: every word, each with the words it may stand for. Null where all terms are turned round. */
  query: string | null;
  /** What must not be said in the conversation. */
  without: string | null;
  /** In about how many messages the rarest of the words stands. */
  seen: number;
  /** People whose name or whose address, of any time, is what was typed. */
  customerIds: string[];
  /** The words as typed, for the addresses. */
  words: string[];
};

type Look = { lexeme: string; folded: string; begin: Word[]; alike: Word[] };
type Word = { word: string; seen: number };

/**
 * From typed words to the whole words that were ever said. The beginning of a word is asked of the list of words, not
 * of the messages: `bon:*` would read the messages of every word that begins so (600 ms at 3 million). A word that
 * nobody ever wrote stands for those that are one or two letters away.
 */
export async function seek(terms: readonly TextTerm[], on: Tx | typeof db = db): Promise<Sought> {
  const looks = await lookUp(
    terms.map((term) => term.words),
    on,
  );
  const wanted: string[] = [];
  const unwanted: string[] = [];
  const counts: number[] = [];
  terms.forEach((term, at) => {
    const look = looks[at];
    if (!look || look.lexeme === "") return;
    const words = term.exact || /\s/.test(term.words) ? [] : standFor(look);
    const query = [look.lexeme, ...words.map(({ word }) => `'${word.replaceAll("'", "''")}'`)];
    (term.not ? unwanted : wanted).push(`(${[...new Set(query)].join(" | ")})`);
    if (!term.not && !term.exact) counts.push(words.reduce((sum, { seen }) => sum + seen, 0));
  });
  const words = terms.filter((term) => !term.not).map((term) => term.words);
  return {
    query: wanted.length > 0 ? wanted.join(" & ") : null,
    without: unwanted.length > 0 ? unwanted.join(" | ") : null,
    seen: counts.length > 0 ? Math.min(...counts) : 0,
    customerIds: words.length === 0 ? [] : await peopleOf(words, on),
    words,
  };
}

/** Every record of people by a name or address of theirs; where nobody is called so, those of whose name one or two letters differ. */
async function peopleOf(words: string[], on: Tx | typeof db): Promise<string[]> {
  const found = await on.execute<{ ids: string[]; isAlike: boolean; name: string[]; asked: string[] }>(sql`
    select array(select records_of(p.customer_id))::text[] as ids, p.is_alike as "isAlike",
      (select regexp_split_to_array(search_fold(k.name), '[\\s.''-]+') from customers k where k.id = p.customer_id) as name,
      (select array_agg(search_fold(w)) from unnest(${sql.param(words)}::text[]) w) as asked
    from search_customers(${sql.param(words)}::text[], 500) p`);
  const hits = found.rows.flatMap(({ ids, isAlike, name, asked }) => {
    const isNear = asked.every((word) =>
      name.some((part) => part.startsWith(word) || steps(word, part) <= mostSteps(word)),
    );
    return isAlike && !isNear ? [] : ids;
  });
  return [...new Set(hits)];
}

function mostSteps(word: string): number {
  return word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
}

async function lookUp(words: string[], on: Tx | typeof db): Promise<Look[]> {
  if (words.length === 0) return [];
  const found = await on.execute<Look>(sql`
    select phraseto_tsquery('public.avant', normalize(translate(asked.said, '/_', '  '), NFC))::text as lexeme, folded,
      (select coalesce(json_agg(b), '[]') from (
        select w.word, w.seen from search_words w
        where length(folded) >= 3 and w.word ~>=~ folded and w.word ~<~ (folded || chr(1114111))
        order by w.seen desc limit 12) b) as begin,
      (select coalesce(json_agg(a), '[]') from (
        select w.word, w.seen from search_words w
        where length(folded) >= 4 and w.word % folded
          and length(w.word) between length(folded) - 2 and length(folded) + 2
        order by similarity(w.word, folded) desc, w.seen desc limit 40) a) as alike
    from (select said, place, search_fold(said) as folded
          from unnest(${sql.param(words)}::text[]) with ordinality u(said, place)) asked order by place`);
  return found.rows;
}

/** The words that begin so; where there are none, those that are nearly so. */
function standFor({ folded, begin, alike }: Look): Word[] {
  if (begin.length > 0) return begin;
  const far = mostSteps(folded);
  return alike
    .map((word) => ({ ...word, steps: steps(folded, word.word) }))
    .filter((word) => word.steps <= far)
    .sort((a, b) => a.steps - b.steps || b.seen - a.seen)
    .slice(0, 5);
}

/** How many letters must be changed, added, left out or swapped with their neighbour. */
export function steps(from: string, to: string): number {
  const rows = Array.from({ length: from.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= to.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  }
  return rows[from.length]![to.length]!;
}

import type { Reach } from "./position";

export type Page<T> = { values: T[]; cursor: string | null };

/** Pages in one look from the top, and as many of the gaps; the rest is left to the next ones. */
const maxPages = 10;
// Two items may appear in the other order than their moments.
const settledMs = 120_000;

/**
 * Reads a list that comes with the newest first, from its top down to what was seen before, and goes on with the gaps
 * that earlier looks left open. Whole pages are handed over: what appears late with an early date is still among them.
 */
export async function walk<T>(
  read: (cursor: string | null) => Promise<Page<T>>,
  momentOf: (value: T) => string,
  from: { reach: Reach; since: string },
): Promise<{ found: T[]; reach: Reach }> {
  const floor = from.reach.seen ?? from.since;
  const top = await down(read, momentOf, { cursor: null, floor });
  const seen = top.found.map(momentOf).reduce(later, floor);
  // What is as fresh as `settledMs` is read again, and may end at the page where an earlier look did.
  const isKnown = from.reach.gaps.some((gap) => gap.cursor === top.rest);
  const gaps = top.rest === null || isKnown ? [] : [{ cursor: top.rest, floor }];
  const found = top.found;
  // Not what the top left over: after an outage it takes all its pages again and again for two minutes.
  let looks = maxPages;
  for (const gap of from.reach.gaps) {
    if (looks <= 0) {
      gaps.push(gap);
      continue;
    }
    const more = await down(read, momentOf, gap, looks);
    looks -= more.pages;
    found.push(...more.found);
    if (more.rest !== null) gaps.push({ cursor: more.rest, floor: gap.floor });
  }
  return { found: found.filter((value) => momentOf(value) >= from.since), reach: { seen, gaps } };
}

async function down<T>(
  read: (cursor: string | null) => Promise<Page<T>>,
  momentOf: (value: T) => string,
  part: { cursor: string | null; floor: string },
  looks = maxPages,
): Promise<{ found: T[]; rest: string | null; pages: number }> {
  const edge = new Date(Date.parse(part.floor) - settledMs).toISOString();
  const found: T[] = [];
  let { cursor } = part;
  for (let pages = 1; ; pages++) {
    const page = await read(cursor);
    found.push(...page.values);
    const isEnd = page.cursor === null || page.cursor === cursor;
    if (isEnd || page.values.some((value) => momentOf(value) <= edge)) return { found, rest: null, pages };
    cursor = page.cursor;
    if (pages >= looks) return { found, rest: cursor, pages };
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import type { Cue, Family } from "./cue";
import { english } from "./en";
import { exampleOf } from "./example";
import { french } from "./fr";

/** A phrase of the organisation. */
export type PhraseView = {
  id: string;
  language: Language;
  family: Cue["family"];
  pattern: string;
  reason: string;
  weight: number;
  createdBy: string | null;
  createdAt: Iso;
};

/** A phrase that ships. `offId`: the line that switches it off, null while it is on. */
export type ShippedPhrase = {
  pattern: string;
  /** Words in which it would be found, for somebody who reads. */
  example: string;
  family: Cue["family"];
  reason: string;
  weight: number;
  offId: string | null;
};

/** The organisation's own phrases, the newest first. */
export async function listPhrases(
  actor: Actor,
  input: { language: Language },
): Promise<{ items: PhraseView[] }> {
  authorize(actor, "cue.edit");
  const found = await db.execute<PhraseView>(sql`
    select p.id, p.language, p.family, p.pattern, p.reason, p.weight::float8 as weight, a.name as "createdBy",
      p.created_at as "createdAt"
    from cue_phrases p left join agents a on a.id = p.created_by
    where p.language = ${input.language} and p.deleted_at is null and not p.is_off order by p.id desc`);
  return { items: found.rows.map((row) => ({ ...row, createdAt: isoText(row.createdAt) })) };
}

const shownAtMost = 100;
/** Of each kind, where no kind was asked for: somebody sees all kinds before the hundredth of the first. */
const shownOfEach = 12;

/** What is heard first and weighs most comes first; what only sounds like it, last. */
const order = [
  "safety",
  "threat",
  "complaint",
  "repeat",
  "urgent",
  "anger",
  "question",
  "thanks",
  "none",
] as const;

/**
 * What ships for a language by kind, and which of it is switched off; searched by any part of a phrase or its example.
 * `groups` says how many there are of each kind that was found.
 */
export async function listShippedPhrases(
  actor: Actor,
  input: { language: Language; family: Family | "none" | null; search: string; isOff: boolean | null },
): Promise<{
  items: ShippedPhrase[];
  count: number;
  groups: Array<{ family: Cue["family"]; count: number }>;
}> {
  authorize(actor, "cue.edit");
  const off = await db.execute<{ id: string; pattern: string }>(sql`
    select id, lower(pattern) as pattern from cue_phrases where language = ${input.language} and deleted_at is null and is_off`);
  const offIds = new Map(off.rows.map(({ id, pattern }) => [pattern, id]));
  const sought = plain(input.search.trim());
  const examples = examplesIn(input.language);
  const all = (input.language === "en" ? english : french).cues
    .map((cue) => ({ ...cue, example: examples.get(cue.pattern) ?? cue.pattern }))
    .filter(({ family, pattern, example }) => {
      if (input.family !== null && family !== input.family) return false;
      if (input.isOff !== null && offIds.has(pattern.toLowerCase()) !== input.isOff) return false;
      return plain(pattern).includes(sought) || plain(example).includes(sought);
    })
    .map((cue) => ({ ...cue, offId: offIds.get(cue.pattern.toLowerCase()) ?? null }));
  const kinds = order.flatMap((family) => {
    const found = all.filter((cue) => cue.family === family).sort((a, b) => b.weight - a.weight);
    return found.length === 0 ? [] : [{ family, found }];
  });
  const most = kinds.length > 1 ? shownOfEach : shownAtMost;
  return {
    items: kinds.flatMap(({ found }) => found.slice(0, most)),
    count: all.length,
    groups: kinds.map(({ family, found }) => ({ family, count: found.length })),
  };
}

const examplesOf = new Map<Language, Map<string, string>>();

function examplesIn(language: Language): Map<string, string> {
  const kept = examplesOf.get(language);
  if (kept) return kept;
  const { cues } = language === "en" ? english : french;
  const made = new Map(cues.map(({ pattern }) => [pattern, exampleOf(pattern, language)]));
  examplesOf.set(language, made);
  return made;
}

function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

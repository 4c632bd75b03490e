import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type Language, languages } from "@/db/enums";
import { cueBook } from "./book";
import type { OwnCue } from "./compile";
import type { Cue } from "./cue";
import { english } from "./en";
import type { CueBook } from "./find";
import { french } from "./fr";

/** What the organisation changed, in one language. */
export type OwnCues = { readonly [L in Language]: readonly OwnCue[] };

/** Shipped versions weigh more than any number of the organisation's own changes, so an edition only ever grows. */
const shippedStep = 100_000;
const shippedEdition = (english.version + french.version) * shippedStep;

/** The number of the cue book in force: marks that bear another one were made with other phrases. */
export async function currentEdition(on: Tx | Db): Promise<number> {
  const found = await on.execute<{ own: number }>(
    sql`select coalesce(max(edition), 0)::int as own from cue_phrases`,
  );
  return shippedEdition + (found.rows[0]?.own ?? 0);
}

let ready: { edition: number; book: CueBook } | undefined;

/** The cue book of an edition, with the organisation's own phrases. Compiled once for each edition in a process. */
export async function bookOf(on: Tx | Db, edition: number): Promise<CueBook> {
  if (ready?.edition === edition) return ready.book;
  const book = cueBook(await loadOwnCues(on));
  ready = { edition, book };
  return book;
}

/** The organisation's own lines as compileCues wants them. */
export async function loadOwnCues(on: Tx | Db): Promise<OwnCues> {
  const found = await on.execute<{
    language: Language;
    family: Cue["family"];
    pattern: string;
    reason: string;
    weight: number;
    isOff: boolean;
  }>(sql`
    select language, family, pattern, reason, weight::float8 as weight, is_off as "isOff" from cue_phrases
    where deleted_at is null order by id`);
  const own: { [L in Language]: OwnCue[] } = { en: [], fr: [] };
  for (const { language, isOff, ...cue } of found.rows) {
    if (languages.includes(language)) own[language].push({ ...cue, state: isOff ? "off" : "on" });
  }
  return own;
}

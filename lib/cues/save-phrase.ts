import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Language } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import type { Cue } from "./cue";
import { english } from "./en";
import { french } from "./fr";
import { mostOwnCues } from "./parse";
import { type PhraseInput, readPhrase } from "./phrase";

/**
 * A phrase of the organisation. The edition grows, so every mark made from now on knows it, and those of open
 * conversations are made anew in the background (lib/cues/rejudge.ts).
 */
export async function addPhrase(actor: Actor, input: PhraseInput): Promise<{ id: string }> {
  authorize(actor, "cue.edit");
  const id = newId();
  const cue = readPhrase(input);
  await transact(async (tx) => {
    const edition = await nextEdition(tx);
    await hasRoom(tx, input.language);
    await insertPhrase(tx, actor, { id, language: input.language, cue, isOff: false, edition });
    await tell(tx, actor, { id, language: input.language, family: cue.family, what: "added" });
  });
  return { id };
}

export async function changePhrase(actor: Actor, input: PhraseInput & { phraseId: string }): Promise<void> {
  authorize(actor, "cue.edit");
  const cue = readPhrase(input);
  await transact(async (tx) => {
    const edition = await nextEdition(tx);
    await freeOf(tx, input.language, cue, input.phraseId);
    const done = await tx.execute(sql`
      update cue_phrases set family = ${cue.family}, pattern = ${cue.pattern}, reason = ${cue.reason}, weight = ${cue.weight},
        edition = ${edition}
      where id = ${input.phraseId} and language = ${input.language} and deleted_at is null and not is_off returning id`);
    if (done.rows.length === 0) fail("not_found", "not_found");
    await tell(tx, actor, {
      id: input.phraseId,
      language: input.language,
      family: cue.family,
      what: "changed",
    });
  });
}

/** Takes a phrase of the organisation away, or switches one of ours on again. */
export async function deletePhrase(actor: Actor, input: { phraseId: string }): Promise<void> {
  authorize(actor, "cue.edit");
  await transact(async (tx) => {
    const edition = await nextEdition(tx);
    const gone = await tx.execute<{ language: Language; family: string; isOff: boolean }>(sql`
      update cue_phrases set deleted_at = now(), edition = ${edition} where id = ${input.phraseId} and deleted_at is null
      returning language, family, is_off as "isOff"`);
    const { isOff, ...row } = gone.rows[0] ?? fail("not_found", "not_found");
    await tell(tx, actor, { id: input.phraseId, ...row, what: isOff ? "switched_on" : "deleted" });
  });
}

/** Switches one of the shipped phrases off. Deleting the line that this makes switches it on again. */
export async function switchPhraseOff(
  actor: Actor,
  input: { language: Language; pattern: string },
): Promise<{ id: string }> {
  authorize(actor, "cue.edit");
  const file = input.language === "en" ? english : french;
  const shipped =
    file.cues.find(({ pattern }) => pattern === input.pattern) ?? fail("not_found", "not_found");
  const id = newId();
  await transact(async (tx) => {
    const edition = await nextEdition(tx);
    await hasRoom(tx, input.language);
    await insertPhrase(tx, actor, { id, language: input.language, cue: shipped, isOff: true, edition });
    await tell(tx, actor, { id, language: input.language, family: shipped.family, what: "switched_off" });
  });
  return { id };
}

/** Editions grow one after the other: whoever changes a phrase holds this lock until it is committed. */
async function nextEdition(tx: Tx): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('cue_phrases'))`);
  const found = await tx.execute<{ next: number }>(
    sql`select coalesce(max(edition), 0)::int + 1 as next from cue_phrases`,
  );
  return found.rows[0]!.next;
}

async function hasRoom(tx: Tx, language: Language): Promise<void> {
  const found = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from cue_phrases where language = ${language} and deleted_at is null`,
  );
  if ((found.rows[0]?.count ?? 0) >= mostOwnCues) fail("invalid", "cue.too_many");
}

/** One pattern stands once in a language: two lines of it would take each other's place. */
async function freeOf(tx: Tx, language: Language, cue: Cue, exceptId: string | null): Promise<void> {
  const same = await tx.execute(sql`
    select 1 from cue_phrases where language = ${language} and lower(pattern) = lower(${cue.pattern})
      and deleted_at is null and id is distinct from ${exceptId}::uuid`);
  if (same.rows.length > 0) fail("conflict", "cue.pattern_twice");
}

async function insertPhrase(
  tx: Tx,
  actor: Actor,
  row: { id: string; language: Language; cue: Cue; isOff: boolean; edition: number },
): Promise<void> {
  await freeOf(tx, row.language, row.cue, null);
  await tx.execute(sql`
    insert into cue_phrases (id, language, family, reason, pattern, weight, is_off, edition, created_by)
    values (${row.id}, ${row.language}, ${row.cue.family}, ${row.cue.reason}, ${row.cue.pattern}, ${row.cue.weight}, ${row.isOff},
      ${row.edition}, ${actor.id})`);
}

async function tell(
  tx: Tx,
  actor: Actor,
  after: { id: string; language: string; family: string; what: string },
): Promise<void> {
  const { id, ...rest } = after;
  await recordEvent(tx, {
    type: "cue.changed",
    actor: actorOf(actor),
    after: { phraseId: id, ...rest },
    occurredAt: new Date(),
  });
}

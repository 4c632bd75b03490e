import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { erasures } from "@/db/schema/privacy";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { remove } from "@/lib/files";
import { newId } from "@/lib/id";
import { wake } from "@/lib/live/wake";
import { log, withoutData } from "@/lib/log";
import { sentence } from "@/lib/sentences";
import { rememberSignals } from "@/lib/signals/erased";
import { cleanLine } from "@/lib/text/clean";
import { filesOf, rowsNaming } from "./files-of";
import { forgetWords, wordsOf } from "./forget-words";
import { patiently } from "./patiently";
import { noted, type Place, places } from "./places";
import { holdsOf } from "./preview-erasure";
import { names, type Scope, scopeOf } from "./scope";

export type Erased = { counts: { [what: string]: number }; files: number };

/**
 * Takes everything of a person away: words, names, addresses, files, what came in raw, and what was concluded from it.
 * Their conversations stay as empty stubs with their times, so that figures stay true. There is no undo.
 * `confirmed` is the person's name as it stands, typed; `despiteHold` says that a legal matter was seen and weighed.
 */
export async function eraseCustomer(
  actor: Actor,
  input: { customerId: string; confirmed: string; despiteHold: boolean },
): Promise<Erased> {
  authorize(actor, "customer.erase");
  const { result, files } = await patiently((tx) => eraseWithin(tx, actor, input));
  for (const bell of ["events", "ranks", "inbound", "customers"] as const) wake(bell);
  // The rows are gone for good. A file that could not be removed now points nowhere, and the sweep takes it.
  for (const key of files)
    await remove(key).catch((error) =>
      log.warn({ error: withoutData(error) }, "an erased file will be swept later"),
    );
  return result;
}

async function eraseWithin(
  tx: Tx,
  actor: Actor,
  input: { customerId: string; confirmed: string; despiteHold: boolean },
): Promise<{ result: Erased; files: string[] }> {
  const known = await scopeOf(tx, actor, input.customerId);
  // Nobody merges, receives or answers meanwhile: whoever wants to waits, and finds it empty.
  await tx.execute(
    sql`select 1 from customers where id = any(${uuids(known.records)}) order by id for update`,
  );
  await tx.execute(
    sql`select 1 from conversations where customer_id = any(${uuids(known.records)}) order by id for update`,
  );
  const scope = await scopeOf(tx, actor, input.customerId);
  // Somebody was made the same person while we waited: nobody has said that they shall go too.
  if (scope.records.length !== known.records.length) fail("conflict", "privacy.something_under_way");
  await refuseWhenNotNow(tx, scope, input);
  const words = await wordsOf(tx, scope);
  const files = await filesOf(tx, scope);
  const named = await rowsNaming(tx, scope);
  await rememberSignals(tx, scope.records);
  const counts: Erased["counts"] = {};
  for (const conversationId of scope.conversations) await settle(tx, actor, conversationId);
  for (const place of places) counts[place.table] = await erasePlace(tx, place, scope);
  await eraseNamed(tx, named);
  for (const { table, column } of noted) await takeOutOf(tx, table, column, scope);
  await forgetWords(tx, words);
  await nameAfresh(tx, scope);
  const kept = await stillUsed(tx, files);
  const gone = files.filter((key) => !kept.has(key));
  const filled = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  await tx.insert(erasures).values({
    id: newId(),
    brandId: scope.brandId,
    customerId: scope.personId,
    by: actor.id,
    counts: filled,
    files: gone.length,
  });
  await recordEvent(tx, {
    type: "customer.erased",
    actor: actorOf(actor),
    customerId: scope.personId,
    brandId: scope.brandId,
    after: { records: scope.records.length, files: gone.length },
    occurredAt: new Date(),
  });
  return { result: { counts: filled, files: gone.length }, files: gone };
}

async function refuseWhenNotNow(
  tx: Tx,
  scope: Scope,
  input: { confirmed: string; despiteHold: boolean },
): Promise<void> {
  if (cleanLine(input.confirmed, 300).toLowerCase() !== cleanLine(scope.name, 300).toLowerCase())
    fail("invalid", "privacy.not_confirmed");
  if (!input.despiteHold && (await holdsOf(tx, scope)).length > 0) fail("conflict", "privacy.on_hold");
  const under = await tx.execute(sql`
    select 1 from deliveries where state = 'sending' and conversation_id = any(${uuids(scope.conversations)})
    union all select 1 from inbound where state = 'reading' and conversation_id = any(${uuids(scope.conversations)})
    union all select 1 from imports where state in ('running', 'undoing') and brand_id = ${scope.brandId} limit 1`);
  if (under.rows.length > 0) fail("conflict", "privacy.something_under_way");
}

/** Nothing of theirs waits any longer, and every screen that shows it looks again. */
async function settle(tx: Tx, actor: Actor, conversationId: string): Promise<void> {
  const open = await tx.execute<{ isStub: boolean }>(
    sql`select merged_into_id is not null as "isStub" from conversations where id = ${conversationId} and status not in ('resolved', 'spam')`,
  );
  const row = open.rows[0];
  if (!row) return;
  await changeConversation(
    tx,
    { kind: "system", name: "operator" },
    {
      id: conversationId,
      type: "conversation.resolved",
      ...(row.isStub ? { at: "stub" as const } : {}),
      set: sql`status = 'resolved', resolved_at = now(), waiting_since = null, due_at = null, due_kind = null,
        snoozed_until = null, approval_since = null, approver_id = null, unanswered_count = 0`,
      more: { erasedBy: actor.id },
    },
  );
}

async function erasePlace(tx: Tx, place: Place, scope: Scope): Promise<number> {
  const table = sql.identifier(place.table);
  const rows = place.of(scope);
  const done =
    place.erase === "rows"
      ? await tx.execute(sql`delete from ${table} t where ${rows}`)
      : await tx.execute(
          sql`update ${table} t set ${sql.join(
            Object.entries(place.erase).map(([column, value]) => sql`${sql.identifier(column)} = ${value}`),
            sql`, `,
          )} where ${rows}`,
        );
  return done.rowCount ?? 0;
}

/** Raw items too large for their row, and files of imports that nobody has started: found by reading them. */
async function eraseNamed(tx: Tx, named: { inbound: string[]; imports: string[] }): Promise<void> {
  await tx.execute(sql`
    update inbound set external_id = '', meta = '{}', content_type = '', body = ''::bytea, body_key = null,
      failure_detail = null, filed_subject = null, filed_from = null, state = 'done' where id = any(${uuids(named.inbound)})`);
  await tx.execute(sql`delete from imports where id = any(${uuids(named.imports)})`);
}

async function takeOutOf(tx: Tx, table: string, column: string, scope: Scope): Promise<void> {
  const place = sql.identifier(column);
  for (const needle of scope.needles)
    await tx.execute(sql`
      update ${sql.identifier(table)} t set ${place} = regexp_replace(t.${place}::text,
        regexp_replace(${needle}::text, '([\\\\^$.|?*+()\\[\\]{}-])', '\\\\\\1', 'g'), 'erased', 'gi')${
          column === "query" || column === "text" || column === "failure" ? sql`` : sql`::jsonb`
        }
      where ${names(sql`t.${place}::text`, { ...scope, needles: [needle] })}`);
}

/** Nobody any longer, and yet to be told from others in a list. */
async function nameAfresh(tx: Tx, scope: Scope): Promise<void> {
  const house = await tx.execute<{ language: "en" | "fr" }>(sql`select language from organisation`);
  const name = sentence(house.rows[0]?.language ?? "en", "privacy.erasedName") ?? "Erased";
  await tx.execute(sql`
    update customers set name = ${name} || ' ' || right(id::text, 4) where id = any(${uuids(scope.records)})`);
}

/** A picture that came with a saved reply is the house's, and lies there once for all. */
async function stillUsed(tx: Tx, keys: string[]): Promise<Set<string>> {
  const list = sql`array(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`;
  const found = await tx.execute<{ key: string }>(sql`
    select storage_key as key from attachments where storage_key = any(${list})
    union select storage_key from saved_reply_files where storage_key = any(${list})
    union select storage_key from imports where storage_key = any(${list})
    union select body_key from inbound where body_key = any(${list})`);
  return new Set(found.rows.map(({ key }) => key));
}

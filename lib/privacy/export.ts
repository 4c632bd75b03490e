import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Language } from "@/db/enums";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import { bodyOf } from "@/lib/channels/accept";
import type { Json } from "@/lib/channels/channel";
import { actorOf, recordEvent } from "@/lib/events";
import { open } from "@/lib/files";
import { sourceWithoutKeys } from "@/lib/satisfaction/veil";
import { sentence } from "@/lib/sentences";
import { fileName } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { type Place, places } from "./places";
import { htmlFoot, htmlHead, htmlSection } from "./readable";
import { type Scope, scopeOf } from "./scope";
import { type Entry, zip } from "./zip";

export type Row = { [column: string]: Json };

/** Rows that are read at once. */
const pageSize = 200;

/**
 * Everything held on a person as one archive: data.json for programs, a page to read, and the files. Restricted
 * conversations are in it, since the person's right knows no teams. Words of third parties in side threads are in it, as
 * they are about the person; who those third parties are is not.
 */
export async function exportCustomer(
  actor: Actor,
  input: { customerId: string; language: Language },
): Promise<{ name: string; stream: AsyncGenerator<Uint8Array> }> {
  authorize(actor, "privacy.handle");
  const scope = await transact(async (tx) => {
    const found = await scopeOf(tx, actor, input.customerId);
    await recordEvent(tx, {
      type: "customer.exported",
      actor: actorOf(actor),
      customerId: found.personId,
      brandId: found.brandId,
      after: { records: found.records.length, conversations: found.conversations.length },
      occurredAt: new Date(),
    });
    return found;
  });
  const day = new Date().toISOString().slice(0, 10);
  return {
    name: `${fileName(scope.name || "customer")} ${day}.zip`,
    stream: zip(entries(scope, input.language)),
  };
}

async function* entries(scope: Scope, language: Language): AsyncGenerator<Entry> {
  yield { name: "data.json", content: encoded(asJson(scope, language)) };
  yield {
    name: language === "fr" ? "à lire.html" : "read me.html",
    content: encoded(asHtml(scope, language)),
  };
  yield* files(scope);
}

async function* asJson(scope: Scope, language: Language): AsyncGenerator<string> {
  const about = {
    exportedAt: new Date().toISOString(),
    person: scope.personId,
    records: scope.records,
    note: sentence(language, "privacy.export.note"),
  };
  yield `{\n"about": ${JSON.stringify(about)}`;
  for (const part of parts(scope)) {
    yield `,\n${JSON.stringify(part.name)}: [`;
    let isFirst = true;
    for await (const row of part.rows()) {
      yield `${isFirst ? "\n" : ",\n"}${JSON.stringify(withWords(part.name, row, language))}`;
      isFirst = false;
    }
    yield "]";
  }
  yield "\n}\n";
}

async function* asHtml(scope: Scope, language: Language): AsyncGenerator<string> {
  const house = await db.execute<{ zone: string | null }>(sql`select zone from organisation`);
  const reader = { language, zone: house.rows[0]?.zone ?? "UTC" };
  yield htmlHead(reader, scope.name);
  for (const part of parts(scope)) {
    const rows: Row[] = [];
    for await (const row of part.rows()) rows.push(withWords(part.name, row, language));
    yield htmlSection(reader, part.name, rows);
  }
  yield htmlFoot();
}

type Part = { name: string; rows(): AsyncGenerator<Row> };

/** The person first, then what they said, then what was concluded. */
function parts(scope: Scope): Part[] {
  const exported = [...places].reverse().filter((place) => place.unexported !== "table");
  return [
    ...exported.map((place) => ({ name: place.table, rows: () => rowsOf(place, scope) })),
    { name: "events", rows: () => eventsOf(scope) },
  ];
}

async function* rowsOf(place: Place, scope: Scope): AsyncGenerator<Row> {
  const left = place.unexported === "table" ? [] : place.unexported;
  // A raw body is bytes, which JSON cannot hold: it is among the files.
  const drop = JSON.stringify([...left, "bytes", "print"]);
  for (let from = 0; ; from += pageSize) {
    const page = await db.execute<{ row: Row }>(sql`
      select to_jsonb(t) - array(select jsonb_array_elements_text(${drop}::jsonb)) as row
      from ${sql.identifier(place.table)} t where ${place.of(scope)} order by t.ctid limit ${pageSize} offset ${from}`);
    for (const { row } of page.rows) yield place.table === "messages" ? withoutThirdParties(row) : row;
    if (page.rows.length < pageSize) return;
  }
}

/** What happened to them and when, by kind; colleagues by id only. */
async function* eventsOf(scope: Scope): AsyncGenerator<Row> {
  let after = 0;
  for (;;) {
    const page = await db.execute<{ id: string; row: Row }>(sql`
      select e.id, jsonb_build_object('type', e.type, 'at', e.occurred_at, 'by', e.actor_kind, 'conversation_id', e.conversation_id) as row
      from events e where e.id > ${after} and (e.conversation_id = any(${uuids(scope.conversations)}) or e.customer_id = any(${uuids(scope.records)}))
      order by e.id limit ${pageSize}`);
    for (const { row } of page.rows) yield row;
    const last = page.rows.at(-1);
    if (!last || page.rows.length < pageSize) return;
    after = Number(last.id);
  }
}

/** Whoever we asked about the customer has a right of their own not to be named (article 15, paragraph 4). */
function withoutThirdParties(row: Row): Row {
  if (row.kind !== "side_in" && row.kind !== "side_out") return row;
  return { ...row, author_name: null, author_address: null, recipients: null };
}

/** A score is no answer for the person it is about: it is said in words too. */
function withWords(table: string, row: Row, language: Language): Row {
  if (table !== "risks" && table !== "outreaches") return row;
  const reasons = Array.isArray(row.reasons) ? row.reasons : [];
  const under = table === "risks" ? "risk.reasons" : "signals.reasons";
  const words = reasons.flatMap((reason) => {
    if (typeof reason !== "object" || reason === null || Array.isArray(reason)) return [];
    const said = sentence(language, `${under}.${reason.code}`, plain(reason.params));
    return said === null ? [String(reason.code)] : [said];
  });
  const said = words.join("; ");
  if (table === "outreaches") return { ...row, in_words: said };
  const chance = typeof row.hazard === "number" ? (row.hazard * 100).toFixed(3) : "0";
  const model = typeof row.model === "number" ? row.model : 0;
  return {
    ...row,
    in_words: sentence(language, "privacy.export.score", { chance, model, reasons: said || "—" }) ?? said,
  };
}

function plain(params: Json | undefined): Record<string, string | number> {
  if (typeof params !== "object" || params === null || Array.isArray(params)) return {};
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === "number" ? value : String(value)]),
  );
}

/** Attachments under their own names, the picture, and each message as it came in. */
async function* files(scope: Scope): AsyncGenerator<Entry> {
  const attachments = places.find(({ table }) => table === "attachments")!;
  const found = await db.execute<{ name: string; key: string }>(sql`
    select t.name, t.storage_key as key from attachments t where ${attachments.of(scope)} order by t.created_at, t.id`);
  for (const [at, { name, key }] of found.rows.entries())
    yield { name: `files/${at + 1} ${fileName(name)}`, content: stored(key) };
  const pictures = await db.execute<{ id: string; bytes: Buffer }>(sql`
    select customer_id as id, bytes from avatars where customer_id = any(${uuids(scope.records)}) and not is_failed`);
  for (const { id, bytes } of pictures.rows) yield { name: `files/picture ${id}`, content: [bytes] };
  const inbound = places.find(({ table }) => table === "inbound")!;
  const raw = await db.execute<{ id: string }>(
    sql`select t.id from inbound t where ${inbound.of(scope)} order by t.received_at, t.id`,
  );
  for (const [at, { id }] of raw.rows.entries()) {
    const row = await db.execute<{ body: Buffer | null; bodyKey: string | null }>(
      sql`select body, body_key as "bodyKey" from inbound where id = ${id}`,
    );
    if (row.rows[0])
      yield { name: `as it came/${at + 1}`, content: [sourceWithoutKeys(await bodyOf(row.rows[0]))] };
  }
}

/** A file that is gone must not break off the archive: the rest is owed all the same. */
async function* stored(key: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of await open(key)) yield Buffer.from(chunk);
  } catch {
    // Listed in data.json, and nothing else is left of it.
  }
}

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of text) yield Buffer.from(piece, "utf8");
}

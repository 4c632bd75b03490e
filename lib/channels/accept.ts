import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { open, put, remove } from "@/lib/files";
import { gathering } from "@/lib/gather";
import { newId } from "@/lib/id";
import { wake } from "@/lib/live/wake";
import { makeStorable, storable } from "@/lib/text/storable";
import type { RawItem } from "./channel";
import { noteArrivals } from "./give-way";

/** Bodies up to this size lie in the row; larger ones in the file store. */
const inlineBytes = 64 * 1024;

/** More than this at once is a backlog, and waits behind what comes one by one. */
const backlogItems = 10;

/** Rows that share one transaction, at most: at 64 kB each what one statement may carry. */
const rowsAtOnce = 64;

/**
 * Stores items and the cursor in one transaction, whatever is in them. Once it resolves they are safe, and only
 * then may the channel say so to the other side. What is already known is ignored. What comes for a channel one by one
 * at the same moment shares a transaction: a rush would wait for a commit each.
 */
export async function accept(
  channelId: string,
  items: readonly RawItem[],
  cursor: string | null,
): Promise<{ accepted: number; known: number }> {
  const lane = items.length > backlogItems ? "bulk" : "live";
  const rows = await Promise.all(items.map((item) => rowOf(channelId, item, lane)));
  const [accepted = 0] =
    lane === "live" && cursor === null
      ? [await withOthers(channelId)(rows)]
      : await store(channelId, [rows], cursor);
  return { accepted, known: items.length - accepted };
}

type Row = Awaited<ReturnType<typeof rowOf>>;

const gathered = new Map<string, (rows: Row[]) => Promise<number>>();

function withOthers(channelId: string): (rows: Row[]) => Promise<number> {
  const known = gathered.get(channelId);
  if (known) return known;
  const made = gathering((lots: Row[][]) => store(channelId, lots, null), {
    most: rowsAtOnce,
    weight: (rows) => rows.length,
  });
  gathered.set(channelId, made);
  return made;
}

/** Resolves with how many of each lot were new. */
async function store(channelId: string, lots: Row[][], cursor: string | null): Promise<number[]> {
  noteArrivals(lots.length);
  // One order for everybody, or two that store the same items would wait for one another.
  const rows = lots.flat().sort((a, b) => (a.external_hash < b.external_hash ? -1 : 1));
  // One statement is one journey to the database and one commit. The row of a busy channel is written now and then, not
  // for each item: writers would queue up behind it.
  const result = await db.execute<{ id: string }>(sql`
    with stored as (
      insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, body_key, size, lane)
      select id, channel_id, external_hash, external_id, content_type, meta, decode(body, 'base64'), body_key, size, lane
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(id uuid, channel_id uuid, external_hash text,
        external_id text, content_type text, meta jsonb, body text, body_key text, size int, lane text)
      on conflict (channel_id, external_hash) do nothing returning id
    ), reached as (
      update channels set cursor = coalesce(${cursor}, cursor), last_success_at = now(),
        last_item_at = case when exists (select from stored) then now() else last_item_at end
      where id = ${channelId} and ((${cursor}::text is not null and cursor is distinct from ${cursor})
        or last_success_at is null or last_success_at < now() - interval '5 seconds')
    )
    select id from stored`);
  const stored = new Set(result.rows.map((row) => row.id));
  wake("inbound");
  // The same large mail a hundred times must not fill the disk.
  for (const { id, body_key } of rows)
    if (body_key !== null && !stored.has(id)) await remove(body_key).catch(() => {});
  return lots.map((lot) => lot.filter(({ id }) => stored.has(id)).length);
}

async function rowOf(channelId: string, item: RawItem, lane: "live" | "bulk") {
  const meta = structuredClone(item.meta);
  makeStorable(meta);
  const large = item.body.byteLength > inlineBytes;
  return {
    id: newId(),
    channel_id: channelId,
    external_hash: createHash("sha256").update(item.externalId).digest("hex"),
    external_id: storable(item.externalId.slice(0, 1000)),
    content_type: storable(item.contentType.slice(0, 200)),
    meta,
    body: large ? null : Buffer.from(item.body).toString("base64"),
    body_key: large ? (await put(item.body)).key : null,
    size: item.body.byteLength,
    lane,
  };
}

/** The body of a ledger row, wherever it lies. */
export async function bodyOf(row: { body: Buffer | null; bodyKey: string | null }): Promise<Uint8Array> {
  if (row.body) return row.body;
  const chunks: Buffer[] = [];
  for await (const chunk of await open(row.bodyKey ?? "")) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Removes one-use tokens that could no longer be valid. */
export async function forgetUsedTokens(): Promise<void> {
  await db.execute(sql`delete from used_tokens where expires_at < now() - interval '1 hour'`);
}

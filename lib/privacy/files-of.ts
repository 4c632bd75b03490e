import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import { open } from "@/lib/files";
import type { Scope } from "./scope";

/** Where the person's files lie: attachments, uploads for replies that were never let go, raw mail, imports. */
export async function filesOf(tx: Tx, scope: Scope): Promise<string[]> {
  const named = await rowsNaming(tx, scope);
  const found = await tx.execute<{ key: string }>(sql`
    select storage_key as key from attachments
      where conversation_id = any(${uuids(scope.conversations)}) or message_id = any(${uuids(scope.strays)})
    union select f.storage_key from attachments f join held_replies h on h.attachment_ids ? f.id::text
      where h.conversation_id = any(${uuids(scope.conversations)})
    union select i.body_key from inbound i where i.body_key is not null and (
      i.conversation_id = any(${uuids(scope.conversations)}) or i.id = any(${uuids(named.inbound)})
      or i.id in (select m.inbound_id from messages m
        where m.conversation_id = any(${uuids(scope.conversations)}) or m.id = any(${uuids(scope.strays)})))
    union select storage_key from imports where id = any(${uuids(named.imports)}) and storage_key is not null`);
  return found.rows.map(({ key }) => key);
}

/** Rows whose file names the person, where no column does: what could not be read, and lists not yet read in. */
export async function rowsNaming(tx: Tx, scope: Scope): Promise<{ inbound: string[]; imports: string[] }> {
  const inbound = await tx.execute<{ id: string; key: string }>(sql`
    select i.id, i.body_key as key from inbound i join channels h on h.id = i.channel_id
    where h.brand_id = ${scope.brandId} and i.conversation_id is null and i.body_key is not null
      and not exists (select 1 from messages m where m.inbound_id = i.id)`);
  const imports = await tx.execute<{ id: string; key: string }>(
    sql`select id, storage_key as key from imports where brand_id = ${scope.brandId} and storage_key is not null`,
  );
  return { inbound: await naming(inbound.rows, scope), imports: await naming(imports.rows, scope) };
}

async function naming(rows: Array<{ id: string; key: string }>, scope: Scope): Promise<string[]> {
  const needles = scope.needles.map((needle) => needle.toLowerCase());
  if (needles.length === 0) return [];
  const found: string[] = [];
  for (const { id, key } of rows) if (await fileNames(key, needles)) found.push(id);
  return found;
}

/** Reads on in pieces that overlap, so that a name on the border of two is found. */
async function fileNames(key: string, needles: string[]): Promise<boolean> {
  const longest = Math.max(...needles.map((needle) => Buffer.byteLength(needle)));
  let tail = "";
  try {
    for await (const chunk of await open(key)) {
      const text = (tail + Buffer.from(chunk).toString("utf8")).toLowerCase();
      if (needles.some((needle) => text.includes(needle))) return true;
      tail = text.slice(-longest);
    }
  } catch {
    // The file is gone already.
  }
  return false;
}

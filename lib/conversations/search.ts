import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, type LoadedRow, rowFields, rowJoins, toRow } from "./load-rows";
import type { ListedRow } from "./types";

/**
 * Conversations by number (`#1042`), by who the customer is, or by words of the subject or the latest message; the
 * newest first. The words inside older messages are not looked at yet: that needs an index of its own.
 */
export async function search(
  actor: Actor,
  input: { text: string; limit: number },
): Promise<{ items: ListedRow[] }> {
  authorize(actor, "conversation.read");
  const text = input.text.trim();
  const number = /^#?(\d{1,15})$/.exec(text)?.[1];
  const like = `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const hit = number
    ? sql`c.number = ${number}::bigint`
    : sql`(k.name ilike ${like} or c.subject ilike ${like} or c.excerpt ilike ${like} or exists (
        select 1 from identities i where i.customer_id = k.id and i.revoked_at is null and i.value ilike ${like}))`;
  const found = await db.execute<LoadedRow & { readAt: string | null }>(sql`
    select ${rowFields}, r.read_at as "readAt" from conversations c ${rowJoins}
    left join conversation_reads r on r.conversation_id = c.id and r.agent_id = ${actor.id}
    where ${hit} and c.merged_into_id is null and ${visible(actor, columnsOf("c"))}
    order by c.last_message_at desc, c.id desc limit ${input.limit}`);
  return { items: found.rows.map((row) => ({ ...toRow(row), readAt: iso(row.readAt) })) };
}

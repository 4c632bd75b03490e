import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso } from "@/lib/conversations/types";
import { fromCursor, toCursor } from "@/lib/cursor";
import { excerpt } from "@/lib/text/excerpt";
import type { Deed } from "./rule";
import { undoDays } from "./undo-hit";

export type HitView = {
  id: string;
  rule: { id: string; name: string };
  conversation: { id: string; number: number; customerName: string };
  /** First words of the message. */
  excerpt: string;
  did: Deed[];
  at: Iso;
  undoneAt: Iso | null;
  undoneBy: string | null;
  canUndo: boolean;
};

type Row = Omit<HitView, "excerpt"> & { text: string };

const pageSize = 30;

/** What the rules did, the newest first: of all, or of one. Only with conversations that I may see. */
export async function listHits(
  actor: Actor,
  input: { ruleId: string | null; cursor: string | null },
): Promise<{ items: HitView[]; next: string | null }> {
  authorize(actor, "rule.read");
  const [at, id] =
    input.cursor === null
      ? ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"]
      : fromCursor(input.cursor, ["moment", "uuid"]);
  const found = await db.execute<Row>(sql`
    select h.id, json_build_object('id', r.id, 'name', r.name) as rule,
      json_build_object('id', c.id, 'number', c.number, 'customerName', k.name) as conversation,
      coalesce(left(m.text, 2000), '') as text, h.did, h.at, h.undone_at as "undoneAt", a.name as "undoneBy",
      h.undone_at is null and h.at > now() - make_interval(days => ${undoDays}) as "canUndo"
    from moderation_hits h join moderation_rules r on r.id = h.rule_id join conversations c on c.id = h.conversation_id
    join customers own on own.id = c.customer_id join customers k on k.id = own.person_id left join messages m on m.conversation_id = h.conversation_id and m.id = h.message_id
    left join agents a on a.id = h.undone_by
    where ${visible(actor, columnsOf("c"))} and ${input.ruleId === null ? sql`true` : sql`h.rule_id = ${input.ruleId}`}
      and (h.at, h.id) < (${at}::timestamptz, ${id}::uuid)
    order by h.at desc nulls last, h.id desc nulls last limit ${pageSize + 1}`);
  const items = found.rows.slice(0, pageSize).map(({ text, ...row }) => ({
    ...row,
    excerpt: excerpt(text),
    at: isoText(row.at),
    undoneAt: iso(row.undoneAt),
  }));
  const last = items.at(-1);
  return { items, next: found.rows.length > pageSize && last ? toCursor([last.at, last.id]) : null };
}

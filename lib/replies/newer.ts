import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type Actor, columnsOf, type System, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import type { NewerThings } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { excerpt } from "@/lib/text/excerpt";

/**
 * The newest thing said to or by a customer, in all of their conversations on every channel: what a reply must have seen. Taken by
 * the time of writing under the customer's lock, so nothing can slip in before it.
 */
export async function newestOf(on: Db | Tx, customerId: string): Promise<string> {
  const found = await on.execute<{ at: string; id: string }>(sql`
    select m.created_at::text as at, m.id from conversations c
    cross join lateral (select created_at, id from messages m where m.conversation_id = c.id and m.kind not in ('note', 'side_out', 'side_in')
      order by created_at desc, id desc limit 1) m
    where c.customer_id in (select records_of(${customerId})) order by m.created_at desc, m.id desc limit 1`);
  const row = found.rows[0];
  return row
    ? toSeen(row)
    : toSeen({ at: new Date(0).toISOString(), id: "00000000-0000-0000-0000-000000000000" });
}

/**
 * What was said since `seen` by the customer, or by a colleague to them, in any of their conversations; null when
 * nothing was. A conversation that the actor may not see holds the reply back too, but keeps its words and number.
 */
export async function newerThan(
  tx: Tx,
  actor: Actor | System,
  input: {
    customerId: string;
    seen: string;
    /** Whose own words hold nothing back. */
    authorId: string;
    /** `colleagues`: what the customer wrote is no reason to wait. */
    by: "anybody" | "colleagues";
  },
): Promise<NewerThings | null> {
  const { at, id } = fromSeen(input.seen);
  const found = await tx.execute<{
    kind: string;
    by: string | null;
    at: string;
    number: number;
    text: string;
    isMine: boolean;
    canSee: boolean;
  }>(sql`
    select m.kind, coalesce(a.name, m.author_name, k.name) as by, m.created_at as at, c.number::int as number, m.text,
      ${visible(actor, columnsOf("c"))} as "canSee"
    from conversations c join messages m on m.conversation_id = c.id join customers k on k.id = c.customer_id
    left join agents a on a.id = m.agent_id
    where c.customer_id in (select records_of(${input.customerId})) and m.kind not in ('note', 'side_out', 'side_in') and not m.is_automatic
      and (${input.by === "anybody"} or m.kind <> 'customer') and m.agent_id is distinct from ${input.authorId}::uuid and (m.created_at, m.id) > (${at}::timestamptz, ${id}::uuid)
    order by m.created_at desc, m.id desc limit 1`);
  const row = found.rows[0];
  if (!row) return null;
  return {
    kind: row.kind === "customer" ? "wrote" : "answered",
    by: row.by ?? "",
    at: isoText(row.at),
    conversationNumber: row.canSee ? row.number : null,
    excerpt: row.canSee ? excerpt(row.text) : "",
    seen: await newestOf(tx, input.customerId),
  };
}

/** Everything up to a moment: what somebody has seen who acts on many at once. */
export function seenAt(moment: Date): string {
  return toSeen({ at: moment.toISOString(), id: "ffffffff-ffff-ffff-ffff-ffffffffffff" });
}

function toSeen(place: { at: string; id: string }): string {
  return Buffer.from(JSON.stringify([place.at, place.id])).toString("base64url");
}

function fromSeen(seen: string): { at: string; id: string } {
  try {
    const place: unknown = JSON.parse(Buffer.from(seen, "base64url").toString());
    if (Array.isArray(place) && place.length === 2) {
      const [at, id] = place;
      if (
        typeof at === "string" &&
        !Number.isNaN(Date.parse(at)) &&
        typeof id === "string" &&
        /^[0-9a-f-]{36}$/.test(id)
      )
        return { at, id };
    }
  } catch {
    // Falls through to the same sentence.
  }
  return fail("invalid", "reply.seen");
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { GestureKind, GestureState } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Iso, Person } from "@/lib/conversations/types";
import { seenPerson } from "@/lib/customers/sight";
import { fail } from "@/lib/errors";
import { limitFor, spentOn } from "./limit";

export type GestureView = {
  id: string;
  conversationId: string;
  conversationNumber: number;
  commitmentId: string | null;
  kind: GestureKind;
  amountMinor: number;
  currency: string;
  note: string | null;
  state: GestureState;
  askedBy: Person | null;
  askedAt: Iso;
  decidedBy: Person | null;
  decidedAt: Iso | null;
  refusedBecause: string | null;
  may: Array<"decide" | "withdraw">;
};

export type Gestures = {
  items: GestureView[];
  /** Granted to this person this calendar year, by currency. */
  thisYear: Array<{ currency: string; count: number; amountMinor: number }>;
  /** In what we usually give here: the latest gesture's currency, else the euro. */
  currency: string;
  /** What I may still give without asking; null without limit. */
  leftMinor: number | null;
};

/** Everything given to the person of a conversation, where I may see it, the newest first. */
export async function gesturesOf(actor: Actor, input: { conversationId: string }): Promise<Gestures> {
  authorize(actor, "conversation.read");
  const at = await db.execute<{ customerId: string }>(sql`
    select c.customer_id as "customerId" from conversations c
    where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))}`);
  const { customerId } = at.rows[0] ?? fail("not_found", "conversation.not_found");
  return gesturesOfCustomer(actor, { customerId });
}

/** The same by the customer. */
export async function gesturesOfCustomer(actor: Actor, input: { customerId: string }): Promise<Gestures> {
  authorize(actor, "customer.read");
  const { customerId } = input;
  // What is left of my limit tells what they were given: only of somebody whom I may see.
  await seenPerson(db, actor, customerId);
  const found = await db.execute<Row>(sql`
    select g.id, c.id as "conversationId", c.number::int as "conversationNumber", g.commitment_id as "commitmentId", g.kind,
      g.amount_minor as "amountMinor", g.currency, g.note, g.state, g.asked_at as "askedAt", g.decided_at as "decidedAt",
      g.refused_because as "refusedBecause",
      case when a.id is null then null else json_build_object('id', a.id, 'name', a.name) end as "askedBy",
      case when d.id is null then null else json_build_object('id', d.id, 'name', d.name) end as "decidedBy"
    from gestures g join conversations c on c.id = survivor_of(g.conversation_id)
    left join agents a on a.id = g.asked_by left join agents d on d.id = g.decided_by
    where g.customer_id in (select r.id from records_of(${customerId}) r(id)) and ${visible(actor, columnsOf("c"))}
    order by g.asked_at desc, g.id desc limit 100`);
  const year = await db.execute<{ currency: string; count: number; amountMinor: number }>(sql`
    select g.currency, count(*)::int as count, sum(g.amount_minor)::int as "amountMinor"
    from gestures g join conversations c on c.id = survivor_of(g.conversation_id)
    where g.customer_id in (select r.id from records_of(${customerId}) r(id)) and g.state = 'granted' and ${visible(actor, columnsOf("c"))}
      and g.decided_at >= date_trunc('year', now()) group by g.currency order by 3 desc`);
  const currency = found.rows[0]?.currency ?? "EUR";
  return db.transaction(async (tx) => {
    const limits = new Map<string, { limit: number | null; spent: number }>();
    for (const code of new Set([currency, ...found.rows.map((row) => row.currency)])) {
      const limit = await limitFor(tx, { agentId: actor.id, currency: code });
      limits.set(code, { limit, spent: (await spentOn(tx, { customerId, currency: code })).spentMinor });
    }
    const left = limits.get(currency) ?? { limit: 0, spent: 0 };
    return {
      items: found.rows.map((row) => ({
        ...row,
        askedAt: isoText(row.askedAt),
        decidedAt: iso(row.decidedAt),
        may: mayOf(actor, row, limits.get(row.currency)),
      })),
      thisYear: year.rows,
      currency,
      leftMinor: left.limit === null ? null : Math.max(0, left.limit - left.spent),
    };
  });
}

type Row = Omit<GestureView, "may">;

function mayOf(
  actor: Actor,
  row: Row,
  limits: { limit: number | null; spent: number } | undefined,
): GestureView["may"] {
  const reaches = limits && (limits.limit === null || limits.spent + row.amountMinor <= limits.limit);
  const isMine = row.askedBy?.id === actor.id;
  const may: GestureView["may"] = [];
  if (row.state === "asked" && !isMine && reaches) may.push("decide");
  if ((row.state === "asked" || row.state === "granted") && (isMine || row.decidedBy?.id === actor.id))
    may.push("withdraw");
  return may;
}

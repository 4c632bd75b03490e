import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { LeakCause, LeakDoor } from "@/db/enums";
import { type Actor, authorize, columnsOf, type VisibleColumns, visible } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { kindOf } from "./contacts";

export type LeakLine = {
  id: string;
  toldAt: string;
  postedAt: string;
  answeredAt: string | null;
  door: LeakDoor;
  cause: LeakCause | null;
  /** What they told us in private; null where I may not see it. */
  told: { id: string; number: number; channelKind: string } | null;
  /** What they posted; null where we hold only its address, or I may not see it. */
  posted: { id: string; number: number; channelKind: string } | null;
  url: string | null;
};

/** Leaks of the person behind a customer, the newest first, as far as I see one end of them. */
export async function leaksOfCustomer(actor: Actor, input: { customerId: string }): Promise<LeakLine[]> {
  authorize(actor, "customer.read");
  return lines(actor, sql`l.customer_id in (select records_of(${input.customerId}))`);
}

/** Leaks that a conversation is one end of. */
export async function leaksOfConversation(
  actor: Actor,
  input: { conversationId: string },
): Promise<LeakLine[]> {
  authorize(actor, "conversation.read");
  return lines(
    actor,
    sql`survivor_of(${input.conversationId}) in (survivor_of(l.private_conversation_id), survivor_of(l.public_conversation_id))`,
  );
}

async function lines(actor: Actor, which: ReturnType<typeof sql>): Promise<LeakLine[]> {
  const found = await db.execute<LeakLine>(sql`
    select l.id, l.told_at as "toldAt", l.posted_at as "postedAt", l.answered_at as "answeredAt", l.door, l.cause, l.url,
      case when ${visible(actor, columnsOf("c"))} then json_build_object('id', c.id, 'number', c.number, 'channelKind', ${kindOf("private_message_id", "c")}) end as told,
      case when p.id is not null and ${visible(actor, columnsOfPost)}
        then json_build_object('id', p.id, 'number', p.number, 'channelKind', ${kindOf("public_message_id", "p")}) end as posted
    from leaks l join conversations c on c.id = survivor_of(l.private_conversation_id) left join channels ch on ch.id = c.channel_id
    left join conversations p on p.id = survivor_of(l.public_conversation_id) left join channels ph on ph.id = p.channel_id
    where l.withdrawn_at is null and ${which} and (${visible(actor, columnsOf("c"))} or (p.id is not null and ${visible(actor, columnsOfPost)}))
    order by l.posted_at desc, l.id limit 20`);
  return found.rows.map((row) => ({
    ...row,
    toldAt: isoText(row.toldAt),
    postedAt: isoText(row.postedAt),
    answeredAt: row.answeredAt === null ? null : isoText(row.answeredAt),
  }));
}

/** The columns that decide who sees the conversation `p`. */
export const columnsOfPost: VisibleColumns = {
  conversationId: sql.raw("p.id"),
  teamId: sql.raw("p.team_id"),
  brandId: sql.raw("p.brand_id"),
  isRestricted: sql.raw("p.is_restricted"),
};

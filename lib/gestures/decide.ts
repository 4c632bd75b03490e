import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { GestureState } from "@/db/enums";
import { type Actor, authorize, can, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { notify } from "@/lib/notifications/notify";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { isWithin, limitFor, spentOn } from "./limit";

/**
 * Yes to a gesture above a colleague's limit. Throws `forbidden` for one's own and where my limit does not reach either,
 * and `conflict` once somebody decided: of two who say yes at once, one is told of the other.
 */
export async function grantGesture(actor: Actor, input: { gestureId: string }): Promise<{ eventId: number }> {
  authorize(actor, "gesture.give");
  return transact(async (tx) => {
    const asked = await lockAsked(tx, actor, input.gestureId);
    await tx.execute(sql`
      update gestures set state = 'granted', decided_by = ${actor.id}, decided_at = now() where id = ${asked.id}`);
    return tell(tx, actor, asked, "gesture.granted");
  });
}

/** No, and why. */
export async function refuseGesture(
  actor: Actor,
  input: { gestureId: string; reason: string },
): Promise<{ eventId: number }> {
  authorize(actor, "gesture.give");
  return transact(async (tx) => {
    const reason = cleanText(input.reason, 1000).trim();
    if (reason === "") fail("invalid", "gesture.reason");
    const asked = await lockAsked(tx, actor, input.gestureId);
    await tx.execute(sql`
      update gestures set state = 'refused', decided_by = ${actor.id}, decided_at = now(), refused_because = ${reason}
      where id = ${asked.id}`);
    return tell(tx, actor, asked, "gesture.refused");
  });
}

/** It is not given after all: by whoever asked for it or granted it, or somebody who sets limits. */
export async function withdrawGesture(
  actor: Actor,
  input: { gestureId: string },
): Promise<{ eventId: number }> {
  authorize(actor, "gesture.give");
  return transact(async (tx) => {
    const one = await lock(tx, actor, input.gestureId);
    if (one.state !== "asked" && one.state !== "granted") fail("conflict", "gesture.settled");
    if (![one.askedBy, one.decidedBy].includes(actor.id) && !can(actor, "gesture.limit"))
      fail("forbidden", "gesture.not_yours");
    await tx.execute(sql`update gestures set state = 'withdrawn' where id = ${one.id}`);
    const changed = await changeConversation(tx, actor, {
      id: one.conversationId,
      type: "gesture.withdrawn",
      set: null,
      more: about(one),
    });
    return { eventId: changed.eventId };
  });
}

type Row = {
  id: string;
  conversationId: string;
  customerId: string;
  kind: string;
  amountMinor: number;
  currency: string;
  state: GestureState;
  askedBy: string | null;
  decidedBy: string | null;
  decider: string | null;
};

async function lockAsked(tx: Tx, actor: Actor, gestureId: string): Promise<Row> {
  const one = await lock(tx, actor, gestureId);
  if (one.state !== "asked") fail("conflict", "gesture.decided", { by: one.decider ?? "" });
  if (one.askedBy === actor.id) fail("forbidden", "gesture.own");
  const spent = await spentOn(tx, one);
  const limitMinor = await limitFor(tx, { agentId: actor.id, currency: one.currency });
  if (!isWithin({ ...spent, amountMinor: one.amountMinor, limitMinor })) fail("forbidden", "gesture.above");
  return one;
}

async function lock(tx: Tx, actor: Actor, gestureId: string): Promise<Row> {
  // The person first, as in giving: what is granted meanwhile counts against the limit.
  await tx.execute(sql`
    select k.id from customers k where k.id = (select person_of(g.customer_id) from gestures g where g.id = ${gestureId}) for update`);
  const found = await tx.execute<Row>(sql`
    select g.id, g.conversation_id as "conversationId", g.customer_id as "customerId", g.kind, g.amount_minor as "amountMinor",
      g.currency, g.state, g.asked_by as "askedBy", g.decided_by as "decidedBy", d.name as decider
    from gestures g join conversations c on c.id = survivor_of(g.conversation_id) left join agents d on d.id = g.decided_by
    where g.id = ${gestureId} and ${visible(actor, columnsOf("c"))} for update of g`);
  return found.rows[0] ?? fail("not_found", "gesture.not_found");
}

async function tell(
  tx: Tx,
  actor: Actor,
  asked: Row,
  type: "gesture.granted" | "gesture.refused",
): Promise<{ eventId: number }> {
  const changed = await changeConversation(tx, actor, {
    id: asked.conversationId,
    type,
    set: null,
    more: about(asked),
  });
  if (asked.askedBy !== null)
    await notify(tx, {
      agentIds: [asked.askedBy],
      kind: "gesture_decided",
      conversationId: changed.id,
      eventId: `gesture:${asked.id}:${type}`,
    });
  return { eventId: changed.eventId };
}

function about({ id, kind, amountMinor, currency }: Row) {
  return { gestureId: id, kind, amountMinor, currency };
}

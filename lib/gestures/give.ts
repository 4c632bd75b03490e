import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { GestureKind } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { mayKnow, notify } from "@/lib/notifications/notify";
import { cleanText } from "@/lib/text/clean";
import { transact } from "@/lib/transact";
import { checkAmount } from "./check-amount";
import { isWithin, limitFor, limitOf, spentOn } from "./limit";

export type NewGesture = {
  conversationId: string;
  kind: GestureKind;
  /** Hundredths, or whatever is the smallest unit of the currency. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  note: string | null;
  /** The promise that it belongs to. */
  commitmentId: string | null;
};

export type Given = { id: string; state: "granted" | "asked"; eventId: number };

/**
 * Gives something to put things right. Within my limit, counted with everything the same person was given in the last
 * thirty days, it is granted at once; above it, it goes to whoever may, and nothing is given until one of them says yes.
 * Throws `conflict` where nobody who sees the conversation may.
 */
export async function giveGesture(actor: Actor, input: NewGesture): Promise<Given> {
  authorize(actor, "gesture.give");
  return transact(async (tx) => {
    const about = await aboutOf(tx, actor, input);
    // Two at once to the same person are added up one after the other.
    await tx.execute(sql`select id from customers where id = person_of(${about.customerId}) for update`);
    const spent = await spentOn(tx, { customerId: about.customerId, currency: input.currency });
    const limitMinor = await limitFor(tx, { agentId: actor.id, currency: input.currency });
    const isGranted = isWithin({ ...spent, amountMinor: input.amountMinor, limitMinor });
    const id = newId();
    const note = input.note === null ? null : cleanText(input.note, 1000).trim() || null;
    const changed = await changeConversation(tx, actor, {
      id: input.conversationId,
      type: isGranted ? "gesture.granted" : "gesture.asked",
      set: null,
      more: { gestureId: id, kind: input.kind, amountMinor: input.amountMinor, currency: input.currency },
    });
    await tx.execute(sql`
      insert into gestures (id, brand_id, customer_id, conversation_id, commitment_id, kind, amount_minor, currency, note, state,
        asked_by, decided_by, decided_at)
      values (${id}, ${about.brandId}, ${about.customerId}, ${changed.id}, ${input.commitmentId}, ${input.kind}, ${input.amountMinor},
        ${input.currency}, ${note}, ${isGranted ? "granted" : "asked"}, ${actor.id}, ${isGranted ? actor.id : null},
        ${isGranted ? sql`now()` : sql`null`})`);
    if (!isGranted)
      await askWhoMay(tx, { ...input, ...spent, id, conversationId: changed.id, askedBy: actor.id });
    return { id, state: isGranted ? "granted" : "asked", eventId: changed.eventId };
  });
}

type About = { brandId: string; customerId: string };

async function aboutOf(tx: Tx, actor: Actor, input: NewGesture): Promise<About> {
  const found = await tx.execute<About>(sql`
    select c.brand_id as "brandId", c.customer_id as "customerId" from conversations c
    where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))}`);
  const about = found.rows[0] ?? fail("not_found", "conversation.not_found");
  checkAmount(input.amountMinor, input.currency);
  if (input.commitmentId !== null) {
    const promise = await tx.execute(sql`
      select 1 from commitments m where m.id = ${input.commitmentId}
        and m.customer_id in (select r.id from records_of(${about.customerId}) r(id))`);
    if (promise.rows.length === 0) fail("invalid", "gesture.commitment");
  }
  return about;
}

async function askWhoMay(
  tx: Tx,
  input: {
    id: string;
    conversationId: string;
    askedBy: string;
    currency: string;
    amountMinor: number;
    spentMinor: number;
    isMixed: boolean;
  },
): Promise<void> {
  const total = input.amountMinor + input.spentMinor;
  const people = await tx.execute<{ id: string }>(sql`
    select a.id from agents a, conversations c where c.id = ${input.conversationId} and a.id <> ${input.askedBy}
      and a.deactivated_at is null and (a.ends_at is null or a.ends_at > now()) and ${mayKnow}
      and ${limitOf(input.currency)} >= ${total} and (not ${input.isMixed} or a.role in ('admin', 'owner'))`);
  if (people.rows.length === 0) fail("conflict", "gesture.nobody");
  await notify(tx, {
    agentIds: people.rows.map(({ id }) => id),
    kind: "gesture_asked",
    conversationId: input.conversationId,
    eventId: `gesture:${input.id}`,
  });
}

import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

type Input = { conversationId: string; otherId: string };

/** Says that two conversations belong together. They stay two; each shows the other. */
export async function link(actor: Actor, input: Input): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => linkWithin(tx, actor, input));
}

export async function unlink(actor: Actor, input: Input): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => unlinkWithin(tx, actor, input));
}

/** Answers with the change of `conversationId`. Throws `conflict` when they are linked already. */
export async function linkWithin(tx: Tx, actor: Actor, input: Input): Promise<Changed> {
  const pair = await lockPair(tx, actor, input);
  const made = await tx.execute(sql`
    insert into conversation_links (one_id, other_id, kind, linked_by)
    values (${pair.low}, ${pair.high}, 'related', ${actor.id}) on conflict do nothing returning 1`);
  if (made.rows.length === 0) fail("conflict", "link.already");
  return tellBoth(tx, actor, pair, "conversation.linked");
}

export async function unlinkWithin(tx: Tx, actor: Actor, input: Input): Promise<Changed> {
  const pair = await lockPair(tx, actor, input);
  const gone = await tx.execute(sql`
    delete from conversation_links where one_id = ${pair.low} and other_id = ${pair.high} returning 1`);
  if (gone.rows.length === 0) fail("conflict", "link.gone");
  return tellBoth(tx, actor, pair, "conversation.unlinked");
}

type Pair = { here: Named; there: Named; low: string; high: string };
type Named = { id: string; number: number };

/** Both, locked in the order of their keys; a merged one stands for where it is now. */
async function lockPair(tx: Tx, actor: Actor, { conversationId, otherId }: Input): Promise<Pair> {
  const found = await tx.execute<Named & { isHere: boolean; isThere: boolean }>(sql`
    select c.id, c.number::int as number, c.id = survivor_of(${conversationId}) as "isHere", c.id = survivor_of(${otherId}) as "isThere"
    from conversations c
    where c.id in (survivor_of(${conversationId}), survivor_of(${otherId})) and ${visible(actor, columnsOf("c"))}
    order by c.id for update`);
  const here = found.rows.find((row) => row.isHere) ?? fail("not_found", "conversation.not_found");
  const there = found.rows.find((row) => row.isThere) ?? fail("not_found", "conversation.not_found");
  if (here.id === there.id) fail("invalid", "link.itself");
  const [low, high] = here.id < there.id ? [here.id, there.id] : [there.id, here.id];
  return { here, there, low, high };
}

/** An event for each, so that whoever has either open sees it. */
async function tellBoth(
  tx: Tx,
  actor: Actor,
  { here, there }: Pair,
  type: "conversation.linked" | "conversation.unlinked",
): Promise<Changed> {
  await changeConversation(tx, actor, {
    id: there.id,
    type,
    set: null,
    more: { otherId: here.id, number: here.number },
  });
  return changeConversation(tx, actor, {
    id: here.id,
    type,
    set: null,
    more: { otherId: there.id, number: there.number },
  });
}

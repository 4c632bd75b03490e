import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, columnsOf, visible } from "@/lib/access";
import { fail } from "@/lib/errors";
import { readBelow } from "@/lib/replies/below";
import { seenAt } from "@/lib/replies/newer";
import { replyWithin } from "@/lib/replies/reply";
import { replyWays } from "@/lib/replies/ways";
import { fillIn } from "@/lib/text/variables";
import type { BulkAct } from "./act";
import type { Applied } from "./apply";

/** While a run goes on nothing of it leaves: its replies can all be taken back together at its end. */
const holdMinutes = 15;

type Input = {
  act: Extract<BulkAct, { verb: "reply" }>;
  runId: string;
  conversationId: string;
  messageId: string;
  asOf: Date;
};

/** What stands outside of the transaction: whoever asks for a second connection inside one may wait for ever. */
export async function wordsFor(input: Pick<Input, "act" | "conversationId"> & { agentId: string }) {
  const [ways, below] = await Promise.all([
    replyWays(input.conversationId),
    readBelow(input.conversationId, input.agentId),
  ]);
  return { way: ways[0] ?? null, filled: fillIn(input.act.text, below.values) };
}

/**
 * The same words to one of many, with their own name in them. Each goes by the guard of its own customer, who gets
 * them once, however many of their conversations were selected. Throws as `reply` does.
 */
export async function replyToOne(
  tx: Tx,
  actor: Actor,
  input: Input & { words: Awaited<ReturnType<typeof wordsFor>> },
): Promise<Applied> {
  const { way, filled } = input.words;
  if (!way || way.closedSince !== null) return fail("invalid", "bulk.no_way");
  // The same words to many are nobody's own answer.
  if (way.freeUntil !== null && Date.parse(way.freeUntil) < Date.now()) fail("invalid", "bulk.personal_only");
  const gap = filled.gaps[0];
  if (gap) fail("invalid", "bulk.gap", { name: gap.name });
  const twice = await tx.execute(sql`
    select 1 from conversations c join conversations o on o.customer_id in (select records_of(c.customer_id))
    join bulk_items i on i.conversation_id = o.id and i.run_id = ${input.runId} and i.state = 'done'
    where c.id = ${input.conversationId} and ${visible(actor, columnsOf("c"))} limit 1`);
  if (twice.rows.length > 0) fail("conflict", "bulk.same_customer");
  const replied = await replyWithin(tx, actor, {
    conversationId: input.conversationId,
    messageId: input.messageId,
    mode: way.mode,
    channelId: way.channelId,
    to: way.to,
    cc: way.cc,
    bcc: [],
    subject: way.subject,
    text: filled.text,
    attachmentIds: [],
    seen: seenAt(input.asOf),
    afterwards: input.act.afterwards,
    confirmed: input.act.confirmed,
    sideThreadId: null,
  });
  if (replied.deliveryId)
    await tx.execute(sql`
      update deliveries set send_after = clock_timestamp() + make_interval(mins => ${holdMinutes}) where id = ${replied.deliveryId}`);
  return { eventId: replied.eventId, deliveryId: replied.deliveryId };
}

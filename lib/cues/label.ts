import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { type Changed, changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { rerankConversations } from "@/lib/risk/rerank";
import { transact } from "@/lib/transact";
import { families } from "./cue";
import { saidFrom } from "./score";

export const familyOf = z.enum(families);

export type Label = {
  conversationId: string;
  messageId: string;
  family: z.output<typeof familyOf>;
  /** Null takes the label back: the cues count again. */
  isSaid: boolean | null;
};

/**
 * "It is no complaint", "it is a complaint": a colleague's word about one message of a customer, which goes before what
 * the cues find, and is kept with its author. The conversation is ranked again. Can be undone by the event.
 */
export async function labelMessage(actor: Actor, input: Label): Promise<Changed> {
  authorize(actor, "conversation.triage");
  return transact((tx) => labelWithin(tx, actor, input));
}

export async function labelWithin(tx: Tx, actor: Actor, input: Label): Promise<Changed> {
  const { messageId, family, isSaid } = input;
  const found = await tx.execute<{ conversationId: string; was: boolean | null }>(sql`
    select m.conversation_id as "conversationId", l.is_said as was
    from messages m left join cue_labels l on l.message_id = m.id and l.family = ${family}
    where m.conversation_id in (select merged_with(survivor_of(${input.conversationId}))) and m.id = ${messageId} and m.kind = 'customer'`);
  // Nobody is told whether a message is there that they may not see: the change below asks first.
  const was = found.rows[0]?.was ?? null;
  const changed = await changeConversation(tx, actor, {
    id: input.conversationId,
    type: "cue.labelled",
    set: null,
    more: { messageId, family, isSaid, was },
    messageId,
  });
  const message = found.rows[0] ?? fail("not_found", "not_found");
  if (isSaid === null) {
    await tx.execute(sql`delete from cue_labels where message_id = ${messageId} and family = ${family}`);
  } else {
    await tx.execute(sql`
      insert into cue_labels (message_id, family, conversation_id, is_said, by)
      values (${messageId}, ${family}, ${message.conversationId}, ${isSaid}, ${actor.id})
      on conflict (message_id, family) do update set is_said = excluded.is_said, by = excluded.by, at = now()`);
  }
  if (family === "complaint") {
    await tx.execute(sql`
      update message_marks set is_complaint = coalesce(${isSaid}::boolean, (scores ->> 'complaint')::float8 >= ${saidFrom})
      where message_id = ${messageId}`);
  }
  await rerankConversations(tx, [changed.id]);
  return changed;
}

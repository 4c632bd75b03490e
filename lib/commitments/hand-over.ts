import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize, type System } from "@/lib/access";
import { newId } from "@/lib/id";
import { notify } from "@/lib/notifications/notify";
import { transact } from "@/lib/transact";
import { askOwner } from "./ask-owner";
import { type Owner, ownerColumns, ownerText } from "./owner";
import { lockCommitment, type Recorded, recordDeed } from "./record";

/** Somebody else keeps it: a colleague, who is told, or somebody without a desk, who gets a mail. */
export async function handOver(
  actor: Actor,
  input: { commitmentId: string; version: number; owner: Owner },
): Promise<Recorded> {
  authorize(actor, "commitment.edit");
  return transact((tx) => handOverWithin(tx, actor, { ...input, why: null }));
}

/** `why`: `away` when an absence is the reason; it comes back when the absence ends. */
export async function handOverWithin(
  tx: Tx,
  actor: Actor | System,
  input: { commitmentId: string; version: number | null; owner: Owner; why: "away" | "back" | "left" | null },
): Promise<Recorded> {
  const was = await lockCommitment(tx, actor, { ...input, deed: "hand_over" });
  const owner = await ownerColumns(tx, actor, { conversationId: was.conversationId, owner: input.owner });
  await tx.execute(sql`
    insert into commitment_moves (id, commitment_id, owner_before, owner_after, agreement, by)
    values (${newId()}, ${was.id}, ${ownerText(was)}, ${ownerText(owner)}, ${input.why}, ${actor.kind === "agent" ? actor.id : null})`);
  const recorded = await recordDeed(tx, actor, {
    was,
    type: "commitment.changed",
    set: sql`owner_id = ${owner.ownerId}, owner_address = ${owner.ownerAddress}, owner_name = ${owner.ownerName}`,
    more: { handedOver: true, agentId: owner.ownerId },
  });
  if (owner.ownerId !== null && !(actor.kind === "agent" && actor.id === owner.ownerId))
    await notify(tx, {
      agentIds: [owner.ownerId],
      kind: "commitment_given",
      conversationId: recorded.changed.id,
      eventId: `commitment:${was.id}:${recorded.version}`,
    });
  await askOwner(tx, actor, { commitmentId: was.id, what: "given" });
  return recorded;
}

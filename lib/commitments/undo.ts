import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { rerankConversations } from "@/lib/risk/rerank";
import { transact } from "@/lib/transact";
import { ownerFromText } from "./owner";
import { type Commitment, rowOf } from "./record";
import { withdrawAsks } from "./unmake";

const windowSeconds = 120;

/**
 * Takes back what I just did to a promise: made ones are gone, the others are what they were. Throws `conflict` when
 * anybody changed it since, and `not_found` after two minutes. Other words are put back by changing them again.
 */
export async function undoCommitment(
  actor: Actor,
  input: { commitmentId: string; eventId: number },
): Promise<void> {
  authorize(actor, "commitment.edit");
  await transact(async (tx) => {
    const found = await tx.execute<Done>(sql`
      select type, after from events where id = ${input.eventId} and actor_kind = 'agent' and actor_id = ${actor.id}
        and after ->> 'commitmentId' = ${input.commitmentId} and recorded_at > now() - make_interval(secs => ${windowSeconds})`);
    const done = found.rows[0] ?? fail("not_found", "undo.too_late");
    const rows = await tx.execute<Commitment>(
      sql`select ${rowOf} from commitments m where m.id = ${input.commitmentId} for update`,
    );
    const now = rows.rows[0] ?? fail("not_found", "undo.too_late");
    if (now.version !== done.after.commitmentVersion) fail("conflict", "commitment.changed_since");
    if (done.type === "commitment.made") await unmake(tx, now);
    else await putBack(tx, now, done);
    const changed = await changeConversation(tx, actor, {
      id: now.conversationId,
      type: "conversation.undone",
      set: null,
      more: { eventId: input.eventId },
    });
    await rerankConversations(tx, [changed.id, now.conversationId]);
  }, "timers");
}

type Done = { type: string; after: { [key: string]: Json } };

async function unmake(tx: Tx, now: Commitment): Promise<void> {
  if (now.ownerAddress !== null) await withdrawAsks(tx, { ...now, address: now.ownerAddress });
  await tx.execute(sql`delete from commitments where id = ${now.id}`);
}

async function putBack(tx: Tx, now: Commitment, { type, after }: Done): Promise<void> {
  const was =
    typeof after.was === "object" && after.was !== null && !Array.isArray(after.was) ? after.was : {};
  const isMove = type === "commitment.moved" || after.handedOver === true;
  const owner = after.handedOver === true ? await lastOwner(tx, now) : now;
  if (isMove)
    await tx.execute(sql`
      delete from commitment_moves where id = (select id from commitment_moves where commitment_id = ${now.id} order by at desc, id desc limit 1)`);
  await tx.execute(sql`
    update commitments set state = ${text(was.state)}, due_at = ${text(was.dueAt)}::timestamptz, is_day = ${was.isDay === true},
      show_at = ${text(was.showAt)}::timestamptz, shown_at = ${text(was.shownAt)}::timestamptz, reminded_at = ${text(was.remindedAt)}::timestamptz,
      owner_id = ${owner.ownerId}, owner_address = ${owner.ownerAddress}, owner_name = ${owner.ownerName},
      closed_at = ${text(was.closedAt)}::timestamptz, closed_by = ${text(was.closedBy)}::uuid, broken_at = ${text(was.brokenAt)}::timestamptz,
      kept_message_id = ${text(was.keptMessageId)}::uuid, note = case when ${was.closedAt === null} then null else note end,
      version = version + 1 where id = ${now.id}`);
  if (owner !== now && now.ownerAddress !== null)
    await withdrawAsks(tx, { ...now, address: now.ownerAddress });
}

async function lastOwner(tx: Tx, now: Commitment) {
  const found = await tx.execute<{ before: string | null }>(sql`
    select owner_before as before from commitment_moves where commitment_id = ${now.id} order by at desc, id desc limit 1`);
  return ownerFromText(found.rows[0]?.before ?? null);
}

function text(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

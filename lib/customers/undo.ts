import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { uuids } from "@/db/uuids";
import { type Actor, authorize } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { fail } from "@/lib/errors";
import type { EventType } from "@/lib/events";
import { transact } from "@/lib/transact";
import { isSame, isWritten } from "./fields";
import { between, sides } from "./merge";
import { lockPersons, recordsOf } from "./record";
import { tellOf } from "./tell";
import { currentOf, linkById, linksOf, regroup, write } from "./tie";
import { unmergeWithin } from "./unmerge";

/** Seconds in which it can be taken back; the screen offers it for ten. */
const window = 120;

type Done = { type: EventType; before: { [key: string]: Json }; after: { [key: string]: Json } };

/**
 * Takes my own merge, un-merge or "not the same" back. Throws `not_found` after two minutes, and `conflict` when
 * somebody decided otherwise since.
 */
export async function undo(actor: Actor, input: { eventId: number }): Promise<{ eventId: number }> {
  authorize(actor, "customer.merge");
  return transact(async (tx) => {
    const found = await tx.execute<Done>(sql`
      select type, before, after from events where id = ${input.eventId} and conversation_id is null
        and actor_kind = 'agent' and actor_id = ${actor.id}
        and recorded_at > now() - make_interval(secs => ${window})`);
    const { type, before, after } = found.rows[0] ?? fail("not_found", "undo.too_late");
    if (type === "customer.merged") {
      return unmergeWithin(tx, actor, { linkId: text(after.linkId), apart: texts(before.apart) });
    }
    if (type === "customer.unmerged") return retie(tx, actor, after);
    if (type === "customer.told_apart") return forgetApart(tx, actor, after);
    return fail("not_found", "undo.too_late");
  }, "customers");
}

/** The same tie as before, with what it wrote where nobody wrote since. */
async function retie(tx: Tx, actor: Actor, done: Done["after"]): Promise<{ eventId: number }> {
  const link = (await linkById(tx, text(done.linkId))) ?? fail("not_found", "customer.no_link");
  const records = await lockPersons(tx, [link.aId, link.bId]);
  const { one, other } = sides(records, { oneId: link.aId, otherId: link.bId });
  const ids = records.map(({ id }) => id);
  const remembered = texts(done.remembered);
  const newer = between(await linksOf(tx, ids), one, other).filter(({ id }) => !remembered.includes(id));
  if (newer.length > 0) fail("conflict", "customer.decided_since");
  await tx.execute(sql`delete from customer_links where id = any(${uuids(remembered)})`);
  await tx.execute(sql`
    update customer_links set revoked_at = null, revoked_by = null, decided_at = clock_timestamp() where id = ${link.id}`);
  const current = currentOf(await recordsOf(tx, ids));
  const untouched = Object.entries(link.after ?? {}).filter(
    ([key]) => isWritten(key) && isSame(current(key), link.before?.[key] ?? null),
  );
  await write(
    tx,
    untouched.map(([key, value]) => ({ key, value })),
  );
  await regroup(tx, ids);
  const eventId = await tellOf(tx, actor, {
    type: "customer.merged",
    brandId: link.brandId,
    customerId: ids[0]!,
    recordIds: ids,
    before: { apart: [] },
    after: { linkId: link.id, oneId: link.aId, otherId: link.bId, evidence: link.evidence },
  });
  return { eventId };
}

async function forgetApart(tx: Tx, actor: Actor, done: Done["after"]): Promise<{ eventId: number }> {
  const [oneId, otherId] = [text(done.oneId), text(done.otherId)];
  const records = await lockPersons(tx, [oneId, otherId]);
  const asked = texts(done.asked);
  await tx.execute(sql`
    update customer_links set verdict = 'perhaps', decided_by = null, decided_at = null
    where id = any(${uuids(asked)}) and verdict = 'not_same' and revoked_at is null`);
  if (typeof done.made === "string")
    await tx.execute(sql`delete from customer_links where id = ${done.made}`);
  const brandId = records[0]?.brandId ?? fail("not_found", "customer.not_found");
  const eventId = await tellOf(tx, actor, {
    type: "customer.suggested",
    brandId,
    customerId: oneId,
    recordIds: records.map(({ id }) => id),
    after: { oneId, otherId, undone: true },
  });
  return { eventId };
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : fail("not_found", "undo.too_late");
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

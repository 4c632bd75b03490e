import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { notifyOfChannel } from "@/lib/notifications/notify-of-channel";

/** A channel that fails for longer than this is told of: shorter ones mend themselves, and everybody would stop reading. */
export const tellAfterMinutes = 15;

/** Access that ends is told of this many days before: asking for new access can take people's days. */
export const accessWarningDays = 7;

/**
 * Tells whoever looks after the house that a channel is down, once for each outage, that it works again, and that the
 * access to it ends soon, once for each end. Resolves with when the next is to be told, or null.
 */
export async function tellChannelTrouble(): Promise<Date | null> {
  return db.transaction(async (tx) => {
    await tellFailing(tx);
    await tellWell(tx);
    await tellEnding(tx);
    const next = await tx.execute<{ at: string | null }>(sql`
      select least(
        (select min(failing_since) + ${patience} from channels
          where paused_at is null and failing_since is not null and failing_told_for is distinct from failing_since),
        (select min(access_ends_at) - ${ahead} from channels
          where paused_at is null and access_ends_at is not null and access_told_for is distinct from access_ends_at))::text as at`);
    const at = next.rows[0]?.at;
    return at ? new Date(at) : null;
  });
}

const patience = sql.raw(`interval '${tellAfterMinutes} minutes'`);
const ahead = sql.raw(`interval '${accessWarningDays} days'`);

type Told = { id: string; at: string };

async function tellFailing(tx: Tx): Promise<void> {
  const failing = await tx.execute<Told>(sql`
    update channels set failing_told_for = failing_since
    where paused_at is null and failing_since <= now() - ${patience} and failing_told_for is distinct from failing_since
    returning id, failing_since::text as at`);
  for (const { id, at } of failing.rows)
    await notifyOfChannel(tx, { channelId: id, kind: "channel_failing", eventId: `failing:${id}:${at}` });
}

/** Only what has worked since: new settings forget the old failure before anybody has tried them. */
async function tellWell(tx: Tx): Promise<void> {
  const well = await tx.execute<Told>(sql`
    update channels h set failing_told_for = null from channels old
    where old.id = h.id and h.failing_since is null and h.last_success_at > h.failing_told_for
    returning h.id, old.failing_told_for::text as at`);
  for (const { id, at } of well.rows)
    await notifyOfChannel(tx, { channelId: id, kind: "channel_well", eventId: `failing:${id}:${at}` });
}

async function tellEnding(tx: Tx): Promise<void> {
  const ending = await tx.execute<Told>(sql`
    update channels set access_told_for = access_ends_at
    where paused_at is null and access_ends_at <= now() + ${ahead} and access_told_for is distinct from access_ends_at
    returning id, access_ends_at::text as at`);
  for (const { id, at } of ending.rows)
    await notifyOfChannel(tx, { channelId: id, kind: "access_ending", eventId: `access:${id}:${at}` });
}

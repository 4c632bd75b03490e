import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { channels } from "@/db/schema/channels";
import { teams } from "@/db/schema/teams";
import { type Actor, authorize, type System } from "@/lib/access";
import type { Schedule } from "@/lib/clock/schedule";
import { fail } from "@/lib/errors";
import { wake } from "@/lib/live/wake";
import { forgetRules } from "@/lib/targets/rules";
import * as marmelune from "./brand";
import { mapValues } from "./entries";
import * as staff from "./people";
import { removeStory } from "./remove";
import type { Places } from "./rows";
import { seedTales } from "./seed-tales";

/**
 * Starts the demo again: what was said goes, the people, channels and signed-in sessions stay, and the script begins
 * at its first line. Throws `not_found` when there is no sample brand, or when somebody took its stage apart.
 */
export async function replayDemo(actor: Actor | System, now: Date): Promise<void> {
  authorize(actor, "sample.remove");
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant.seed'))`);
    const places = { ...(await findPlaces(tx)), schedule: marmelune.openingHours(now) };
    await tx.execute(sql`
      update schedule_versions set hours = ${JSON.stringify(places.schedule)}::jsonb
      where schedule_id = (select schedule_id from brands where id = ${places.brandId})`);
    await removeStory(tx);
    await seedTales(tx, places, now);
    // A changed channel is stopped and started: the script forgets what it has played.
    await tx.execute(sql`
      update channels set cursor = null, version = version + 1 where kind = 'demo' and brand_id = ${places.brandId}`);
  });
  forgetRules();
  wake("events");
}

/** The stage of the sample brand. Throws `not_found` without one. */
export async function findPlaces(tx: Tx): Promise<Places> {
  const [brand] = (
    await tx.execute<{ id: string; hours: Schedule }>(sql`
      select b.id, v.hours from brands b join schedule_versions v on v.schedule_id = b.schedule_id
      where b.is_sample order by v.valid_from desc limit 1`)
  ).rows;
  if (!brand) return fail("not_found", "sample.not_found");
  const channelIds = new Map((await tx.select().from(channels)).map((row) => [row.address, row.id]));
  const teamIds = new Map((await tx.select().from(teams)).map((row) => [row.name, row.id]));
  const agentIds = new Map((await tx.select().from(agents)).map((row) => [row.email, row.id]));
  const found = (id: string | undefined) => id ?? fail("not_found", "sample.not_found");
  return {
    brandId: brand.id,
    schedule: brand.hours,
    tags: new Map(),
    channels: mapValues(marmelune.channels, ({ address }) => found(channelIds.get(address))),
    teams: mapValues(staff.teams, (name) => found(teamIds.get(name))),
    agents: mapValues(staff.people, ({ email }) => found(agentIds.get(email))),
  };
}

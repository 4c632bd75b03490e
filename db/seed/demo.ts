import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { brands } from "@/db/schema/brands";
import { installation, organisation } from "@/db/schema/organisation";
import { brand as marmelune } from "./brand";
import { pastDays, seedPast } from "./past/past";
import type { Places } from "./rows";
import { seedSatisfaction } from "./satisfaction";
import { seedBrand } from "./seed-brand";
import { seedPeople } from "./seed-people";
import { seedTales, startsOf } from "./seed-tales";

/**
 * Fills an empty installation with a Monday morning at Marmelune: people, a sample brand and about 60
 * conversations, dated relative to `now`. Does nothing, and says so, where there is any brand already.
 * Two that run at once make one.
 */
export async function seedDemo(now: Date): Promise<{ seeded: boolean }> {
  return seed(now, (tx, places) => seedTales(tx, places, now));
}

/** The same with fourteen months behind it, or so many days, which the reports tell of. */
export async function seedDemoWithPast(now: Date, days = pastDays): Promise<{ seeded: boolean }> {
  return seed(now, async (tx, places) => {
    const numbers = await seedPast(tx, places, { now, days, before: startsOf(places, now) });
    await seedSatisfaction(tx, places, now);
    await seedTales(tx, places, now, numbers);
  });
}

async function seed(
  now: Date,
  tell: (tx: Tx, places: Places) => Promise<void>,
): Promise<{ seeded: boolean }> {
  const mailPort = await freePort();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant.seed'))`);
    const [brand] = await tx.select({ id: brands.id }).from(brands).limit(1);
    if (brand) return { seeded: false };
    await tx.insert(organisation).values({ name: marmelune.name }).onConflictDoNothing();
    await tx.insert(installation).values({}).onConflictDoNothing();
    const people = await seedPeople(tx);
    const places = await seedBrand(tx, people, now, mailPort);
    await tell(tx, places);
    return { seeded: true };
  });
}

/** A port of this machine that nobody uses now, for the mail server that plays the customers. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}

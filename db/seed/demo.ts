import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { brands } from "@/db/schema/brands";
import { installation, organisation } from "@/db/schema/organisation";
import { brand as marmelune } from "./brand";
import { seedBrand } from "./seed-brand";
import { seedPeople } from "./seed-people";
import { seedTales } from "./seed-tales";

/**
 * Fills an empty installation with a Monday morning at Marmelune: people, a sample brand and about 60
 * conversations, dated relative to `now`. Does nothing, and says so, where there is any brand already.
 * Two that run at once make one.
 */
export async function seedDemo(now: Date): Promise<{ seeded: boolean }> {
  const mailPort = await freePort();
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant.seed'))`);
    const [brand] = await tx.select({ id: brands.id }).from(brands).limit(1);
    if (brand) return { seeded: false };
    await tx.insert(organisation).values({ name: marmelune.name }).onConflictDoNothing();
    await tx.insert(installation).values({}).onConflictDoNothing();
    const people = await seedPeople(tx);
    const places = await seedBrand(tx, people, now, mailPort);
    await seedTales(tx, places, now);
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

import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { accept } from "./channels/accept";
import { readLane, recoverLedger } from "./channels/intake";
import { newId } from "./id";
import { holdingLease } from "./lease";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

async function row(more = ""): Promise<string> {
  const externalId = newId();
  const body = Buffer.from(`From: odile@example.org\r\nSubject: Pot\r\n\r\nIt smoked.${more}\r\n`);
  await accept(desk.channelId, [{ externalId, body, contentType: "message/rfc822", meta: {} }], null);
  const found = await db.execute<{ id: string }>(
    sql`select id from inbound where external_id = ${externalId}`,
  );
  return found.rows[0]!.id;
}

async function claimFor(id: string, me: string): Promise<void> {
  await db.execute(sql`
    update inbound set state = 'reading', claimed_by = ${me}, lease_until = now() + interval '1 second' where id = ${id}`);
}

const stateOf = async (id: string) =>
  (await db.execute<{ state: string }>(sql`select state from inbound where id = ${id}`)).rows[0]!.state;

test("work that takes longer than its lease keeps it, and what belongs to a dead worker is taken again", async () => {
  const [mine, dead] = [await row(), await row()];
  await claimFor(mine, "me");
  await claimFor(dead, "dead");
  await holdingLease({ table: "inbound", state: "reading", me: "me", ids: [mine, dead] }, 1, async () => {
    await pause(2_500);
    await recoverLedger("other", "live");
    expect(await stateOf(mine)).toBe("reading");
    expect(await stateOf(dead)).toBe("new");
  });
  await pause(1_300);
  await recoverLedger("other", "live");
  expect(await stateOf(mine)).toBe("new");
});

test("an item at which the process died again and again is parked, not tried for ever", async () => {
  const id = await row(" Again.");
  await db.execute(sql`update inbound set attempts = 20 where id = ${id}`);
  while ((await readLane("me", "live")) > 0);
  expect(await stateOf(id)).toBe("parked");
});

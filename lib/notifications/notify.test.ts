import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { notify } from "./notify";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

test("nobody is told of a conversation that they may not see", async () => {
  const [customerId, id] = [newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Claire Dumontet')`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at)
    values (${id}, ${desk.brandId}, ${customerId}, now(), now())`);
  const stranger = await testAgent("Giulia Conti", "agent", [], []);
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const everybody = [desk.tom.id, stranger.id, hannah.id];
  const told = async (eventId: string) => {
    await notify(db, { eventId, conversationId: id, kind: "mentioned", agentIds: everybody });
    const found = await db.execute<{ id: string }>(
      sql`select agent_id as id from notifications where event_id = ${eventId}`,
    );
    return found.rows.map((row) => row.id).sort();
  };
  expect(await told("1")).toEqual([desk.tom.id, hannah.id].sort());
  await db.execute(sql`update conversations set is_restricted = true where id = ${id}`);
  await db.execute(
    sql`insert into conversation_access (conversation_id, agent_id) values (${id}, ${desk.tom.id})`,
  );
  expect(await told("2")).toEqual([desk.tom.id]);
});

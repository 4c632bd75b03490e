import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { getConversation, olderTimeline } from "./get-conversation";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

test("messages of one second are all read, whatever page they fall on, and a bent cursor is a wrong request", async () => {
  const [customerId, id] = [newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Nora Lindqvist')`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at)
    values (${id}, ${desk.brandId}, ${customerId}, now(), now())`);
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, agent_id, text, sent_at, created_at)
    select ${id}, gen_random_uuid(), 'note', ${desk.salma.id}::uuid, n::text, '2026-11-21 09:00:00.123456Z', now() from generate_series(1, 150) n`);
  const view = await getConversation(desk.salma, { idOrNumber: id });
  const texts = view.timeline.flatMap((item) => (item.type === "message" ? [item.text] : []));
  for (let cursor = view.older; cursor !== null; ) {
    const page = await olderTimeline(desk.salma, { conversationId: id, cursor });
    texts.push(...page.items.flatMap((item) => (item.type === "message" ? [item.text] : [])));
    cursor = page.older;
  }
  expect(new Set(texts).size).toBe(150);
  expect(texts).toHaveLength(150);
  for (const cursor of ["MQ", "zzz", Buffer.from('["1","x"]').toString("base64url")])
    await expect(olderTimeline(desk.salma, { conversationId: id, cursor })).rejects.toMatchObject({
      code: "invalid",
    });
});

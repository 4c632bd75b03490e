import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { parseFilter } from "@/lib/filter/parse";
import { toSql } from "@/lib/filter/to-sql";
import { newId } from "@/lib/id";
import { undo } from "@/lib/triage/undo";
import { listContactReasons } from "./list";
import { nameOf } from "./list-name";
import { changeReason, createReason } from "./save";
import { reasonChoice, sayReason } from "./say";

testDatabase();
let desk: TestDesk;
let ines: Actor;
let delivery: string;
let late: string;
let broken: string;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  delivery = (
    await createReason(ines, { parentId: null, names: { en: "Delivery", fr: "Livraison" }, tags: [] })
  ).id;
  late = (
    await createReason(ines, { parentId: delivery, names: { en: "late", fr: "en retard" }, tags: ["Late"] })
  ).id;
  broken = (await createReason(ines, { parentId: delivery, names: { en: "broken" }, tags: [] })).id;
});

async function conversation(): Promise<string> {
  const [id, customerId] = [newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Paul Rey')`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, cycle_started_at, last_message_at)
    values (${id}, ${desk.brandId}, ${customerId}, ${desk.channelId}, now(), now())`);
  return id;
}

async function found(typed: string): Promise<string[]> {
  const me = { id: ines.id, teamIds: [], zone: "UTC", agents: [], teams: [], brands: [], channels: [] };
  const rows = await db.execute<{ id: string }>(
    sql`select q.id from conversations q where ${toSql(parseFilter(typed), me, Date.now(), "conversations")}`,
  );
  return rows.rows.map(({ id }) => id);
}

test("a reason has a theme, and there is no third level", async () => {
  const all = await listContactReasons(desk.salma);
  expect(all.map(({ names }) => names.en)).toEqual(["Delivery", "late", "broken"]);
  expect(nameOf(all[1]!, all[0]!, "fr")).toBe("Livraison › en retard");
  expect(nameOf(all[2]!, all[0]!, "fr")).toBe("Livraison › broken");
  await expect(createReason(ines, { parentId: late, names: { en: "very" }, tags: [] })).rejects.toMatchObject(
    {
      code: "invalid",
    },
  );
  await expect(
    createReason(desk.salma, { parentId: null, names: { en: "Mine" }, tags: [] }),
  ).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("what it was about is said, stands in an event, is found by it, and can be taken back", async () => {
  const id = await conversation();
  expect(await found("reason:none")).toContain(id);
  const said = await sayReason(desk.salma, { conversationId: id, reasonId: late });
  expect(said).toMatchObject({ before: { contact_reason_id: null }, after: { contact_reason_id: late } });
  for (const typed of [
    "reason:late",
    'reason:"en retard"',
    "reason:delivery",
    "reason:livraison/en",
    "reason:Delivery/late",
  ])
    expect([typed, await found(typed)]).toEqual([typed, typed === "reason:livraison/en" ? [] : [id]]);
  expect(await found("-reason:late")).not.toContain(id);
  await undo(desk.salma, { eventId: said.eventId });
  expect(await found("reason:late")).toEqual([]);
});

test("a tag suggests its reason", async () => {
  const id = await conversation();
  expect(await reasonChoice(desk.salma, { conversationId: id })).toMatchObject({
    current: null,
    suggested: [],
  });
  await db.execute(
    sql`insert into conversation_tags (conversation_id, tag_id) select ${id}, id from tags where name = 'late'`,
  );
  expect((await reasonChoice(desk.salma, { conversationId: id })).suggested).toEqual([late]);
});

test("an archived reason stays where it was said and is offered to nobody", async () => {
  const id = await conversation();
  await sayReason(desk.salma, { conversationId: id, reasonId: broken });
  await changeReason(ines, { reasonId: broken, state: "archived" });
  const choice = await reasonChoice(desk.salma, { conversationId: id });
  expect(choice.current).toBe(broken);
  expect(choice.all.map((one) => one.id)).toEqual([delivery, late]);
  await expect(
    sayReason(desk.salma, { conversationId: await conversation(), reasonId: broken }),
  ).rejects.toMatchObject({ code: "conflict" });
  await changeReason(ines, { reasonId: delivery, state: "archived" });
  expect((await reasonChoice(desk.salma, { conversationId: id })).all).toEqual([]);
  await changeReason(ines, { reasonId: delivery, state: "offered" });
  await changeReason(ines, { reasonId: broken, state: "offered", position: 0 });
  expect((await listContactReasons(ines)).map((one) => one.id)).toEqual([delivery, broken, late]);
});

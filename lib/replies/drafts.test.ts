import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { draftOf, saveDraft } from "./draft";
import { goPrivate } from "./go-private";
import { saveSharedDraft, shareDraft, sharedDraftOf, takeSharedDraft, unshareDraft } from "./shared-draft";
import { replyWays } from "./ways";

testDatabase();
let desk: TestDesk;
let conversationId: string;
const words = { mode: "private" as const, recipients: null };

beforeAll(async () => {
  desk = await testDesk();
  conversationId = await opened("Claire Dumontet");
});

async function opened(name: string): Promise<string> {
  const [customerId, id] = [newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, ${name})`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, is_public, cycle_started_at, last_message_at)
    values (${id}, ${desk.brandId}, ${customerId}, true, now(), now())`);
  return id;
}

test("two windows of one person never overwrite each other", async () => {
  const first = await saveDraft(desk.salma, { ...words, conversationId, text: "One", baseVersion: 0 });
  expect(first).toEqual({ version: 1 });
  const second = await saveDraft(desk.salma, { ...words, conversationId, text: "One two", baseVersion: 1 });
  expect(second).toEqual({ version: 2 });
  const other = saveDraft(desk.salma, { ...words, conversationId, text: "Another", baseVersion: 1 });
  await expect(other).rejects.toMatchObject({
    code: "conflict",
    details: { draft: { text: "One two", version: 2 } },
  });
  // Once shown, the choice is its own confirmation.
  await saveDraft(desk.salma, { ...words, conversationId, text: "Another", baseVersion: 2 });
  expect((await draftOf(desk.salma, { conversationId }))?.text).toBe("Another");
  expect(await draftOf(desk.tom, { conversationId })).toBeNull();
});

test("a shared draft has one holder; whoever loses it loses no letter", async () => {
  await shareDraft(desk.salma, { ...words, conversationId, text: "Dear Claire" });
  expect(await draftOf(desk.salma, { conversationId })).toBeNull();
  await expect(shareDraft(desk.tom, { ...words, conversationId, text: "Mine" })).rejects.toMatchObject({
    key: "draft.held_by",
  });
  await saveSharedDraft(desk.salma, { ...words, conversationId, text: "Dear Claire, the" });
  const taken = await takeSharedDraft(desk.tom, { conversationId });
  expect(taken).toMatchObject({ text: "Dear Claire, the", holder: { name: "Tom Verhaegen" } });
  // Her last letters were still on their way.
  const late = saveSharedDraft(desk.salma, { ...words, conversationId, text: "Dear Claire, the pot" });
  await expect(late).rejects.toMatchObject({
    key: "draft.held_by",
    details: { holder: { id: desk.tom.id } },
  });
  expect((await draftOf(desk.salma, { conversationId }))?.text).toBe("Dear Claire, the pot");
  expect(await sharedDraftOf(desk.salma, { conversationId })).toMatchObject({ text: "Dear Claire, the" });
  await unshareDraft(desk.tom, { conversationId });
  expect(await sharedDraftOf(desk.salma, { conversationId })).toBeNull();
  expect((await draftOf(desk.tom, { conversationId }))?.text).toBe("Dear Claire, the");
});

test("of two who take it over at once one has it", async () => {
  await shareDraft(desk.salma, { ...words, conversationId, text: "Dear Claire" });
  await Promise.all([
    takeSharedDraft(desk.tom, { conversationId }),
    takeSharedDraft(desk.salma, { conversationId }),
  ]);
  const holder = (await sharedDraftOf(desk.tom, { conversationId }))?.holder.id;
  const saved = await Promise.allSettled(
    [desk.tom, desk.salma].map((who) =>
      saveSharedDraft(who, { ...words, conversationId, text: `By ${who.name}` }),
    ),
  );
  expect(saved.map((one) => one.status)).toEqual(
    [desk.tom.id, desk.salma.id].map((id) => (id === holder ? "fulfilled" : "rejected")),
  );
});

test("from public to private: a linked mail conversation, once, and only where we hold an address", async () => {
  const id = await opened("Ben Okafor");
  await expect(goPrivate(desk.salma, { conversationId: id })).rejects.toMatchObject({
    key: "private.no_address",
  });
  await db.execute(sql`
    insert into identities (id, customer_id, brand_id, kind, value, display, evidence)
    select ${newId()}, customer_id, brand_id, 'email', 'ben@example.org', 'ben@example.org', 'claimed' from conversations where id = ${id}`);
  const went = await goPrivate(desk.salma, { conversationId: id });
  expect(went).toMatchObject({ isNew: true, publicLine: expect.stringContaining("in private") });
  expect(await goPrivate(desk.salma, { conversationId: id })).toMatchObject({
    isNew: false,
    conversationId: went.conversationId,
  });
  expect(await replyWays(went.conversationId)).toMatchObject([{ mode: "private", to: ["ben@example.org"] }]);
});

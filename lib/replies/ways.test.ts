import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { replyWays } from "./ways";

testDatabase();

/** A conversation on a page, whose customer wrote so many hours ago. */
async function wrote(hoursAgo: number, isPublic: "public" | "private"): Promise<string> {
  const desk = await testDesk("facebook");
  const [conversationId, customerId] = [newId(), newId()];
  const at = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Ben Okafor')`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, status, cycle_started_at, last_message_at)
    values (${conversationId}, ${desk.brandId}, ${customerId}, ${desk.channelId}, 'open', ${at}, ${at})`);
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, is_public, text, external_id, sent_at)
    values (${conversationId}, ${newId()}, 'customer', ${desk.channelId}, ${isPublic === "public"}, 'Hello', 'm_1', ${at})`);
  return conversationId;
}

const hoursFromNow = (at: string | null) =>
  at === null ? null : Math.round((Date.parse(at) - Date.now()) / 3_600_000);

test("a private message is open for a day, then for a personal answer until the week is over", async () => {
  const [fresh] = await replyWays(await wrote(3, "private"));
  expect([hoursFromNow(fresh!.freeUntil), hoursFromNow(fresh!.closesAt), fresh!.closedSince]).toEqual([
    21,
    165,
    null,
  ]);
  const [late] = await replyWays(await wrote(30, "private"));
  expect([hoursFromNow(late!.freeUntil), late!.closedSince]).toEqual([-6, null]);
  const [over] = await replyWays(await wrote(200, "private"));
  expect(over!.closedSince).not.toBeNull();
});

test("a comment may be answered in public for ever, and privately within its week", async () => {
  const ways = await replyWays(await wrote(30, "public"));
  expect(ways.map(({ mode, closesAt, freeUntil }) => [mode, hoursFromNow(closesAt), freeUntil])).toEqual([
    ["public", null, null],
    ["private", 138, null],
  ]);
});

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { accept } from "@/lib/channels/accept";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { itemsOf } from "./webhook";

testDatabase();

test("the stars of a review stand at its message, change with it, and the way to answer is the site", async () => {
  const desk = await testDesk("reviews");
  const config = JSON.stringify({ source: "avis.example" });
  await db.execute(sql`update channels set config = ${config}::jsonb where id = ${desk.channelId}`);
  const tell = async (review: { id: string; rating: number; text: string; url: string }) => {
    await accept(desk.channelId, itemsOf(review, JSON.stringify(review), new Date()), null);
    await expect
      .poll(
        async () => {
          await readLedger("test");
          const left = await db.execute(
            sql`select 1 from inbound where channel_id = ${desk.channelId} and state <> 'done'`,
          );
          return left.rows.length;
        },
        { timeout: 40_000, interval: 300 },
      )
      .toBe(0);
  };
  const url = "https://avis.example/r1";
  await tell({ id: "r1", rating: 2, text: "It leaks.", url });
  const found = await db.execute<{ id: string }>(
    sql`select id from conversations where channel_id = ${desk.channelId}`,
  );
  const messages = async () => {
    const view = await getConversation(desk.salma, { idOrNumber: found.rows[0]?.id ?? "" });
    return { there: view.answerThere, said: view.timeline.filter((item) => item.type === "message") };
  };
  expect(await messages()).toMatchObject({
    there: url,
    said: [{ rating: { value: 2, of: 5 }, text: "It leaks.", editedAt: null }],
  });
  await tell({ id: "r1", rating: 5, text: "It leaks.", url });
  expect(await messages()).toMatchObject({
    said: [{ rating: { value: 5, of: 5 }, text: "It leaks.", editedAt: expect.any(String) }],
  });
  await stopParsing();
});

import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk } from "@/db/test-desk";
import { startReceiver } from "@/e2e/support/receiver";
import { checkDraft } from "./check-channel";

testDatabase();

test("a receiver is tried before its channel is stored, and nothing is kept of it", async () => {
  await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const secret = "a-secret-of-more-than-24-characters";
  const receiver = await startReceiver(secret);
  const draft = {
    kind: "api",
    config: { source: "pots", secret, receiverUrl: receiver.url },
    channelId: null,
  };
  expect(await checkDraft(hannah, draft)).toBeNull();
  expect(receiver.taken()[0]).toMatchObject({ isSigned: true, body: { type: "ping" } });
  receiver.answer(500);
  expect(await checkDraft(hannah, draft)).toMatchObject({ code: expect.stringMatching(/^api\./) });
  const kept = await db.execute(sql`select 1 from knocks`);
  expect(kept.rows).toEqual([]);
  await receiver.close();
});

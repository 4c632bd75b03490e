import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { type MetaServer, startMetaServer } from "@/e2e/support/meta-server";
import { readLedger } from "@/lib/channels/intake";
import { sealSecrets } from "@/lib/channels/load";
import { stopParsing } from "@/lib/channels/parse-pool";
import { receiveWebhook } from "@/lib/channels/webhook";
import { getConversation } from "@/lib/conversations/get-conversation";

testDatabase();
let meta: MetaServer;
let desk: TestDesk;

beforeAll(async () => {
  meta = await startMetaServer();
  desk = await testDesk("facebook");
  const { page, application, token, url } = meta;
  const secrets = { appSecret: application.secret, verifyToken: application.verifyToken, accessToken: token };
  await db.execute(sql`
    update channels set config = ${JSON.stringify({ address: page.id, appId: application.id, apiUrl: url })}::jsonb,
      secrets = ${sealSecrets(secrets)}, address = ${page.id} where id = ${desk.channelId}`);
});
afterAll(async () => {
  await stopParsing();
  await meta.close();
});

/** Hands over what Meta has to tell, as it would, and reads it. */
async function hear(): Promise<void> {
  for (const { body } of meta.undelivered.splice(0)) {
    const signature = createHmac("sha256", meta.application.secret).update(body).digest("hex");
    const headers = { "x-hub-signature-256": `sha256=${signature}` };
    const request = new Request("http://x/hook", { method: "POST", body, headers });
    expect((await receiveWebhook("facebook", desk.channelId, request, null)).status).toBe(200);
  }
  await readLedger("meta");
}

async function conversationOf(externalId: string): Promise<string> {
  const found = await db.execute<{ id: string }>(
    sql`select conversation_id as id from messages where external_id = ${externalId}`,
  );
  return found.rows[0]?.id ?? "";
}

test("an answer from the page's own inbox is ours and stops the clock; the customer's next words start it again", async () => {
  const ben = meta.person("Ben Okafor");
  const mid = meta.message(ben, "Second kettle leaking.");
  await hear();
  const id = await conversationOf(mid);
  expect((await getConversation(desk.salma, { idOrNumber: id })).row.status).toBe("open");
  await new Promise((later) => setTimeout(later, 5));
  meta.answerThere(ben, "We send you another one.");
  await hear();
  const answered = await getConversation(desk.salma, { idOrNumber: id });
  expect(answered.row.status).toBe("waiting");
  expect(answered.timeline.filter((item) => item.type === "message")).toMatchObject([
    { kind: "customer", authorName: "Ben Okafor" },
    { kind: "reply", text: "We send you another one." },
  ]);
  const second = meta.message(ben, "And when?");
  await hear();
  expect(await conversationOf(second)).toBe(id);
  expect((await getConversation(desk.salma, { idOrNumber: id })).row.status).toBe("open");
});

test("comments of two people under one post are two conversations, one person's are one; edits, hiding and removing are followed", async () => {
  const [lucie, paul] = [meta.person("Lucie Ferrand"), meta.person("Paul Rey")];
  const post = meta.post("Soldes");
  const first = meta.comment(post, lucie, "Trop cher");
  const other = meta.comment(post, paul, "Pas d’accord", first.id);
  const second = meta.comment(post, lucie, "Vraiment trop cher");
  await hear();
  const id = await conversationOf(first.id);
  expect(await conversationOf(second.id)).toBe(id);
  expect(await conversationOf(other.id)).not.toBe(id);
  meta.edit(first, "Un peu cher");
  meta.hideThere(second);
  await hear();
  const shown = await getConversation(desk.salma, { idOrNumber: id });
  expect(shown.timeline.filter((item) => item.type === "message")).toMatchObject([
    { text: "Un peu cher", editedAt: expect.any(String), hidden: null, parent: { text: "Soldes" } },
    { text: "Vraiment trop cher", hidden: { by: null } },
  ]);
  meta.remove(first);
  await hear();
  const after = await getConversation(desk.salma, { idOrNumber: id });
  expect(after.timeline[0]).toMatchObject({ deletedAt: expect.any(String), deletedBy: null });
});

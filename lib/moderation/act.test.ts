import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { type MetaServer, startMetaServer } from "@/e2e/support/meta-server";
import type { Actor } from "@/lib/access";
import { accept } from "@/lib/channels/accept";
import { readLedger } from "@/lib/channels/intake";
import { sealSecrets } from "@/lib/channels/load";
import { stopParsing } from "@/lib/channels/parse-pool";
import { actForRule } from "./act";
import { forgetModeration } from "./in-force";
import { judge } from "./judge";
import { listHits } from "./list-hits";
import { ruleInput } from "./rule";
import { createRule } from "./save-rule";
import { undoHit } from "./undo-hit";

testDatabase();
let meta: MetaServer;
let desk: TestDesk;
let ines: Actor;

beforeAll(async () => {
  meta = await startMetaServer();
  desk = await testDesk("facebook");
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  const { page, application, token, url } = meta;
  const config = { address: page.id, appId: application.id, apiUrl: url };
  const secrets = sealSecrets({
    appSecret: application.secret,
    verifyToken: application.verifyToken,
    accessToken: token,
  });
  await db.execute(sql`
    update channels set config = ${JSON.stringify(config)}::jsonb, secrets = ${secrets}, address = ${page.id} where id = ${desk.channelId}`);
  const wanted = { words: ["voleurs"], reach: "public" };
  const rule = {
    name: "Insults",
    brandId: desk.brandId,
    conditions: wanted,
    actions: [{ kind: "hide" }, { kind: "tag", name: "insult" }],
  };
  await createRule(ines, ruleInput.parse(rule));
  forgetModeration();
});
afterAll(async () => {
  await stopParsing();
  await meta.close();
});

/** A comment, as the webhook brings it, judged as the job does. */
async function comment(words: string) {
  const made = meta.comment(meta.post("Cocottes"), meta.person("Odile Aubry"), words);
  const body = new TextEncoder().encode(meta.undelivered.at(-1)?.body);
  const raw = { externalId: made.id, body, contentType: "application/json", meta: {} };
  await accept(desk.channelId, [raw], null);
  await readLedger("rules");
  const found = await db.execute<{ conversationId: string; messageId: string }>(sql`
    select conversation_id as "conversationId", id as "messageId" from messages where external_id = ${made.id}`);
  const placed = found.rows[0] ?? { conversationId: "", messageId: "" };
  await judge(placed);
  const hit = (await listHits(desk.salma, { ruleId: null, cursor: null })).items.find(
    (one) => one.conversation.id === placed.conversationId,
  );
  return { made, placed, hitId: hit?.id ?? "" };
}

const didOf = async (hitId: string) =>
  (await listHits(desk.salma, { ruleId: null, cursor: null })).items.find(({ id }) => id === hitId)?.did;

test("a rule hides a comment on the network, once, and its undo shows it again", async () => {
  const { made, placed, hitId } = await comment("Vous êtes des voleurs");
  expect(await didOf(hitId)).toMatchObject([
    { kind: "hide", state: "waiting" },
    { kind: "tag", state: "done" },
  ]);
  await actForRule({ hitId });
  await actForRule({ hitId });
  expect(meta.comments.get(made.id)?.isHidden).toBe(true);
  expect(await didOf(hitId)).toMatchObject([{ kind: "hide", state: "done" }, { kind: "tag" }]);
  const events = await db.execute(sql`
    select after ->> 'verb' as verb, actor_kind as who from events where conversation_id = ${placed.conversationId} and type = 'message.acted'`);
  expect(events.rows).toEqual([{ verb: "hide", who: "rule" }]);

  await undoHit(desk.salma, { hitId });
  await actForRule({ hitId });
  expect(meta.comments.get(made.id)?.isHidden).toBe(false);
  expect(await didOf(hitId)).toMatchObject([{ state: "undone" }, { state: "undone" }]);
});

test("what the network refuses for good stands in the log as refused, what it refuses for now is tried again", async () => {
  const { hitId } = await comment("Voleurs, encore");
  meta.refuse({ status: 503, error: { code: 2, message: "Service temporarily unavailable" } });
  await expect(actForRule({ hitId })).rejects.toThrow();
  expect(await didOf(hitId)).toMatchObject([{ state: "waiting" }, {}]);
  meta.refuse({ status: 403, error: { code: 200, message: "Requires pages_manage_engagement" } });
  await actForRule({ hitId });
  expect(await didOf(hitId)).toMatchObject([{ state: "failed", code: expect.stringContaining("meta.") }, {}]);
});

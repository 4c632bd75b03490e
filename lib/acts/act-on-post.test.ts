import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { type MetaServer, startMetaServer } from "@/e2e/support/meta-server";
import { accept } from "@/lib/channels/accept";
import { readLedger } from "@/lib/channels/intake";
import { sealSecrets } from "@/lib/channels/load";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { actOnPost } from "./act-on-post";

testDatabase();
let meta: MetaServer;
let desk: TestDesk;
let here: { conversationId: string; messageId: string };

beforeAll(async () => {
  meta = await startMetaServer();
  desk = await testDesk("facebook");
  const { page, application, token, url } = meta;
  const config = { address: page.id, appId: application.id, apiUrl: url };
  const secrets = sealSecrets({
    appSecret: application.secret,
    verifyToken: application.verifyToken,
    accessToken: token,
  });
  await db.execute(sql`
    update channels set config = ${JSON.stringify(config)}::jsonb, secrets = ${secrets}, address = ${page.id} where id = ${desk.channelId}`);
  const comment = meta.comment(meta.post("Cocottes"), meta.person("Odile Aubry"), "Vous êtes des voleurs");
  const body = new TextEncoder().encode(meta.undelivered[0]?.body);
  await accept(
    desk.channelId,
    [{ externalId: comment.id, body, contentType: "application/json", meta: {} }],
    null,
  );
  await readLedger("acts");
  await stopParsing();
  const found = await db.execute<{ conversationId: string; messageId: string }>(sql`
    select conversation_id as "conversationId", id as "messageId" from messages where external_id = ${comment.id}`);
  here = found.rows[0] ?? { conversationId: "", messageId: "" };
});
afterAll(() => meta.close());

const comment = () => [...meta.comments.values()][0];

async function shown() {
  const view = await getConversation(desk.tom, { idOrNumber: here.conversationId });
  return {
    message: view.timeline.find((item) => item.type === "message"),
    events: view.timeline.filter((item) => item.type === "event" && item.event === "message.acted"),
  };
}

test("a comment is hidden on the network, and the desk says by whom; saying it again changes nothing", async () => {
  const { eventId } = await actOnPost(desk.tom, { ...here, verb: "hide" });
  expect(eventId).not.toBeNull();
  expect(comment()?.isHidden).toBe(true);
  expect(await actOnPost(desk.salma, { ...here, verb: "hide" })).toEqual({ eventId: null });
  const { message, events } = await shown();
  expect(message).toMatchObject({
    hidden: { by: "Tom Verhaegen" },
    liked: null,
    acts: ["like", "hide", "delete"],
  });
  expect(events).toMatchObject([{ actor: { name: "Tom Verhaegen" }, after: { verb: "hide" } }]);
  await actOnPost(desk.salma, { ...here, verb: "unhide" });
  expect(comment()?.isHidden).toBe(false);
  expect((await shown()).message).toMatchObject({ hidden: null });
});

test("two at the same moment are one event", async () => {
  await Promise.all([desk.tom, desk.salma].map((actor) => actOnPost(actor, { ...here, verb: "like" })));
  expect(
    (await shown()).events.filter((event) => event.type === "event" && event.after?.verb === "like"),
  ).toHaveLength(1);
});

test("what the network refuses is not noted, and its reason is said with the remedy", async () => {
  meta.refuse({ status: 403, error: { code: 200, message: "Requires pages_manage_engagement" } });
  await expect(actOnPost(desk.tom, { ...here, verb: "hide" })).rejects.toMatchObject({
    code: "unavailable",
    key: "act.failed",
    params: { reason: expect.stringMatching(/permissions.*pages_manage_engagement/) },
  });
  expect((await shown()).message).toMatchObject({ hidden: null });
});

test("who is learning may hide, but not delete; who sees nothing of it may do neither", async () => {
  const jules = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  await expect(actOnPost(jules, { ...here, verb: "delete" })).rejects.toMatchObject({ code: "forbidden" });
  await actOnPost(jules, { ...here, verb: "hide" });
  const stranger = await testAgent("Hannah Whitlock", "manager", [], []);
  await expect(actOnPost(stranger, { ...here, verb: "unhide" })).rejects.toMatchObject({ code: "not_found" });
});

test("what was deleted there stays readable here, and takes no other act", async () => {
  await actOnPost(desk.tom, { ...here, verb: "delete" });
  expect(meta.comments.size).toBe(0);
  const { message } = await shown();
  expect(message).toMatchObject({ text: "Vous êtes des voleurs", deletedAt: expect.any(String), acts: [] });
  await expect(actOnPost(desk.tom, { ...here, verb: "unhide" })).rejects.toMatchObject({
    key: "act.deleted",
  });
});

import { sql } from "drizzle-orm";
import { afterEach, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import type { IncomingMessage } from "@/lib/channels/channel";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { reopen } from "@/lib/triage/reopen";
import { forgetModeration } from "./in-force";
import { judge } from "./judge";
import { listHits } from "./list-hits";
import { listRules } from "./list-rules";
import { ruleInput } from "./rule";
import { createRule, deleteRule, moveRuleUp, updateRule } from "./save-rule";
import { tryRule } from "./try-rule";
import { undoHit } from "./undo-hit";

testDatabase();

let desk: TestDesk;
let ines: Actor;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});
afterEach(async () => {
  await db.execute(sql`update moderation_rules set deleted_at = now() where deleted_at is null`);
  forgetModeration();
});

async function arrive(from: string, text: string, more: Partial<IncomingMessage> = {}) {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, more);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed!;
}

/** As the job does: after the message came. */
async function arriveAndJudge(from: string, text: string, more: Partial<IncomingMessage> = {}) {
  const placed = await arrive(from, text, more);
  await judge(placed);
  return placed;
}

const rule = (name: string, conditions: object, actions: object[], more: object = {}) =>
  createRule(ines, ruleInput.parse({ name, brandId: desk.brandId, conditions, actions, ...more }));
const see = async (id: string) => (await getConversation(desk.salma, { idOrNumber: id })).row;
const log = async () => (await listHits(desk.salma, { ruleId: null, cursor: null })).items;

test("a rule closes a troll without a reply, tags it, says so in the timeline and in its log, and is undone", async () => {
  const { id } = await rule("Trolls", { words: ["arnaque"], reach: "any" }, [
    { kind: "tag", name: "Troll" },
    { kind: "close" },
  ]);
  const other = await arriveAndJudge("paul@example.org", "Où est ma facture ?");
  const { conversationId } = await arriveAndJudge("yanis@example.org", "ARNAQUÉ !!!");
  expect(await see(other.conversationId)).toMatchObject({ status: "open", tags: [] });
  expect(await see(conversationId)).toMatchObject({ status: "resolved", tags: ["troll"] });
  const { timeline } = await getConversation(desk.salma, { idOrNumber: conversationId });
  expect(
    timeline.flatMap((item) => (item.type === "event" && item.actor.kind === "rule" ? [item.event] : [])),
  ).toEqual(["conversation.tagged", "conversation.closed_without_reply", "rule.applied"]);

  const [hit] = await log();
  expect(hit).toMatchObject({
    rule: { id, name: "Trolls" },
    excerpt: "ARNAQUÉ !!!",
    did: [
      { kind: "tag", state: "done" },
      { kind: "close", state: "done" },
    ],
    canUndo: true,
  });
  await undoHit(desk.salma, { hitId: hit!.id });
  expect(await see(conversationId)).toMatchObject({ status: "open", tags: [], unansweredCount: 1 });
  expect((await log())[0]).toMatchObject({ undoneBy: "Salma Idrissi", canUndo: false });
  await expect(undoHit(desk.salma, { hitId: hit!.id })).rejects.toMatchObject({ key: "rule.undone" });
});

test("a message is judged once, however often the job runs, also by two at a time", async () => {
  await rule("Spam", { hasLink: true, isNewAuthor: true }, [{ kind: "spam" }]);
  const placed = await arrive("sales@watches.example", "Cheap: https://watches.example");
  await Promise.all([judge(placed), judge(placed), judge(placed)]);
  await judge(placed);
  expect(await see(placed.conversationId)).toMatchObject({ status: "spam" });
  expect((await log()).filter((hit) => hit.conversation.id === placed.conversationId)).toHaveLength(1);
  await reopen(desk.salma, { conversationId: placed.conversationId });
  await judge(placed);
  expect((await see(placed.conversationId)).status, "what a person restored stays").toBe("open");
});

test("what a person has changed since is kept when a rule is undone", async () => {
  await rule("Spam", { words: ["casino"] }, [{ kind: "tag", name: "casino" }, { kind: "spam" }]);
  const { conversationId } = await arriveAndJudge("a@watches.example", "Casino!");
  await reopen(desk.salma, { conversationId });
  const [hit] = await log();
  const { did } = await undoHit(desk.salma, { hitId: hit!.id });
  expect(did.map(({ state }) => state)).toEqual(["undone", "kept"]);
  expect(await see(conversationId)).toMatchObject({ status: "open", tags: [] });
});

test("a conversation that we have answered is never put away", async () => {
  await rule("Trolls", { words: ["arnaque"] }, [{ kind: "close" }, { kind: "spam" }]);
  const first = await arrive("odile@example.org", "Ma cocotte a fumé");
  await db.execute(
    sql`update conversations set first_response_at = now() where id = ${first.conversationId}`,
  );
  const second = await arriveAndJudge("odile@example.org", "Encore rien, c’est une arnaque", {
    inReplyTo: [],
  });
  await db.execute(
    sql`update conversations set first_response_at = now() where id = ${second.conversationId}`,
  );
  const third = await arriveAndJudge("claire@example.org", "arnaque");
  expect((await see(third.conversationId)).status).toBe("resolved");
  const answered = await arrive("marek@example.org", "arnaque");
  await db.execute(
    sql`update conversations set first_response_at = now() where id = ${answered.conversationId}`,
  );
  await judge(answered);
  expect((await see(answered.conversationId)).status).toBe("open");
  expect((await log())[0]?.did.map(({ state }) => state)).toEqual(["nothing", "nothing"]);
});

test("rules are asked in order, the last one ends it, and the order can be changed", async () => {
  const team = await rule("To Tom", { words: ["kettle"] }, [{ kind: "assign", teamId: desk.teamId }], {
    isLast: false,
  });
  const tag = await rule("Kettles", { words: ["kettle"] }, [{ kind: "tag", name: "kettle" }]);
  const late = await rule("Late", { words: ["kettle"] }, [{ kind: "tag", name: "late" }]);
  const { conversationId } = await arriveAndJudge("ben@example.org", "My kettle leaks");
  expect(await see(conversationId)).toMatchObject({ teamId: desk.teamId, tags: ["kettle"] });
  await moveRuleUp(ines, { ruleId: late.id });
  await moveRuleUp(ines, { ruleId: team.id });
  expect((await listRules(ines)).map(({ id }) => id)).toEqual([team.id, late.id, tag.id]);
  const next = await arriveAndJudge("ben2@example.org", "My kettle leaks");
  expect((await see(next.conversationId)).tags).toEqual(["late"]);
  await updateRule(ines, {
    ruleId: late.id,
    ...ruleInput.parse({
      name: "Late",
      brandId: desk.brandId,
      conditions: { words: ["kettle"] },
      actions: [{ kind: "spam" }],
      isOn: false,
    }),
  });
  await deleteRule(ines, { ruleId: team.id });
  const third = await arriveAndJudge("ben3@example.org", "My kettle leaks");
  expect(await see(third.conversationId)).toMatchObject({ status: "open", teamId: null, tags: ["kettle"] });
});

test("a rule restricts, and only its people see it", async () => {
  await rule("Press", { authors: ["@journal.example"] }, [{ kind: "restrict", agentIds: [desk.tom.id] }]);
  const { conversationId } = await arriveAndJudge("nora@journal.example", "A question for an article");
  expect((await getConversation(desk.tom, { idOrNumber: conversationId })).row.isRestricted).toBe(true);
  await expect(see(conversationId)).rejects.toMatchObject({ code: "not_found" });
  expect((await log()).some((hit) => hit.conversation.id === conversationId)).toBe(false);
});

test("a dry run says what a rule would have hit and does nothing", async () => {
  await arrive("giulia@example.org", "Wo bleibt die Teekanne?");
  const { conversationId } = await arrive("giulia@example.org", "Die TEEKANNE!", { subject: "Neu" });
  const tried = await tryRule(ines, {
    brandId: desk.brandId,
    days: 7,
    conditions: ruleInput.shape.conditions.parse({ words: ["teekanne"] }),
  });
  expect(tried.hits).toBe(2);
  expect(tried.items[0]).toMatchObject({ conversationId, excerpt: "Die TEEKANNE!" });
  expect((await see(conversationId)).status).toBe("open");
});

test("rules of another brand do not reach ours, and whoever does not see a brand makes no rule for it", async () => {
  const other = await testDesk();
  const stranger = await testAgent("Jules Lemaire", "manager", [other.teamId], [other.brandId]);
  await createRule(
    stranger,
    ruleInput.parse({
      name: "All",
      brandId: other.brandId,
      conditions: { words: ["pot"] },
      actions: [{ kind: "spam" }],
    }),
  );
  const { conversationId } = await arriveAndJudge("lucie@example.org", "The pot");
  expect((await see(conversationId)).status).toBe("open");
  const wanted = { name: "All", conditions: { words: ["pot"] }, actions: [{ kind: "spam" }] };
  for (const brandId of [desk.brandId, null])
    await expect(createRule(stranger, ruleInput.parse({ ...wanted, brandId }))).rejects.toMatchObject({
      code: "forbidden",
    });
  await expect(createRule(desk.salma, ruleInput.parse(wanted))).rejects.toMatchObject({ code: "forbidden" });
  expect(await listRules(ines)).toEqual([]);
});

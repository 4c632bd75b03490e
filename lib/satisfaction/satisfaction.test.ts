import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import type { IncomingMessage } from "@/lib/channels/channel";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { setPause } from "@/lib/pauses/set-pause";
import { resolve } from "@/lib/triage/resolve";
import { answerSurvey, readQuestion } from "./answer";
import { tendSurveys } from "./ask";
import { setSurveyChannel } from "./channels";
import { considerSurvey } from "./consider";
import { surveyToken } from "./link";
import { surveysOf } from "./of-conversation";
import { withLinks } from "./question";

testDatabase();
let desk: TestDesk;
let ines: Actor;
let count = 0;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await setSurveyChannel(ines, { channelId: desk.channelId, delayMinutes: 0 });
});

async function arrive(message: IncomingMessage): Promise<{ conversationId: string }> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${message.externalId}, 'message/rfc822', '{}', ''::bytea, 0, 'reading', 'test')`);
  const [placed] = await receive([
    { inboundId, claimedBy: "test", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed!;
}

/** Somebody writes, Salma answers and it has left; resolves with the conversation. */
async function answered(
  from = `customer-${++count}@example.org`,
  language = "en",
): Promise<{ id: string; customerId: string; from: string }> {
  const told = await arrive(testMessage(from, "Where is my parcel?", { language }));
  const id = told.conversationId;
  const row = await db.execute<{ customerId: string }>(
    sql`select customer_id as "customerId" from conversations where id = ${id}`,
  );
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, agent_id, text, language, external_id, sent_at, created_at)
    values (${id}, ${newId()}, 'reply', ${desk.channelId}, ${desk.salma.id}, 'It is on its way.', ${language}, ${newId()}, clock_timestamp(), clock_timestamp())`);
  await db.execute(
    sql`update conversations set waiting_since = null, first_response_at = now() where id = ${id}`,
  );
  return { id, customerId: row.rows[0]!.customerId, from };
}

async function settle(id: string) {
  const changed = await resolve(desk.salma, { conversationId: id });
  await considerSurvey({ conversationId: id, resolvedAt: String(changed.after.resolved_at) });
  await tendSurveys();
  return (await surveysOf(desk.salma, { conversationId: id })).at(-1);
}

test("whoever was answered is asked once it is resolved, by an automatic mail that is no answer of ours", async () => {
  const { id, from } = await answered();
  const survey = await settle(id);
  expect(survey).toMatchObject({ state: "asked", refusal: null, verdict: null });
  const view = await getConversation(desk.salma, { idOrNumber: id });
  expect(view.row.status).toBe("resolved");
  const question = view.timeline.findLast((item) => item.type === "message");
  expect(question).toMatchObject({ isAutomatic: true, agent: null, recipients: { to: [from] } });
  expect(JSON.stringify(view)).not.toContain(surveyToken(survey!.id));
  const events = await db.execute<{ type: string }>(
    sql`select type from events where conversation_id = ${id} order by id desc limit 1`,
  );
  expect(events.rows[0]?.type).toBe("survey.asked");
});

test("the link is made when the mail leaves and stands nowhere in the database", async () => {
  const { id } = await answered(undefined, "fr");
  const survey = await settle(id);
  const message = await db.execute<{ messageId: string; text: string }>(
    sql`select id as "messageId", text from messages where conversation_id = ${id} and is_automatic`,
  );
  const { messageId, text } = message.rows[0]!;
  expect(text).toContain("Tout est-il réglé pour vous\u202f?");
  const leaving = await withLinks({ messageId, text, isAutomatic: true });
  expect(leaving).toContain(`/csat/${surveyToken(survey!.id)}?v=unsatisfied`);
  const kept = await db.execute<{ all: string }>(
    sql`select row_to_json(s)::text as all from surveys s where id = ${survey!.id}`,
  );
  expect(kept.rows[0]?.all).not.toContain(surveyToken(survey!.id));
  expect(await withLinks({ messageId, text: "Ours", isAutomatic: false })).toBe("Ours");
});

test("looking votes for nobody; confirming does, and can be changed", async () => {
  const { id } = await answered();
  const survey = await settle(id);
  const token = surveyToken(survey!.id);
  expect(await readQuestion(token)).toMatchObject({ state: "open", verdict: null, language: "en" });
  expect((await surveysOf(desk.salma, { conversationId: id }))[0]?.answeredAt).toBeNull();
  const say = (verdict: "satisfied" | "unsatisfied", comment: string | null) =>
    answerSurvey({ token, network: newId(), answer: { verdict, comment } });
  expect(await say("satisfied", "Quick and kind.")).toBe("taken");
  expect(await readQuestion(token)).toMatchObject({ state: "answered", verdict: "satisfied" });
  expect(await say("unsatisfied", "The second parcel is lost too.")).toBe("taken");
  const [said] = await surveysOf(desk.salma, { conversationId: id });
  expect(said).toMatchObject({ verdict: "unsatisfied", comment: "The second parcel is lost too." });
  expect(said?.changedAt).not.toBeNull();
  const events = await db.execute<{ type: string }>(
    sql`select type from events where conversation_id = ${id} and type like 'survey.%' order by id`,
  );
  expect(events.rows.map(({ type }) => type)).toEqual(["survey.asked", "survey.answered", "survey.changed"]);
  const view = await getConversation(desk.salma, { idOrNumber: id });
  expect(view.row.status).toBe("resolved");
  const told = await db.execute<{ agentId: string }>(
    sql`select agent_id as "agentId" from notifications where conversation_id = ${id} and kind = 'unsatisfied'`,
  );
  expect(told.rows).toEqual([{ agentId: desk.salma.id }]);
});

test("a link of nobody, one whose time is over, and too many answers from one network are turned away", async () => {
  const answer = { verdict: "satisfied" as const, comment: null };
  expect(await readQuestion("x".repeat(43))).toBeNull();
  expect(await answerSurvey({ token: "x".repeat(43), network: newId(), answer })).toBe("unknown");
  const { id } = await answered();
  const survey = await settle(id);
  await db.execute(sql`update surveys set closes_at = now() - interval '1 minute' where id = ${survey!.id}`);
  const token = surveyToken(survey!.id);
  expect(await readQuestion(token)).toMatchObject({ state: "closed" });
  expect(await answerSurvey({ token, network: newId(), answer })).toBe("closed");
  const network = newId();
  for (let n = 0; n < 60; n++) await answerSurvey({ token, network, answer });
  expect(await answerSurvey({ token, network, answer })).toBe("slow_down");
});

test("nobody is asked twice in thirty days, from whichever of their addresses they wrote", async () => {
  const first = await answered();
  const other = await answered();
  await db.execute(sql`update customers set person_id = ${first.customerId} where id = ${other.customerId}`);
  expect(await settle(first.id)).toMatchObject({ state: "asked" });
  expect(await settle(other.id)).toMatchObject({ state: "refused", refusal: "asked_lately" });
  const third = await answered(first.from);
  await db.execute(
    sql`update surveys set decided_at = now() - interval '31 days' where state = 'asked' and customer_id = ${first.customerId}`,
  );
  expect(await settle(third.id)).toMatchObject({ state: "asked" });
});

const reasons: Array<[string, string, (c: { id: string; customerId: string }) => Promise<unknown>]> = [
  ["a legal matter", "legal", ({ id }) => tagged(id)],
  [
    "a privacy request",
    "privacy",
    ({ id }) => db.execute(sql`update conversations set kind = 'privacy' where id = ${id}`),
  ],
  [
    "what we opened ourselves",
    "proactive",
    ({ id }) => db.execute(sql`update conversations set kind = 'proactive' where id = ${id}`),
  ],
  [
    "whoever does not want to be contacted",
    "do_not_contact",
    ({ customerId }) =>
      db.execute(sql`update customers set do_not_contact_at = now() where id = ${customerId}`),
  ],
  [
    "whoever unsubscribed",
    "unsubscribed",
    ({ customerId }) =>
      db.execute(sql`update customers set unsubscribed_at = now() where id = ${customerId}`),
  ],
  [
    "a broken promise",
    "promise_broken",
    ({ id, customerId }) =>
      db.execute(sql`
        insert into commitments (id, brand_id, customer_id, conversation_id, text, due_at, show_at, state, broken_at)
        values (${newId()}, ${desk.brandId}, ${customerId}, ${id}, 'A refund', now(), now(), 'kept', now())`),
  ],
  [
    "a public post without a private way",
    "no_way",
    ({ id }) => db.execute(sql`update conversations set is_public = true where id = ${id}`),
  ],
  [
    "who had the last word and was put away",
    "unanswered",
    async ({ id }) => {
      await db.execute(sql`
        insert into messages (conversation_id, id, kind, channel_id, author_name, text, external_id, sent_at, created_at)
        values (${id}, ${newId()}, 'customer', ${desk.channelId}, 'Claire', 'That is not what I asked', ${newId()}, clock_timestamp(), clock_timestamp())`);
      await db.execute(sql`update conversations set waiting_since = now() where id = ${id}`);
    },
  ],
];

test.each(reasons)("after %s nobody is asked, and it is written down", async (_what, refusal, make) => {
  const conversation = await answered();
  await make(conversation);
  expect(await settle(conversation.id)).toMatchObject({ state: "refused", refusal, verdict: null });
  const sent = await db.execute(
    sql`select 1 from messages where conversation_id = ${conversation.id} and is_automatic`,
  );
  expect(sent.rows).toEqual([]);
});

test("a restricted matter is left alone, and so is one that was opened again or filed as spam before its time", async () => {
  await setSurveyChannel(ines, { channelId: desk.channelId, delayMinutes: 60 });
  const [one, other, spam] = [await answered(), await answered(), await answered()];
  for (const { id } of [one, other, spam]) expect(await settle(id)).toMatchObject({ state: "waiting" });
  await db.execute(sql`update conversations set is_restricted = true where id = ${one.id}`);
  await db.execute(
    sql`insert into conversation_access (conversation_id, agent_id) values (${one.id}, ${desk.salma.id})`,
  );
  await db.execute(sql`update conversations set status = 'open', resolved_at = null where id = ${other.id}`);
  await db.execute(sql`update conversations set status = 'spam', resolved_at = null where id = ${spam.id}`);
  await db.execute(sql`update surveys set ask_after = now() - interval '1 second' where state = 'waiting'`);
  await tendSurveys();
  const found = await db.execute<{ refusal: string }>(sql`
    select refusal from surveys where conversation_id in (${one.id}, ${other.id}, ${spam.id}) order by conversation_id`);
  expect(found.rows.map(({ refusal }) => refusal)).toEqual(["restricted", "reopened", "spam"]);
  await setSurveyChannel(ines, { channelId: desk.channelId, delayMinutes: 0 });
});

test("while everything automatic is paused nobody is asked, then or later", async () => {
  const { id } = await answered();
  await setPause(ines, { until: new Date(Date.now() + 3_600_000).toISOString(), because: null });
  expect(await settle(id)).toMatchObject({ state: "refused", refusal: "paused" });
  await db.execute(sql`update pauses set ended_at = now() where ended_at is null`);
});

test("where nobody of us answered, or the channel asks nobody, there is no question at all", async () => {
  const told = await arrive(testMessage("silent@example.org", "Anybody there?"));
  expect(await settle(told.conversationId)).toBeUndefined();
  await setSurveyChannel(ines, { channelId: desk.channelId, delayMinutes: null });
  expect(await settle((await answered()).id)).toBeUndefined();
  await setSurveyChannel(ines, { channelId: desk.channelId, delayMinutes: 0 });
});

test("resolved twice in a row, only the last time is asked about", async () => {
  await setSurveyChannel(ines, { channelId: desk.channelId, delayMinutes: 60 });
  const { id } = await answered();
  await settle(id);
  await db.execute(sql`update conversations set status = 'open', resolved_at = null where id = ${id}`);
  await settle(id);
  await db.execute(sql`update surveys set ask_after = now() - interval '1 second' where state = 'waiting'`);
  await tendSurveys();
  expect(await surveysOf(desk.salma, { conversationId: id })).toMatchObject([{ state: "asked" }]);
  await setSurveyChannel(ines, { channelId: desk.channelId, delayMinutes: 0 });
});

test("only who leads decides which channels ask", async () => {
  await expect(
    setSurveyChannel(desk.salma, { channelId: desk.channelId, delayMinutes: 5 }),
  ).rejects.toMatchObject({
    code: "forbidden",
  });
});

async function tagged(id: string) {
  const tagId = newId();
  await db.execute(sql`insert into tags (id, name) values (${tagId}, 'legal') on conflict do nothing`);
  await db.execute(sql`
    insert into conversation_tags (conversation_id, tag_id) select ${id}, id from tags where name = 'legal'`);
}

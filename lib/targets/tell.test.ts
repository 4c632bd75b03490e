import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { rankExpired } from "@/lib/risk/rank";
import { assign } from "@/lib/triage/assign";
import { snooze } from "@/lib/triage/snooze";
import { readDue } from "./read-due";
import { forgetRules } from "./rules";
import { setTarget, targetInput } from "./save-target";
import { tellTargets } from "./tell";

testDatabase();
let desk: TestDesk;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});
beforeEach(async () => {
  await db.execute(sql`delete from targets`);
  await db.execute(sql`delete from notifications`);
  await db.execute(sql`delete from queue`);
  forgetRules();
});

/** A target of one hour, and somebody whose message came in so many minutes ago. */
async function waiting(minutes: number, target: { [key: string]: unknown } = {}): Promise<string> {
  await setTarget(hannah, targetInput.parse({ kind: "first_response", seconds: 3600, ...target }));
  await db.execute(sql`update targets set valid_from = valid_from - interval '1 day'`);
  forgetRules();
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(`${inboundId}@example.org`, "Where is my invoice?");
  const receivedAt = new Date(Date.now() - minutes * 60_000);
  const given = { claimedBy: "me", channel: desk.channel, files: [] };
  const [placed] = await receive([{ ...given, inboundId, message, receivedAt }]);
  const id = placed!.conversationId;
  await db.execute(sql`update conversations set created_at = ${receivedAt.toISOString()} where id = ${id}`);
  return id;
}

async function told(): Promise<string[]> {
  const found = await db.execute<{ line: string }>(sql`
    select a.name || ': ' || n.kind as line from notifications n join agents a on a.id = n.agent_id order by 1`);
  return found.rows.map(({ line }) => line);
}

async function misses(id: string): Promise<Array<{ kind: string; reason: string; dueAt: string }>> {
  const found = await db.execute<{ after: { kind: string; reason: string; dueAt: string } }>(sql`
    select after from events where conversation_id = ${id} and type = 'target.missed' order by id`);
  return found.rows.map(({ after }) => after);
}

test("whoever has it is warned once, as long before as the target says, to the second", async () => {
  const id = await waiting(40, { warnSeconds: 600 });
  await assign(desk.salma, { conversationId: id, agentId: desk.tom.id, teamId: null });
  await rankExpired();
  const next = await tellTargets();
  expect(Math.round(((next?.getTime() ?? 0) - Date.now()) / 1000)).toBeCloseTo(600, -1);
  expect(await told()).toEqual([]);
  const soon = await waiting(51, { warnSeconds: 600 });
  await assign(desk.salma, { conversationId: soon, agentId: desk.tom.id, teamId: null });
  await rankExpired();
  await tellTargets();
  await tellTargets();
  expect(await told()).toEqual(["Tom Verhaegen: due_soon"]);
  expect(await misses(soon)).toEqual([]);
});

test("what nobody has is told to whoever would hear of the miss", async () => {
  await waiting(50, { escalateAgentId: hannah.id });
  await rankExpired();
  await tellTargets();
  expect(await told()).toEqual(["Hannah Whitlock: due_soon"]);
});

test("a miss is an event with its reason, once; the one who has it and the one it is escalated to hear of it", async () => {
  const id = await waiting(61, { escalateAgentId: hannah.id });
  await assign(desk.salma, { conversationId: id, agentId: desk.tom.id, teamId: null });
  await db.execute(sql`delete from notifications`);
  await rankExpired();
  await tellTargets();
  await db.execute(sql`update queue set rank_valid_until = '-infinity'`);
  await rankExpired();
  expect(await tellTargets()).toBeNull();
  expect(await misses(id)).toMatchObject([{ kind: "first_response", reason: "not_answered" }]);
  expect(await told()).toEqual(["Hannah Whitlock: escalated", "Tom Verhaegen: target_missed"]);
  const { dues } = await readDue(desk.salma, { conversationId: id });
  expect(dues).toMatchObject([{ isOver: true, missed: "not_answered", target: { seconds: 3600 } }]);
});

test("the reason is the first that is true at the due moment", async () => {
  const nobody = await waiting(61);
  const asleep = await waiting(61);
  await snooze(desk.salma, { conversationId: asleep, until: new Date(Date.now() + 3600_000) });
  const passed = await waiting(61);
  await assign(desk.salma, { conversationId: passed, agentId: desk.tom.id, teamId: null });
  await assign(desk.salma, { conversationId: passed, agentId: desk.salma.id, teamId: null });
  const approval = await waiting(61);
  await db.execute(sql`update conversations set approval_since = now() where id = ${approval}`);
  const failed = await waiting(61);
  const messageId = newId();
  await db.execute(sql`
    insert into messages (conversation_id, id, kind, channel_id, agent_id, text, sent_at, created_at)
    values (${failed}, ${messageId}, 'reply', ${desk.channelId}, ${desk.tom.id}, 'Here it is', now(), now())`);
  await db.execute(sql`
    insert into deliveries (id, conversation_id, message_id, channel_id, mode, state, external_id, send_after)
    values (${newId()}, ${failed}, ${messageId}, ${desk.channelId}, 'private', 'failed', ${messageId}, now())`);
  await rankExpired();
  await tellTargets();
  const reasons = await Promise.all(
    [nobody, asleep, passed, approval, failed].map(async (id) => (await misses(id))[0]?.reason),
  );
  expect(reasons).toEqual(["nobody_had_it", "snoozed", "handed_over", "awaiting_approval", "send_failed"]);
});

test("a miss can hand the conversation to the team that is told", async () => {
  const seniors = newId();
  await db.execute(sql`insert into teams (id, name) values (${seniors}, ${`Seniors ${seniors}`})`);
  const ines = await testAgent("Inès Carpentier", "manager", [seniors], [desk.brandId]);
  const id = await waiting(61, { escalateTeamId: seniors, isHandedOver: true });
  await rankExpired();
  await tellTargets();
  const found = await db.execute<{ teamId: string }>(
    sql`select team_id as "teamId" from conversations where id = ${id}`,
  );
  expect(found.rows[0]?.teamId).toBe(seniors);
  expect(await told()).toEqual([`${ines.name}: escalated`]);
});

test("whoever had it hears that it was missed, also where it goes to a team that they are not in", async () => {
  const seniors = newId();
  await db.execute(sql`insert into teams (id, name) values (${seniors}, ${`Seniors ${seniors}`})`);
  await db.execute(sql`insert into team_brands (team_id, brand_id) values (${seniors}, ${desk.brandId})`);
  const ines = await testAgent("Inès Carpentier", "manager", [seniors, desk.teamId], [desk.brandId]);
  const tomHad = await waiting(61, { escalateTeamId: seniors, isHandedOver: true });
  await assign(desk.salma, { conversationId: tomHad, agentId: desk.tom.id, teamId: desk.teamId });
  const inesHad = await waiting(61, { escalateTeamId: seniors, isHandedOver: true });
  await assign(desk.salma, { conversationId: inesHad, agentId: ines.id, teamId: desk.teamId });
  await db.execute(sql`delete from notifications`);
  await rankExpired();
  await tellTargets();
  const found = await db.execute<{ id: string; teamId: string; has: string | null }>(sql`
    select id, team_id as "teamId", assignee_id as has from conversations where id in (${tomHad}, ${inesHad}) order by created_at`);
  expect(Object.fromEntries(found.rows.map(({ id, teamId, has }) => [id, [teamId, has]]))).toEqual({
    [tomHad]: [seniors, null],
    [inesHad]: [seniors, ines.id],
  });
  expect(await told()).toEqual([
    "Inès Carpentier: escalated",
    "Inès Carpentier: target_missed",
    "Tom Verhaegen: target_missed",
  ]);
  const { items, unread } = await listNotifications(desk.tom, { cursor: null });
  expect([items.map(({ kind, conversation }) => [kind, conversation?.id]), unread]).toEqual([
    [["target_missed", tomHad]],
    1,
  ]);
});

test("what was over when it came in is on record, and calls nobody", async () => {
  const id = await waiting(61, { escalateAgentId: hannah.id });
  await db.execute(sql`update conversations set created_at = now() where id = ${id}`);
  await rankExpired();
  await tellTargets();
  expect(await misses(id)).toHaveLength(1);
  expect(await told()).toEqual([]);
});

test("among 20,000 open conversations only those whose moment has come are looked at", async () => {
  const customerId = newId();
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Odile Aubry')`,
  );
  await db.execute(sql`
    with made as (
      insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at, waiting_since, due_at, due_kind)
      select gen_random_uuid(), ${desk.brandId}, ${customerId}, now(), now(), now(), now() + n * interval '1 second' + interval '1 hour', 'first_response'
      from generate_series(1, 20000) n returning *
    ) insert into queue (conversation_id, status, brand_id, customer_id, is_public, is_restricted, pin, due_at, since_at, version, rank_valid_until, rings_at)
      select id, 'open', brand_id, customer_id, false, false, 0, due_at, now(), 1, 'infinity', due_at - interval '30 minutes' from made`);
  await db.execute(sql`analyze queue`);
  const due = await waiting(61);
  await rankExpired();
  const plan = await db.execute<{ "QUERY PLAN": unknown }>(sql`
    explain (analyze, format json) select conversation_id as id from queue where rings_at <= now() order by rings_at limit 200`);
  const text = JSON.stringify(plan.rows[0]);
  expect(text).toContain("queue_rings");
  expect(text).not.toContain("Seq Scan");
  expect(text).toMatch(/"Actual Rows": ?1\b/);
  const next = await db.execute<{ "QUERY PLAN": unknown }>(sql`
    explain (analyze, format json) select rings_at from queue where rings_at is not null order by rings_at limit 1`);
  expect(JSON.stringify(next.rows[0])).not.toContain("Seq Scan");
  await tellTargets();
  expect(await misses(due)).toHaveLength(1);
  const others = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from target_moments where conversation_id <> ${due} and conversation_id in (select conversation_id from queue)`,
  );
  expect(others.rows[0]?.count).toBe(0);
});

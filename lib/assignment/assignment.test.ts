import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { assign } from "@/lib/triage/assign";
import { resolve } from "@/lib/triage/resolve";
import { restrict } from "@/lib/triage/restrict";
import { undo } from "@/lib/triage/undo";
import { availability } from "./availability";
import { comeBack, goAway, keepAbsences, takeBack } from "./away";
import { fillTeams } from "./fill-teams";
import { deleteOnCall, saveOnCall, tellOnCall } from "./on-call";
import { readAssignment, saveAssignment } from "./settings";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeEach(async () => {
  await db.execute(sql`update teams set assignment_mode = 'off'`);
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [], [desk.brandId]);
});

async function arrive(teamId: string | null = desk.teamId): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    {
      inboundId,
      claimedBy: "me",
      receivedAt: new Date(),
      channel: { ...desk.channel, teamId },
      message: testMessage(`${inboundId}@example.org`, "Where is my parcel?"),
      files: [],
    },
  ]);
  return placed!.conversationId;
}

async function rule(mode: "off" | "round_robin" | "least_loaded", cap: number | null = null): Promise<void> {
  await saveAssignment(ines, { teamId: desk.teamId, mode, cap, brandIds: [] });
}

async function assignees(ids: string[]): Promise<Array<string | null>> {
  const found = await db.execute<{ id: string; who: string | null }>(sql`
    select id, assignee_id as who from conversations where id = any(${`{${ids.join(",")}}`}::uuid[])`);
  return ids.map((id) => found.rows.find((row) => row.id === id)?.who ?? null);
}

const many = async (count: number) => {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) ids.push(await arrive());
  return ids;
};

test("sixteen at once never give one conversation to two people, and nobody more than the cap", async () => {
  await rule("least_loaded", 5);
  const ids = await many(14);
  await Promise.all(Array.from({ length: 16 }, () => fillTeams()));
  const who = await assignees(ids);
  for (const person of [desk.salma, desk.tom]) expect(who.filter((id) => id === person.id)).toHaveLength(5);
  expect(who.filter((id) => id === null)).toHaveLength(4);
  const told = await db.execute<{ count: number; twice: number }>(sql`
    select count(*)::int as count, (count(*) - count(distinct conversation_id))::int as twice from events
    where type = 'conversation.assigned' and actor_kind = 'rule' and conversation_id = any(${`{${ids.join(",")}}`}::uuid[])`);
  expect(told.rows[0]).toEqual({ count: 10, twice: 0 });
});

test("the backlog is given out when somebody drops under the cap", async () => {
  await rule("least_loaded", 1);
  const ids = await many(3);
  await fillTeams();
  const before = await assignees(ids);
  expect(before.filter((id) => id === null)).toHaveLength(1);
  await resolve(desk.salma, { conversationId: ids[before.indexOf(desk.salma.id)]! });
  await fillTeams();
  expect((await assignees(ids)).filter((id) => id === null)).toHaveLength(0);
});

test("one after the other gives each their turn, whatever they have in hand", async () => {
  await rule("round_robin");
  const ids = await many(4);
  for (const id of ids)
    await assign(desk.salma, { conversationId: id, agentId: desk.salma.id, teamId: desk.teamId });
  const more = await many(4);
  await fillTeams();
  const who = await assignees(more);
  expect(who.filter((id) => id === desk.salma.id)).toHaveLength(2);
  expect(new Set([who[0], who[1]]).size).toBe(2);
});

test("nobody is given anything while they are away, off hours or gone, and nothing that they may not see", async () => {
  await rule("least_loaded");
  const jules = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  await db.execute(sql`update agents set deactivated_at = now() where id = ${jules.id}`);
  await goAway(desk.tom, { until: null, giveBackMinutes: null });
  const [one] = await many(1);
  await fillTeams();
  expect(await assignees([one!])).toEqual([desk.salma.id]);

  const scheduleId = newId();
  const never = {
    zone: "UTC",
    week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    exceptions: [],
  };
  await db.execute(sql`insert into schedules (id, name) values (${scheduleId}, 'Never')`);
  await db.execute(sql`
    insert into schedule_versions (schedule_id, valid_from, hours) values (${scheduleId}, now() - interval '1 day', ${JSON.stringify(never)}::jsonb)`);
  await db.execute(sql`update agents set schedule_id = ${scheduleId} where id = ${desk.salma.id}`);
  const [two] = await many(1);
  await fillTeams();
  expect(await assignees([two!])).toEqual([null]);
  const { people } = await availability(desk.salma);
  expect(people.find((one) => one.id === desk.salma.id)).toMatchObject({ state: "off", open: 1 });
  expect(people.find((one) => one.id === desk.tom.id)).toMatchObject({ state: "away", until: null });

  await comeBack(desk.tom);
  await db.execute(sql`insert into team_members (team_id, agent_id) values (${desk.teamId}, ${ines.id})`);
  await restrict({ ...ines, teamIds: [desk.teamId] }, { conversationId: two!, agentIds: [ines.id] });
  await goAway(ines, { until: null, giveBackMinutes: null });
  const [three] = await many(1);
  await fillTeams();
  expect(await assignees([two!, three!])).toEqual([null, desk.tom.id]);
});

test("a rule's choice can be taken back, and the rule does not insist", async () => {
  await rule("least_loaded");
  const [id] = await many(1);
  await fillTeams();
  const event = await db.execute<{ id: number }>(sql`
    select id::int as id from events where conversation_id = ${id} and type = 'conversation.assigned'`);
  await undo(desk.salma, { eventId: event.rows[0]!.id });
  await fillTeams();
  expect(await assignees([id!])).toEqual([null]);
  await assign(desk.tom, { conversationId: id!, agentId: desk.tom.id, teamId: desk.teamId });
  await assign(desk.tom, { conversationId: id!, agentId: null, teamId: desk.teamId });
  await fillTeams();
  expect(await assignees([id!])).toEqual([null]);
});

test("who goes away gives back what they had open, the rule gives it on, and the rest is offered back", async () => {
  const ids = await many(2);
  for (const id of ids)
    await assign(desk.tom, { conversationId: id, agentId: desk.tom.id, teamId: desk.teamId });
  await goAway(desk.tom, { until: new Date(Date.now() + 3_600_000), giveBackMinutes: 0 });
  expect((await keepAbsences())?.getTime()).toBeGreaterThan(Date.now());
  expect(await assignees(ids)).toEqual([null, null]);
  await assign(desk.salma, { conversationId: ids[0]!, agentId: desk.salma.id, teamId: desk.teamId });
  const offered = await comeBack(desk.tom);
  expect(offered.map((one) => one.conversationId)).toEqual([ids[1]]);
  expect(await takeBack(desk.tom)).toEqual({ count: 1 });
  expect(await assignees(ids)).toEqual([desk.salma.id, desk.tom.id]);
  expect(await comeBack(desk.tom)).toEqual([]);
});

test("an absence ends by itself, and then the rule counts on them again", async () => {
  await rule("least_loaded");
  await goAway(desk.tom, { until: new Date(Date.now() + 60_000), giveBackMinutes: null });
  await goAway(desk.salma, { until: null, giveBackMinutes: null });
  const [id] = await many(1);
  await fillTeams();
  expect(await assignees([id!])).toEqual([null]);
  await db.execute(sql`update agents set away_until = now() - interval '1 second' where id = ${desk.tom.id}`);
  await keepAbsences();
  await fillTeams();
  expect(await assignees([id!])).toEqual([desk.tom.id]);
  await expect(goAway(desk.tom, { until: new Date(0), giveBackMinutes: null })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("the person on call is told once of what has reached the threshold, and of nothing else", async () => {
  const [late, calm] = await many(2);
  await db.execute(
    sql`update queue set due_at = now() + interval '30 minutes' where conversation_id = ${late}`,
  );
  await db.execute(sql`update queue set due_at = now() + interval '5 hours' where conversation_id = ${calm}`);
  const { id } = await saveOnCall(ines, {
    agentId: desk.salma.id,
    teamId: desk.teamId,
    startsAt: new Date(Date.now() - 60_000),
    endsAt: new Date(Date.now() + 3_600_000),
    threshold: "now",
    overdueMinutes: 0,
  });
  await tellOnCall();
  await tellOnCall();
  const told = await db.execute<{ id: string }>(sql`
    select conversation_id as id from notifications where agent_id = ${desk.salma.id} and kind = 'on_call'`);
  expect(told.rows.map((row) => row.id)).toEqual([late]);
  expect((await availability(desk.tom)).onCall).toMatchObject([{ agentId: desk.salma.id }]);
  await deleteOnCall(ines, { onCallId: id });
  expect((await availability(desk.tom)).onCall).toEqual([]);
});

test("a brand names the team that its new conversations start with", async () => {
  await saveAssignment(ines, { teamId: desk.teamId, mode: "round_robin", cap: 3, brandIds: [desk.brandId] });
  expect(await readAssignment(ines, { teamId: desk.teamId })).toEqual({
    mode: "round_robin",
    cap: 3,
    brandIds: [desk.brandId],
  });
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { invite } from "@/lib/agents/invite";
import { listTeams } from "./list-teams";
import { createTeam, deleteTeam, updateTeam } from "./save-team";

testDatabase();
let care: TestDesk;
let legal: TestDesk;
let ines: Actor;
let hannah: Actor;

beforeAll(async () => {
  care = await testDesk();
  legal = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [care.teamId], [care.brandId]);
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});

const asItIs = async (teamId: string) => {
  const team = (await listTeams(hannah)).find(({ id }) => id === teamId);
  if (!team) throw new Error("no team");
  return { teamId, name: team.name, agentIds: team.agentIds, brandIds: team.brandIds };
};

test("a manager grants no brand, not even to a team of their own", async () => {
  const mine = await asItIs(care.teamId);
  const grant = { ...mine, brandIds: [...mine.brandIds, legal.brandId] };
  await expect(updateTeam(ines, grant)).rejects.toMatchObject({ key: "team.brands" });
  await expect(updateTeam(ines, { ...mine, brandIds: [] })).rejects.toMatchObject({ key: "team.brands" });
  await expect(
    createTeam(ines, { name: "Side door", agentIds: [ines.id], brandIds: [legal.brandId] }),
  ).rejects.toMatchObject({ code: "forbidden" });
  await updateTeam(hannah, grant);
  expect((await asItIs(care.teamId)).brandIds).toContain(legal.brandId);
  await updateTeam(hannah, mine);
});

test("a manager enters no other team, neither directly nor by inviting a second self", async () => {
  const theirs = await asItIs(legal.teamId);
  await expect(
    updateTeam(ines, { ...theirs, agentIds: [...theirs.agentIds, ines.id] }),
  ).rejects.toMatchObject({ key: "team.not_yours" });
  await expect(
    invite(ines, {
      email: "second.ines@marmelune.example",
      role: "agent",
      teamId: legal.teamId,
      endsAt: null,
    }),
  ).rejects.toMatchObject({ key: "team.not_yours" });
  await expect(deleteTeam(ines, { teamId: legal.teamId })).rejects.toMatchObject({ code: "forbidden" });
});

test("a manager renames their team and chooses its people, and the audit knows who was in it", async () => {
  const mine = await asItIs(care.teamId);
  const jules = await testAgent("Jules Lemaire", "junior", [], []);
  await updateTeam(ines, { ...mine, name: `${mine.name} two`, agentIds: [...mine.agentIds, jules.id] });
  const after = await asItIs(care.teamId);
  expect(after.agentIds).toContain(jules.id);
  const events = await db.execute<{ actor: string; before: { agentIds: string[] } }>(sql`
    select actor_id as actor, before from events where type = 'team.changed' and team_id = ${care.teamId}
    order by id desc limit 1`);
  expect(events.rows[0]).toMatchObject({ actor: ines.id, before: { agentIds: [...mine.agentIds].sort() } });
});

test("only administrators say which teams look after legal matters, and a change of people keeps it", async () => {
  const mine = await asItIs(care.teamId);
  await expect(updateTeam(ines, { ...mine, isLegal: true })).rejects.toMatchObject({ key: "team.legal" });
  await expect(
    createTeam(ines, { name: "Own lawyers", agentIds: [ines.id], brandIds: [], isLegal: true }),
  ).rejects.toMatchObject({ key: "team.legal" });
  await updateTeam(hannah, { ...mine, isLegal: true });
  await updateTeam(ines, { ...mine, name: `${mine.name} three` });
  expect((await listTeams(hannah)).find(({ id }) => id === care.teamId)?.isLegal).toBe(true);
  const events = await db.execute<{ after: object }>(sql`
    select after from events where type = 'team.changed' and team_id = ${care.teamId} and after ? 'isLegal'`);
  expect(events.rows).toEqual([{ after: { isLegal: true } }]);
});

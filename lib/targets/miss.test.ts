import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { arrive } from "@/lib/customers/test-arrive";
import { reasonsNow } from "@/lib/facts/test-reasons";
import { newId } from "@/lib/id";
import { assign } from "@/lib/triage/assign";

testDatabase();

test("handed over is from hand to hand or from team to team; laid back and taken up is not", async () => {
  const desk = await testDesk();
  const seniors = newId();
  await db.execute(sql`insert into teams (id, name) values (${seniors}, 'Seniors')`);
  const { id: tomId } = desk.tom;
  const { id: salmaId } = desk.salma;
  const through = async (...takers: Array<{ agentId: string | null; teamId: string | null }>) => {
    const { conversationId } = await arrive(desk, `${newId()}@example.org`, "Where is my invoice?");
    for (const taker of takers) await assign({ ...desk.salma, role: "admin" }, { conversationId, ...taker });
    return conversationId;
  };
  const expected = {
    [await through({ agentId: tomId, teamId: null }, { agentId: salmaId, teamId: null })]: "handed_over",
    [await through({ agentId: tomId, teamId: desk.teamId }, { agentId: tomId, teamId: seniors })]:
      "handed_over",
    [await through(
      { agentId: tomId, teamId: null },
      { agentId: null, teamId: null },
      { agentId: salmaId, teamId: null },
    )]: "not_answered",
    [await through({ agentId: tomId, teamId: null }, { agentId: null, teamId: null })]: "nobody_had_it",
    [await through({ agentId: tomId, teamId: desk.teamId })]: "not_answered",
  };
  const reasons = await reasonsNow();
  expect(Object.fromEntries(reasons.map(({ id, told }) => [id, told]))).toEqual(expected);
  expect(Object.fromEntries(reasons.map(({ id, measured }) => [id, measured]))).toEqual(expected);
});

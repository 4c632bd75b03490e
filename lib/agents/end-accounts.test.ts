import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { newId } from "@/lib/id";
import { assign } from "@/lib/triage/assign";
import { changePerson } from "./change-person";
import { createToken } from "./create-token";
import { endAccounts } from "./end-accounts";
import { openSession } from "./open-session";
import { callerOf, sessionState } from "./session";

testDatabase();
let desk: TestDesk;
let hannah: Actor;

beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [], []);
});

test("a temp's account ends at its moment: sign-ins and tokens at once, and their work goes back", async () => {
  const temp = await testAgent("Jules Lemaire", "agent", [desk.teamId], [desk.brandId]);
  const conversationId = await arrived("Claire Dumontet");
  await assign(desk.salma, { conversationId, agentId: temp.id, teamId: null });
  const { sessionId } = await openSession(temp.id, "password", null);
  const { token } = await createToken({ ...temp, role: "owner" }, { name: "phone", role: "agent" });
  const bearer = { get: (name: string) => (name === "authorization" ? `Bearer ${token}` : null) };
  const endsAt = new Date(Date.now() + 3_000);
  await changePerson(hannah, { agentId: temp.id, endsAt });
  expect(await sessionState(sessionId)).toMatchObject({ id: temp.id });
  expect(await callerOf(bearer)).not.toBeNull();
  expect(await endAccounts()).toEqual(endsAt);

  await new Promise((resolve) => setTimeout(resolve, endsAt.getTime() - Date.now() + 50));
  // Nothing has worked on it yet, and what was remembered a moment ago no longer counts.
  expect(await sessionState(sessionId)).toBeNull();
  expect(await callerOf(bearer)).toBeNull();

  expect(await endAccounts()).toBeNull();
  const found = await db.execute(sql`
    select c.assignee_id, a.deactivated_at is not null as gone, (select count(*)::int from sessions where agent_id = a.id and revoked_at is null) as open
    from conversations c, agents a where c.id = ${conversationId} and a.id = ${temp.id}`);
  expect(found.rows).toEqual([{ assignee_id: null, gone: true, open: 0 }]);
});

test("the last owner has no end, and nobody sets an end in the past", async () => {
  const owner = await testAgent("Inès Carpentier", "owner", [], []);
  const endsAt = new Date(Date.now() + 86_400_000);
  const other = await testAgent("Marit Refsnes", "owner", [], []);
  await changePerson(owner, { agentId: other.id, endsAt });
  await expect(changePerson(other, { agentId: owner.id, endsAt })).rejects.toMatchObject({
    key: "agent.last_owner",
  });
});

async function arrived(name: string): Promise<string> {
  const [customerId, id] = [newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, ${name})`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at)
    values (${id}, ${desk.brandId}, ${customerId}, now(), now())`);
  return id;
}

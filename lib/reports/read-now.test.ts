import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { makeCommitment } from "@/lib/commitments/make";
import { listQueue } from "@/lib/conversations/list-queue";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { assign } from "@/lib/triage/assign";
import { wait } from "@/lib/triage/wait";
import { readNow } from "./read-now";

testDatabase();
let desk: TestDesk;
let ines: Actor;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});
beforeEach(async () => {
  await db.execute(sql`delete from conversations`);
});

const now = () => readNow(ines, { brandId: null });

test("an empty desk has nothing open, nobody waiting and no oldest", async () => {
  expect(await now()).toMatchObject({ open: 0, unassigned: 0, pastTarget: 0, theirTurn: 0, oldest: null });
});

test("each figure counts exactly the conversations that its filter finds in the queue", async () => {
  const paul = await arrive("paul@post.example", { waited: 5, due: -60 });
  await arrive("claire@post.example", { waited: 2, due: 30 });
  await arrive("marek@post.example", { waited: 0.1, due: 200 });
  await arrive("nora@post.example", { waited: 80, due: null });
  const lucie = await arrive("lucie@post.example", { waited: 1, due: 90 });
  await wait(desk.salma, { conversationId: lucie });
  await assign(ines, { conversationId: paul, agentId: desk.tom.id, teamId: desk.teamId });
  const seen = await now();
  expect(seen).toMatchObject({ open: 4, unassigned: 3, pastTarget: 1, dueWithinHour: 1, theirTurn: 1 });
  expect(seen.oldest).toMatchObject({ assigneeName: null });
  const n = async (q: string) =>
    (await listQueue(ines, { view: "queue", q, sort: "left", cursor: null, limit: 100 })).items.length;
  expect(await n("is:open")).toBe(seen.open);
  expect(await n("is:unassigned")).toBe(seen.unassigned);
  expect(await n("is:overdue")).toBe(seen.pastTarget);
  expect(await n("due:1h")).toBe(seen.dueWithinHour);
  const classes = [
    "waited:0h -waited:1h",
    "waited:1h -waited:4h",
    "waited:4h -waited:24h",
    "waited:24h -waited:3d",
  ];
  expect(await Promise.all([...classes, "waited:3d"].map(n))).toEqual(seen.ages.map((age) => age.n));
  expect(seen.ages.map((age) => age.n)).toEqual([1, 1, 1, 0, 1]);
});

test("promises due today are those that somebody has heard, whatever is due tomorrow", async () => {
  const conversationId = await arrive("giulia@post.example", { waited: 1, due: null });
  const made = { conversationId, text: "Refund", owner: null, messageId: null };
  await makeCommitment(desk.salma, { ...made, due: "in 3 days" });
  expect((await now()).promisesToday).toBe(0);
  await db.execute(sql`update commitments set due_at = now() + interval '1 second'`);
  expect((await now()).promisesToday).toBe(1);
});

/** `waited` in hours, `due` in minutes from now. */
async function arrive(
  from: string,
  { waited, due }: { waited: number; due: number | null },
): Promise<string> {
  const inboundId = newId();
  const message = testMessage(from, "Where is my parcel?");
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${message.externalId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  const id = placed!.conversationId;
  await db.execute(sql`
    with c as (update conversations set waiting_since = now() - make_interval(secs => ${waited * 3600}),
      due_at = now() + make_interval(mins => ${due}::int),
      due_kind = case when ${due}::int is not null then 'first_response' end where id = ${id} returning *)
    update queue q set due_at = coalesce(c.due_at, '9999-12-31Z'), since_at = c.waiting_since from c where q.conversation_id = c.id`);
  return id;
}

import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { acknowledge } from "@/lib/replies/acknowledge";
import { sendHeldNow } from "@/lib/replies/held";
import { tendHeld } from "@/lib/replies/release-due";
import { reply } from "@/lib/replies/reply";
import { endOverPauses } from "./end-over";
import { isPaused, listPauses, pauseNow } from "./in-force";
import { endPause, setPause } from "./set-pause";

testDatabase();
let desk: TestDesk;
let ines: Actor;

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});
beforeEach(() => db.execute(sql`delete from pauses`));

async function arrive(from: string): Promise<{ conversationId: string; messageId: string }> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const placed = await receive([
    {
      inboundId,
      claimedBy: "me",
      receivedAt: new Date(),
      channel: desk.channel,
      message: testMessage(from, "Where is my kettle?"),
      files: [],
    },
  ]);
  return placed[0]!;
}

async function replyTomorrow(conversationId: string): Promise<string> {
  const view = await getConversation(desk.salma, { idOrNumber: conversationId });
  const way = view.ways[0]!;
  const kept = await reply(desk.salma, {
    conversationId,
    messageId: newId(),
    mode: way.mode,
    channelId: way.channelId,
    to: way.to,
    cc: [],
    bcc: [],
    subject: way.subject,
    text: "It leaves today.",
    attachmentIds: [],
    seen: view.seen,
    later: {
      sendAt: new Date(Date.now() + 86_400_000).toISOString(),
      zone: "Europe/Brussels",
      ifTheyWrite: "cancel",
    },
  });
  return kept.messageId;
}

const itsHourHasCome = (id: string) =>
  db.execute(sql`update held_replies set send_at = now() where id = ${id}`);
const pauseIsOver = () => db.execute(sql`update pauses set until = now() where ended_at is null`);
const deliveries = async (conversationId: string) =>
  (await db.execute(sql`select 1 from deliveries where conversation_id = ${conversationId}`)).rows.length;
const until = (minutes: number) => ({
  until: new Date(Date.now() + minutes * 60_000).toISOString(),
  because: null,
});

test("a pause is set in words, seen by everybody, replaced by a later one and ended", async () => {
  await setPause(ines, { until: "tomorrow 9", because: "A recall is being prepared" });
  expect(await pauseNow(desk.salma)).toMatchObject({
    because: "A recall is being prepared",
    by: { name: "Inès Carpentier" },
    held: { all: 0, mine: 0 },
  });
  await setPause(ines, until(30));
  expect(await isPaused(db)).toBe(true);
  expect(await listPauses(ines)).toHaveLength(2);
  await endPause(ines);
  await endPause(ines);
  expect(await pauseNow(desk.salma)).toBeNull();
});

test("only a manager sets it, and only to a moment ahead of at most a month", async () => {
  await expect(setPause(desk.salma, until(30))).rejects.toMatchObject({ code: "forbidden" });
  for (const words of [
    "someday",
    "2020-01-01T09:00:00Z",
    new Date(Date.now() + 40 * 86_400_000).toISOString(),
  ])
    await expect(setPause(ines, { until: words, because: null })).rejects.toMatchObject({ code: "invalid" });
  await expect(setPause(ines, { until: "in 40 days", because: null })).rejects.toMatchObject({
    key: "pause.too_long",
    params: { days: 31 },
  });
  expect(await isPaused(db)).toBe(false);
});

test("a reply whose hour comes in a pause waits, its author is told once, and afterwards it asks again", async () => {
  const { conversationId } = await arrive("marek@example.org");
  const heldId = await replyTomorrow(conversationId);
  await setPause(ines, until(30));
  await itsHourHasCome(heldId);
  await tendHeld();
  await tendHeld();
  expect(await deliveries(conversationId)).toBe(0);
  const told = await db.execute(
    sql`select 1 from notifications where agent_id = ${desk.salma.id} and conversation_id = ${conversationId}`,
  );
  expect(told.rows).toHaveLength(1);
  expect((await pauseNow(desk.salma))?.held).toEqual({ all: 1, mine: 1 });

  await pauseIsOver();
  expect(await endOverPauses()).toBeNull();
  await tendHeld();
  expect(await deliveries(conversationId)).toBe(0);
  const view = await getConversation(desk.salma, { idOrNumber: conversationId });
  expect(view.held[0]).toMatchObject({ state: "stopped", stopCode: "paused" });
  expect(view.draft?.text).toBe("It leaves today.");
  expect(view.row.status).toBe("open");
});

test("a reply whose hour lies after the pause leaves, and a person may send one in it", async () => {
  const [one, two] = [await arrive("giulia@example.org"), await arrive("paul@example.org")];
  const later = await replyTomorrow(one.conversationId);
  const now = await replyTomorrow(two.conversationId);
  await setPause(ines, until(30));
  await sendHeldNow(desk.salma, { heldId: now, seen: null });
  expect(await deliveries(two.conversationId)).toBe(1);
  await endPause(ines);
  await itsHourHasCome(later);
  await tendHeld();
  expect(await deliveries(one.conversationId)).toBe(1);
});

test("an acknowledgement is not sent in a pause, which the conversation says once", async () => {
  const placed = await arrive("nora@example.org");
  await setPause(ines, until(30));
  await acknowledge(placed);
  await acknowledge(placed);
  const { timeline } = await getConversation(desk.salma, { idOrNumber: placed.conversationId });
  const lines = timeline.filter((item) => item.type === "event" && item.event === "acknowledgement.paused");
  expect(lines).toHaveLength(1);
  expect(await deliveries(placed.conversationId)).toBe(0);
  await endPause(ines);
});

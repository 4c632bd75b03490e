import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { updateBrand } from "@/lib/brands/save-brand";
import type { Schedule } from "@/lib/clock/schedule";
import { newId } from "@/lib/id";
import { createSchedule } from "@/lib/schedules/save-schedule";
import { readAnswered } from "./read-answered";
import { readDue } from "./read-due";
import { forgetRules } from "./rules";
import { setTarget, targetInput } from "./save-target";

testDatabase();
let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const day: [string, string][] = [["09:00", "18:00"]];
  const hours: Schedule = {
    zone: "Europe/Paris",
    week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    exceptions: [{ date: "2026-05-01", intervals: [], name: "Fête du travail" }],
  };
  const { id } = await createSchedule(hannah, { name: "Care", hours });
  await updateBrand(hannah, { brandId: desk.brandId, scheduleId: id });
  await setTarget(
    hannah,
    targetInput.parse({ kind: "first_response", brandId: desk.brandId, seconds: 3600 }),
  );
  await db.execute(sql`update targets set valid_from = '2026-01-01Z'`);
  await db.execute(sql`update schedule_versions set valid_from = '2026-01-01Z'`);
  await db.execute(sql`update schedule_uses set valid_from = '2026-01-01Z' where schedule_id is not null`);
  forgetRules();
});

/** Somebody who has waited since then; answered at that moment, where one is given. */
async function waited(
  since: string,
  at: string | null,
): Promise<{ conversationId: string; messageId: string }> {
  const [customerId, conversationId, messageId] = [newId(), newId(), newId()];
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Odile Aubry')`,
  );
  const due = "2026-05-04T16:00:00Z";
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, cycle_started_at, last_message_at, waiting_since, due_at, due_kind)
    values (${conversationId}, ${desk.brandId}, ${customerId}, ${desk.channelId}, ${since}, ${since}, ${at === null ? since : null},
      ${at === null ? due : null}, ${at === null ? "first_response" : null})`);
  if (at !== null)
    await db.execute(sql`
      insert into events (epoch, type, actor_kind, conversation_id, message_id, brand_id, before, after, occurred_at)
      values (1, 'reply.sent', 'system', ${conversationId}, ${messageId}, ${desk.brandId},
        jsonb_build_object('waiting_since', ${since}::text, 'due_at', ${since}::timestamptz + interval '1 day', 'first_response_at', null),
        jsonb_build_object('waiting_since', null, 'first_response_at', ${at}::text), ${at})`);
  return { conversationId, messageId };
}

test("written on a Friday at 17:58, answered on Monday at 9:04: 6 minutes of opening hours, 63 hours on the clock", async () => {
  const answer = await waited("2026-11-20T17:58:00+01:00", "2026-11-23T09:04:00+01:00");
  expect(await readAnswered(desk.salma, answer)).toMatchObject({
    kind: "first_response",
    businessSeconds: 6 * 60,
    wallSeconds: 63 * 3600 + 6 * 60,
    isLate: true,
    hours: { name: "Care", of: "brand" },
    counted: [{ seconds: 120 }, { seconds: 240 }],
  });
  await expect(readAnswered(desk.salma, { ...answer, messageId: newId() })).rejects.toMatchObject({
    key: "due.no_wait",
  });
});

test("what is due names its target, the stretches that were counted, and the holiday in between", async () => {
  const { conversationId } = await waited("2026-04-30T17:30:00+02:00", null);
  await db.execute(sql`
    update conversations set due_at = '2026-05-04T09:30:00+02:00' where id = ${conversationId}`);
  const { dues } = await readDue(desk.salma, { conversationId });
  expect(dues).toMatchObject([
    {
      kind: "first_response",
      target: { seconds: 3600, by: "Hannah Whitlock", tagName: null },
      counted: [{ seconds: 1800 }, { seconds: 1800 }],
      closed: [{ date: "2026-05-01", name: "Fête du travail" }],
      businessSeconds: 3600,
      pauses: [],
    },
  ]);
  expect(dues[0]?.warnAt).toBe("2026-04-30T16:00:00.000Z");
});

test("nobody reads it who may not see the conversation", async () => {
  const other = await testDesk();
  const { conversationId } = await waited("2026-04-30T17:30:00+02:00", null);
  await expect(readDue(other.salma, { conversationId })).rejects.toMatchObject({ code: "not_found" });
});

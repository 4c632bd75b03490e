import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { accept } from "@/lib/channels/accept";
import { addNote } from "@/lib/conversations/note";
import { newId } from "@/lib/id";
import { assign } from "@/lib/triage/assign";
import { startWorker } from "./worker";

testDatabase();
let desk: TestDesk;
let worker: Awaited<ReturnType<typeof startWorker>>;
beforeAll(async () => {
  desk = await testDesk();
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop();
});

function mail(from: string, text: string) {
  const id = newId();
  const body = Buffer.from(
    `From: ${from}\r\nTo: care@marmelune.example\r\nSubject: Hello\r\nMessage-ID: <${id}@example.org>\r\n\r\n${text}\r\n`,
  );
  return { externalId: id, body, contentType: "message/rfc822", meta: {} };
}

async function eventually<T>(look: () => Promise<T>, right: (value: T) => boolean): Promise<T> {
  for (let i = 0; ; i++) {
    const value = await look();
    if (right(value) || i > 100) return value;
    await pause(50);
  }
}

const stored = async () =>
  (await db.execute<{ n: number }>(sql`select count(*)::int as n from messages`)).rows[0]!.n;

test("what was accepted is read within a moment, good beside broken, and the broken is parked with its reason", async () => {
  const good = Array.from({ length: 8 }, (_, i) => mail(`ben${i}@example.org`, `Kettle ${i}`));
  await db.execute(sql`
    insert into channels (id, kind, name, brand_id, address) values (${newId()}, 'form', 'contact', ${desk.brandId}, 'contact')`);
  const form = await db.execute<{ id: string }>(sql`select id from channels where kind = 'form'`);
  await accept(
    form.rows[0]!.id,
    [{ externalId: "broken", body: Buffer.from("no form"), contentType: "text/plain", meta: {} }],
    null,
  );
  await accept(desk.channelId, good, null);
  expect(await eventually(stored, (n) => n === 8)).toBe(8);
  const parked = await eventually(
    async () => (await db.execute(sql`select failure_code from inbound where state = 'parked'`)).rows,
    (rows) => rows.length === 1,
  );
  expect(parked).toHaveLength(1);
});

test("who is given a conversation, or named in a note, is told once, and nobody of their own act", async () => {
  const { id } = (await db.execute<{ id: string }>(sql`select id from conversations limit 1`)).rows[0]!;
  await assign(desk.salma, { conversationId: id, agentId: desk.tom.id, teamId: null });
  await assign(desk.salma, { conversationId: id, agentId: desk.salma.id, teamId: null });
  await addNote(desk.tom, { conversationId: id, text: "@Salma look", mentions: [desk.salma.id] });
  const told = await eventually(
    async () =>
      (
        await db.execute<{ kind: string; agent: string }>(
          sql`select kind, agent_id as agent from notifications order by kind`,
        )
      ).rows,
    (rows) => rows.length >= 2,
  );
  expect(told).toEqual([
    { kind: "assigned", agent: desk.tom.id },
    { kind: "mentioned", agent: desk.salma.id },
  ]);
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { detectRequest } from "./detect";
import { dueAfterMonths } from "./due-date";
import { listRequests, readRequest } from "./list-requests";
import { becomeContact, becomePrivacyRequest, closeRequest, extendRequest } from "./request";
import { tellPrivacyDue } from "./tell-due";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
let ines: Actor;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});

async function arrived(text: string, sentAt: Date): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'text/plain', '{}', 'x', 1, 'reading', 'me')`);
  await receive([
    {
      inboundId,
      claimedBy: "me",
      channel: desk.channel,
      receivedAt: sentAt,
      files: [],
      message: testMessage(`${inboundId}@example.org`, text, { sentAt }),
    },
  ]);
  const found = await db.execute<{ id: string }>(
    sql`select conversation_id as id from inbound where id = ${inboundId}`,
  );
  return found.rows[0]!.id;
}

const local = (moment: Date, timeZone = "Europe/Paris") =>
  moment.toLocaleString("sv-SE", { timeZone }).replace("T", " ");

test("the month is a calendar month, ends with the day, and knows short months and the change of clocks", () => {
  const due = (asked: string, months = 1) => local(dueAfterMonths(new Date(asked), months, "Europe/Paris"));
  expect(due("2026-01-31T10:00:00Z")).toBe("2026-02-28 23:59:59");
  expect(due("2028-01-31T10:00:00Z")).toBe("2028-02-29 23:59:59");
  expect(due("2026-03-15T22:59:00Z")).toBe("2026-04-15 23:59:59");
  // Already the 16th in Paris.
  expect(due("2026-03-15T23:30:00Z")).toBe("2026-04-16 23:59:59");
  expect(due("2026-02-28T12:00:00Z")).toBe("2026-03-28 23:59:59");
  expect(due("2026-12-05T12:00:00Z")).toBe("2027-01-05 23:59:59");
  expect(due("2026-11-30T12:00:00Z", 3)).toBe("2027-02-28 23:59:59");
});

test.each([
  ["Please delete all my data.", "erasure"],
  ["I want the right to be forgotten", "erasure"],
  ["Je demande l'effacement de mes données", "erasure"],
  ["je vous demande une copie de toutes les données que vous détenez (article 15 du RGPD)", "access"],
  ["J’exerce mon droit d’accès", "access"],
  ["Je m'oppose au profilage", "objection"],
  ["droit à la portabilité", "portability"],
  ["Please correct my personal data: I have moved", "rectification"],
  ["My kettle leaks, please delete my order 48211", null],
  ["La date de livraison a été effacée", null],
])("%s reads like %s", (text, kind) => {
  expect(detectRequest(text)?.kind ?? null).toBe(kind);
});

test("looking for phrases in hostile text ends at once", () => {
  for (const piece of ["droit ", "delete all my ", "copie de ", "a"]) {
    const begun = performance.now();
    detectRequest(piece.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(200);
  }
});

test("a request is only offered; a colleague makes it one, and its month runs from the day it arrived", async () => {
  const id = await arrived("J’exerce mon droit d’accès.", new Date("2026-10-31T09:00:00Z"));
  const offered = await readRequest(desk.salma, { conversationId: id });
  expect(offered).toMatchObject({
    kind: "contact",
    request: null,
    offered: { kind: "access", words: "droit d’accès" },
  });
  await becomePrivacyRequest(desk.salma, { conversationId: id, kind: "access", onlyForHandlers: false });
  const { request } = await readRequest(desk.salma, { conversationId: id });
  expect(request?.kind).toBe("access");
  expect(local(new Date(request!.dueAt))).toBe("2026-11-30 23:59:59");
  const queue = await db.execute(sql`select kind from queue where conversation_id = ${id}`);
  expect(queue.rows).toEqual([{ kind: "privacy" }]);
  await expect(listRequests(desk.salma, { state: "open" })).rejects.toThrow("access.action");
  expect((await listRequests(ines, { state: "open" })).items.map((one) => one.conversationId)).toContain(id);
});

test("it can be extended once, in time, with the reason; then it is done and leaves the list", async () => {
  const id = await arrived("Delete my data please", new Date(Date.now() - 86_400_000));
  await becomePrivacyRequest(desk.salma, { conversationId: id, kind: "erasure", onlyForHandlers: false });
  const first = (await readRequest(ines, { conversationId: id })).request!;
  const { dueAt } = await extendRequest(ines, { conversationId: id, because: "Three shops must look" });
  expect(Date.parse(dueAt) - Date.parse(first.dueAt)).toBeGreaterThan(55 * 86_400_000);
  await expect(extendRequest(ines, { conversationId: id, because: "again" })).rejects.toThrow(
    "not_now.asked",
  );
  await closeRequest(ines, { conversationId: id });
  await expect(closeRequest(ines, { conversationId: id })).rejects.toThrow("not_now.done");
  expect((await listRequests(ines, { state: "open" })).items.map((one) => one.conversationId)).not.toContain(
    id,
  );
  const done = (await listRequests(ines, { state: "done" })).items.find((one) => one.conversationId === id);
  expect(done?.doneByName).toBe("Inès Carpentier");
  await expect(becomeContact(ines, { conversationId: id })).rejects.toThrow("not_now.became_kind");
});

test("it can be for handlers only, which a junior or an agent cannot decide", async () => {
  const id = await arrived("Delete my data please", new Date());
  const only = { conversationId: id, kind: "erasure" as const, onlyForHandlers: true };
  await expect(becomePrivacyRequest(desk.tom, only)).rejects.toThrow("access.action");
  await becomePrivacyRequest(ines, only);
  await expect(readRequest(desk.tom, { conversationId: id })).rejects.toThrow("not_found");
  expect((await readRequest(hannah, { conversationId: id })).request?.kind).toBe("erasure");
  await becomeContact(ines, { conversationId: id });
  expect((await readRequest(ines, { conversationId: id })).kind).toBe("contact");
});

test("people are told a week before and a day before, once each", async () => {
  await db.execute(sql`update privacy_requests set done_at = now() where done_at is null`);
  const id = await arrived("Delete my data please", new Date());
  await becomePrivacyRequest(desk.salma, { conversationId: id, kind: "erasure", onlyForHandlers: false });
  const told = async () => {
    await tellPrivacyDue();
    const found = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from notifications where kind = 'privacy_due' and agent_id = ${hannah.id}`,
    );
    return found.rows[0]!.n;
  };
  const due = (words: string) =>
    db.execute(
      sql`update privacy_requests set due_at = now() + ${words}::interval where conversation_id = ${id}`,
    );
  expect(await told()).toBe(0);
  expect((await tellPrivacyDue())!.getTime()).toBeGreaterThan(Date.now() + 20 * 86_400_000);
  await due("6 days");
  expect(await told()).toBe(1);
  expect(await told()).toBe(1);
  await due("20 hours");
  await db.execute(sql`update privacy_requests set told_at = now() - interval '5 days'`);
  expect(await told()).toBe(2);
  expect(await told()).toBe(2);
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { rankExpired } from "@/lib/risk/rank";
import { undo } from "@/lib/triage/undo";
import { currentEdition } from "./editions";
import { exampleOf } from "./example";
import { labelMessage } from "./label";
import { listPhrases, listShippedPhrases } from "./list-phrases";
import { marksOf } from "./marks";
import { readCues } from "./read-cues";
import { rejudge } from "./rejudge";
import { addPhrase, changePhrase, deletePhrase, switchPhraseOff } from "./save-phrase";
import { tryPhrase } from "./try-phrase";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "manager", [desk.teamId], [desk.brandId]);
});

async function said(text: string) {
  const inboundId = newId();
  const message = testMessage(`${newId()}@example.org`, text);
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${message.externalId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed!;
}

async function markOf(placed: { conversationId: string; messageId: string }) {
  const marks = await db.transaction((tx) => marksOf(tx, [placed.messageId], [placed.conversationId]));
  return marks.get(placed.messageId)!;
}

const zing = {
  language: "en",
  family: "complaint",
  pattern: "zing*",
  reason: "it zings",
  weight: 4,
} as const;

test("a phrase of the house counts from its next edition on, is changed, and taken away again", async () => {
  const placed = await said("The teapot zings on its base.");
  expect((await markOf(placed)).isComplaint).toBe(false);
  const before = await currentEdition(db);
  const { id } = await addPhrase(hannah, zing);
  expect(await currentEdition(db)).toBeGreaterThan(before);
  expect((await markOf(placed)).found).toContainEqual({
    family: "complaint",
    reason: "it zings",
    at: 11,
    length: 5,
  });
  await changePhrase(hannah, { ...zing, phraseId: id, family: "urgent" });
  expect(await markOf(placed)).toMatchObject({ isComplaint: false });
  expect((await listPhrases(hannah, { language: "en" })).items).toMatchObject([{ id, family: "urgent" }]);
  await deletePhrase(hannah, { phraseId: id });
  expect((await markOf(placed)).found).toEqual([]);
});

test("a fault is said in words, a second line of one pattern is refused, and only managers may", async () => {
  await expect(addPhrase(hannah, { ...zing, pattern: "the" })).rejects.toMatchObject({
    key: "cue.pattern_everywhere",
  });
  const { id } = await addPhrase(hannah, zing);
  await expect(addPhrase(hannah, { ...zing, pattern: "ZING*" })).rejects.toMatchObject({
    key: "cue.pattern_twice",
  });
  await expect(addPhrase(desk.salma, { ...zing, pattern: "shak*" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await deletePhrase(hannah, { phraseId: id });
});

test("one of the shipped phrases is found, switched off, and on again", async () => {
  const found = await listShippedPhrases(hannah, {
    language: "en",
    family: "complaint",
    search: "broken",
    isOff: null,
  });
  const shipped = found.items.find(({ pattern }) => pattern === "broken") ?? found.items[0]!;
  const placed = await said("It is broken");
  expect((await markOf(placed)).isComplaint).toBe(true);
  const { id } = await switchPhraseOff(hannah, { language: "en", pattern: shipped.pattern });
  const off = await listShippedPhrases(hannah, { language: "en", family: null, search: "", isOff: true });
  expect(off.items).toMatchObject([{ pattern: shipped.pattern, offId: id }]);
  await deletePhrase(hannah, { phraseId: id });
  expect((await markOf(placed)).isComplaint).toBe(true);
});

test("what ships is shown by kind, danger first and what only sounds like it last, each with words one can read", async () => {
  for (const language of ["en", "fr"] as const) {
    const page = await listShippedPhrases(hannah, { language, family: null, search: "", isOff: null });
    const shown = [...new Set(page.items.map(({ family }) => family))];
    expect(shown.slice(0, 3)).toEqual(["safety", "threat", "complaint"]);
    expect(shown.at(-1)).toBe("none");
    expect(page.groups.map(({ family }) => family)).toEqual(shown);
    expect(page.groups.reduce((sum, { count }) => sum + count, 0)).toBe(page.count);
    for (const { example } of page.items) expect(example).not.toMatch(/[*|#^]|\.\.\./);
  }
  expect(exampleOf("detecteur*|alarme de|a|d fumee|incendie", "fr")).toBe("Détecteur de fumée");
  expect(exampleOf("s est mis|mise a fumer", "fr")).toMatch(/^S’est mis (a|à) fumer$/);
  const found = await listShippedPhrases(hannah, {
    language: "fr",
    family: null,
    search: "fumée",
    isOff: null,
  });
  expect(found.items.length).toBeGreaterThan(0);
});

test("after a change only those conversations are ranked again of which another thing is said now", async () => {
  const hit = await said("The lid zings.");
  const other = await said("Do you deliver to Ghent?");
  await markOf(hit);
  await markOf(other);
  await db.execute(sql`update queue set rank_valid_until = 'infinity'`);
  const { id } = await addPhrase(hannah, zing);
  // The teapot of the first test zings too.
  expect(await rejudge()).toBe(2);
  const again = await db.execute<{ id: string }>(
    sql`select conversation_id as id from queue where rank_valid_until = '-infinity'`,
  );
  expect(again.rows.map((row) => row.id)).toContain(hit.conversationId);
  expect(again.rows.map((row) => row.id)).not.toContain(other.conversationId);
  expect(await rejudge()).toBe(0);
  await deletePhrase(hannah, { phraseId: id });
});

test("what was found is read with its words; a colleague says otherwise, is named, and takes it back", async () => {
  const placed = await said("The lid is broken.");
  const before = await readCues(desk.salma, { conversationId: placed.conversationId, messageId: null });
  const cue = before.items[0]?.cues.find(({ family }) => family === "complaint");
  expect(cue).toMatchObject({ isSaid: true, label: null });
  expect(cue?.found.map(({ words }) => words)).toContain("broken");
  const label = { ...placed, family: "complaint", isSaid: false } as const;
  await db.execute(sql`update queue set rank_valid_until = 'infinity'`);
  const { eventId } = await labelMessage(desk.salma, label);
  const after = await readCues(desk.tom, {
    conversationId: placed.conversationId,
    messageId: placed.messageId,
  });
  expect(after.items[0]?.cues.find(({ family }) => family === "complaint")).toMatchObject({
    isSaid: false,
    label: { isSaid: false, by: "Salma Idrissi" },
  });
  const place = await db.execute(sql`
    select is_complaint, q.rank_valid_until::text as until from message_marks k join queue q on q.conversation_id = k.conversation_id
    where k.message_id = ${placed.messageId}`);
  expect(place.rows).toEqual([{ is_complaint: false, until: "-infinity" }]);
  await undo(desk.salma, { eventId });
  expect(await markOf(placed)).toMatchObject({ isComplaint: true, labels: {} });
});

test("before it is saved, a phrase shows which of the last messages it would hit and which rows would move", async () => {
  // Own desk: a rank drifts by moments, so only rows that differ in kind are set against each other.
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "manager", [desk.teamId], [desk.brandId]);
  for (const name of ["first", "second"]) await said(`Hello, this is the ${name} question, do you deliver?`);
  const placed = await said("Good morning. The handle plinks when I pour, just so you know.");
  while (await rankExpired()) {}
  const line = { ...zing, pattern: "handle ... plink*", reason: "handle plinks" };
  const tried = await tryPhrase(hannah, { language: "en", phraseId: null, off: null, line });
  expect(tried.looked).toBe(3);
  expect(tried.hits).toBe(1);
  const [hit] = tried.items;
  expect(hit).toMatchObject({ conversationId: placed.conversationId, gained: ["complaint"], lost: [] });
  const [at, length] = hit!.marks[0]!;
  expect(hit!.text.slice(at, at + length)).toBe("handle plinks");
  expect(tried.moves).toMatchObject([{ conversationId: placed.conversationId }]);
  expect(tried.moves[0]!.to.place).toBeLessThan(tried.moves[0]!.from.place);
  // Nothing is kept; saved, it stands where the preview said.
  expect((await markOf(placed)).isComplaint).toBe(false);
  const { id } = await addPhrase(hannah, line);
  await rejudge();
  while (await rankExpired()) {}
  const ahead = await db.execute<{ place: number }>(sql`
    select 1 + count(*)::int as place from queue q, queue own where own.conversation_id = ${placed.conversationId}
      and q.brand_id = ${desk.brandId} and q.status = 'open' and (q.lane, q.rank, q.since_at) < (own.lane, own.rank, own.since_at)`);
  expect(ahead.rows[0]!.place).toBe(tried.moves[0]!.to.place);
  const back = await tryPhrase(hannah, { language: "en", phraseId: id, off: null, line: null });
  expect(back.items[0]).toMatchObject({ lost: ["complaint"] });
  await deletePhrase(hannah, { phraseId: id });
});

test("nobody labels or reads the messages of a conversation that they may not see", async () => {
  const placed = await said("The lid is broken");
  const jules = await testAgent("Jules Lemaire", "agent", [], []);
  await expect(labelMessage(jules, { ...placed, family: "complaint", isSaid: false })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(
    readCues(jules, { conversationId: placed.conversationId, messageId: null }),
  ).rejects.toMatchObject({
    code: "not_found",
  });
  const elsewhere = await said("Hello");
  await expect(
    labelMessage(desk.salma, {
      conversationId: elsewhere.conversationId,
      messageId: placed.messageId,
      family: "complaint",
      isSaid: false,
    }),
  ).rejects.toMatchObject({ code: "not_found" });
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { upload } from "@/lib/attachments/upload";
import { getConversation } from "@/lib/conversations/get-conversation";
import { mentionable } from "@/lib/conversations/mentionable";
import { addNote } from "@/lib/conversations/note";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { cancelReply } from "@/lib/replies/cancel";
import { reply } from "@/lib/replies/reply";
import { listSavedReplies, savedRepliesFor } from "./list";
import { pickText } from "./pick";
import {
  archiveSavedReply,
  createSavedReply,
  restoreSavedReply,
  savedReplyInput,
  updateSavedReply,
} from "./save";
import { takeSavedReplyFiles } from "./use";

testDatabase();

let desk: TestDesk;
let conversationId: string;

beforeAll(async () => {
  desk = await testDesk();
  conversationId = await marekWrites();
});

async function marekWrites(): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(`marek-${inboundId}@example.org`, "The mixer came in pieces");
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed?.conversationId ?? "";
}

function input(more: object = {}) {
  return savedReplyInput.parse({ name: `answer ${newId()}`, texts: [{ text: "It left today." }], ...more });
}

async function namesFor(actor: Actor): Promise<string[]> {
  return (await savedRepliesFor(actor, { conversationId })).map(({ name }) => name);
}

test("the customer's language and the way out choose the text", () => {
  const texts = savedReplyInput.parse({
    name: "x",
    texts: [
      { text: "any" },
      { language: "fr", text: "fr" },
      { language: "fr", mode: "public", text: "fr public" },
      { language: "en", mode: "public", text: "en public" },
    ],
  }).texts;
  const pick = (language: string | null, mode: "public" | "private") =>
    pickText(texts, { language, mode, usual: "en" })?.text;
  expect(pick("fr-BE", "private")).toBe("fr");
  expect(pick("fr", "public")).toBe("fr public");
  expect(pick("nl", "private")).toBe("any");
  expect(pick("en", "private")).toBe("en public");
  expect(pick(null, "public")).toBe("any");
});

test("two texts for one language and way are refused, and a name only once in a scope", async () => {
  const twice = { name: "x", texts: [{ text: "a" }, { text: "b" }] };
  expect(savedReplyInput.safeParse(twice).success).toBe(false);
  const mine = input({ name: "Refund", scope: { for: "me" } });
  const { id } = await createSavedReply(desk.salma, mine);
  await expect(createSavedReply(desk.salma, { ...mine, name: "REFUND" })).rejects.toMatchObject({
    code: "conflict",
  });
  await createSavedReply(desk.tom, mine);
  await archiveSavedReply(desk.salma, { savedReplyId: id });
  expect(await namesFor(desk.salma)).not.toContain("Refund");
  await createSavedReply(desk.salma, mine);
  await expect(restoreSavedReply(desk.salma, { savedReplyId: id })).rejects.toMatchObject({
    code: "conflict",
  });
});

test("each sees what is theirs: mine, my teams', my brands'", async () => {
  const hannah = await testAgent("Hannah Whitlock", "agent", [], []);
  const teams = input({ scope: { for: "team", teamId: desk.teamId } });
  const brands = input({ scope: { for: "brand", brandId: desk.brandId } });
  const { id } = await createSavedReply(desk.salma, teams);
  await createSavedReply(desk.salma, brands);
  expect(await namesFor(desk.tom)).toEqual(expect.arrayContaining([teams.name, brands.name]));
  const seen = (await listSavedReplies(hannah, { archived: "no" })).map(({ name }) => name);
  expect(seen).not.toContain(teams.name);
  expect(seen).not.toContain(brands.name);
  await expect(createSavedReply(hannah, { ...teams, name: "elsewhere" })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(updateSavedReply(hannah, { ...input(), savedReplyId: id })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("somebody new is shown the model answers first", async () => {
  const jules = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  const model = input({ name: `zz ${newId()}`, isModel: true });
  await createSavedReply(desk.salma, model);
  await createSavedReply(desk.salma, input({ name: `aa ${newId()}` }));
  expect((await namesFor(jules))[0]).toBe(model.name);
  await expect(createSavedReply(jules, input())).rejects.toMatchObject({ code: "forbidden" });
});

test("its files travel with every answer, each time as rows of their own over the same bytes", async () => {
  const file = await upload(desk.salma, {
    name: "label.pdf",
    contentType: "application/pdf",
    content: (async function* () {
      yield Buffer.from("%PDF");
    })(),
  });
  const { id } = await createSavedReply(desk.salma, input({ fileIds: [file.id] }));
  const [first, second] = await Promise.all([
    takeSavedReplyFiles(desk.tom, { savedReplyId: id }),
    takeSavedReplyFiles(desk.salma, { savedReplyId: id }),
  ]);
  expect(first[0]).toMatchObject({ name: "label.pdf", size: 4 });
  expect(first[0]?.id).not.toBe(second[0]?.id);
  await expect(createSavedReply(desk.tom, input({ fileIds: [second[0]?.id] }))).rejects.toMatchObject({
    code: "invalid",
  });
});

test("uses are counted, unchanged ones apart, and a reply that was taken back was never a use", async () => {
  const { id } = await createSavedReply(desk.salma, input());
  const uses = async () => {
    const found = (await listSavedReplies(desk.salma, { archived: "no" })).find((one) => one.id === id);
    return [found?.uses, found?.unedited];
  };
  const sent: Array<{ conversationId: string; messageId: string }> = [];
  for (const isEdited of [true, false]) {
    const where = await marekWrites();
    const view = await getConversation(desk.salma, { idOrNumber: where });
    const way = view.ways[0]!;
    const { messageId } = await reply(desk.salma, {
      conversationId: where,
      messageId: newId(),
      mode: way.mode,
      channelId: way.channelId,
      to: way.to,
      cc: [],
      bcc: [],
      subject: null,
      text: "It left today.",
      attachmentIds: [],
      seen: view.seen,
      savedReplies: [{ id, isEdited }],
    });
    sent.push({ conversationId: where, messageId });
  }
  expect(await uses()).toEqual([2, 1]);
  await cancelReply(desk.salma, sent[1]!);
  expect(await uses()).toEqual([1, 0]);
});

test("a note calls people and teams by id, and says who could not be told", async () => {
  const outsider = await testAgent("Inès Carpentier", "manager", [], []);
  const known = await mentionable(desk.salma, { conversationId });
  expect(known.find((one) => one.id === outsider.id)).toMatchObject({ maySee: 0, people: 1 });
  expect(known.find((one) => one.id === desk.tom.id)).toMatchObject({ maySee: 1 });
  expect(known.find((one) => one.id === desk.teamId)?.maySee).toBeGreaterThanOrEqual(2);
  expect(known.find((one) => one.id === desk.salma.id)).toBeUndefined();

  const { eventId } = await addNote(desk.salma, {
    conversationId,
    text: "@Tom Verhaegen and the team: look",
    mentions: [desk.tom.id, desk.teamId],
  });
  const view = await getConversation(desk.tom, { idOrNumber: conversationId });
  const note = view.timeline.find((item) => item.type === "message" && item.kind === "note");
  expect(note).toMatchObject({
    mentions: expect.arrayContaining([
      { kind: "agent", id: desk.tom.id, name: "Tom Verhaegen" },
      expect.objectContaining({ kind: "team", id: desk.teamId }),
    ]),
  });
  const told = await db.execute<{ ids: string[] }>(
    sql`select after -> 'mentions' as ids from events where id = ${eventId}`,
  );
  expect(told.rows[0]?.ids).toContain(desk.tom.id);
  expect(told.rows[0]?.ids).not.toContain(desk.salma.id);
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { IncomingMessage } from "@/lib/channels/channel";
import { getConversation } from "@/lib/conversations/get-conversation";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { listMacros, macrosFor } from "./list";
import { planMacro } from "./plan";
import { runMacro } from "./run";
import { archiveMacro, createMacro, macroInput } from "./save";
import { undoMacro } from "./undo-run";

testDatabase();

let desk: TestDesk;

beforeAll(async () => {
  desk = await testDesk();
});

async function claireWrites() {
  const from = `claire-${newId()}@example.org`;
  const message = testMessage(from, "Where is my refund?", { language: "fr" });
  message.author.name = "Claire Dumontet";
  return getConversation(desk.salma, { idOrNumber: await arrives(message) });
}

async function arrives(message: IncomingMessage): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  return placed?.conversationId ?? "";
}

function macro(more: object) {
  return macroInput.parse({ name: `macro ${newId()}`, scope: { for: "team", teamId: desk.teamId }, ...more });
}

test("a dry run says what would happen, who and when by name, and what cannot be done and why", async () => {
  const view = await claireWrites();
  const outsider = await testAgent("Hannah Whitlock", "agent", [], []);
  const { id: macroId } = await createMacro(
    desk.salma,
    macro({
      texts: [
        { text: "Hello {{customer.first_name}}, order {{customer.order}}" },
        { language: "fr", text: "Bonjour {{customer.first_name}}, commande {{customer.order}}" },
      ],
      actions: [
        { do: "assign", agentId: "me" },
        { do: "assign", agentId: outsider.id },
        { do: "assign", agentId: newId() },
        { do: "pin", pin: 0 },
        { do: "note", text: "Asked the shop about {{conversation.number}}" },
        { do: "snooze", until: "no such day" },
      ],
    }),
  );
  const plan = await planMacro(desk.salma, { conversationId: view.row.id, macroId });
  expect(plan.reply).toMatchObject({
    text: "Bonjour Claire, commande {{customer.order}}",
    gaps: ["customer.order"],
    obstacle: "gaps",
  });
  expect(plan.steps.map((step) => step.obstacle)).toEqual([
    null,
    "agent_cannot_see",
    "agent_gone",
    "already",
    null,
    "no_date",
  ]);
  expect(plan.steps[0]?.agent?.name).toBe("Salma Idrissi");
  expect(plan.steps[4]?.text).toBe(`Asked the shop about #${view.row.number}`);
  expect((await getConversation(desk.salma, { idOrNumber: view.row.id })).row.version).toBe(view.row.version);
});

test("a run says and does all of it, and one undo takes all of it back", async () => {
  const view = await claireWrites();
  const { id: macroId } = await createMacro(
    desk.salma,
    macro({
      texts: [{ text: "Hello {{customer.first_name}}" }],
      actions: [
        { do: "assign", agentId: desk.tom.id },
        { do: "tag", name: "Refund" },
        { do: "pin", pin: -1 },
        { do: "note", text: "Promised by phone" },
        { do: "resolve" },
      ],
    }),
  );
  const way = view.ways[0]!;
  const ran = await runMacro(desk.salma, {
    conversationId: view.row.id,
    macroId,
    reply: {
      messageId: newId(),
      mode: way.mode,
      channelId: way.channelId,
      to: way.to,
      cc: [],
      bcc: [],
      subject: way.subject,
      text: "Hello Claire",
      attachmentIds: [],
      seen: view.seen,
    },
  });
  expect(ran).toMatchObject({ done: 6, left: 0, replied: { state: "leaving" } });
  const after = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(after.row).toMatchObject({
    status: "resolved",
    assigneeId: desk.tom.id,
    pin: -1,
    tags: ["refund"],
    messageCount: 3,
  });

  const back = await undoMacro(desk.salma, { eventId: ran.eventId });
  expect(back).toEqual({ text: "Hello Claire", replyHasLeft: false });
  const again = await getConversation(desk.salma, { idOrNumber: view.row.id });
  expect(again.row).toMatchObject({
    status: "open",
    assigneeId: null,
    pin: 0,
    tags: [],
    messageCount: 1,
    unansweredCount: 1,
  });
  expect(again.row.waitingSince).toBe(view.row.waitingSince);
  await expect(undoMacro(desk.salma, { eventId: ran.eventId })).rejects.toMatchObject({ code: "not_found" });
});

test("a reply that is held back holds back all the rest", async () => {
  const view = await claireWrites();
  const { id: macroId } = await createMacro(
    desk.salma,
    macro({ texts: [{ text: "Hello" }], actions: [{ do: "tag", name: "late" }] }),
  );
  await arrives(testMessage(String(view.ways[0]?.to[0]), "And my refund?"));
  const way = view.ways[0]!;
  const run = runMacro(desk.salma, {
    conversationId: view.row.id,
    macroId,
    reply: {
      messageId: newId(),
      mode: way.mode,
      channelId: way.channelId,
      to: way.to,
      cc: [],
      bcc: [],
      subject: null,
      text: "Hello",
      attachmentIds: [],
      seen: view.seen,
    },
  });
  await expect(run).rejects.toMatchObject({ code: "conflict" });
  expect((await getConversation(desk.salma, { idOrNumber: view.row.id })).row.tags).toEqual([]);
});

test("a macro is its scope's: others find it nowhere, and its name is free again once it is put away", async () => {
  const view = await claireWrites();
  const mine = macro({ name: "Mine", scope: { for: "me" }, actions: [{ do: "wait" }] });
  const { id } = await createMacro(desk.salma, mine);
  await expect(createMacro(desk.salma, { ...mine, name: "mine" })).rejects.toMatchObject({
    code: "conflict",
  });
  const names = async (actor: typeof desk.tom) =>
    (await macrosFor(actor, { conversationId: view.row.id })).map(({ name }) => name);
  expect(await names(desk.salma)).toContain("Mine");
  expect(await names(desk.tom)).not.toContain("Mine");
  await expect(planMacro(desk.tom, { conversationId: view.row.id, macroId: id })).rejects.toMatchObject({
    code: "not_found",
  });
  await archiveMacro(desk.salma, { macroId: id });
  expect((await listMacros(desk.salma)).map(({ name }) => name)).not.toContain("Mine");
  await createMacro(desk.salma, mine);
});

test("their turn, snooze and resolve exclude each other", () => {
  expect(macroInput.safeParse({ name: "x", actions: [{ do: "wait" }, { do: "resolve" }] }).success).toBe(
    false,
  );
  expect(macroInput.safeParse({ name: "x" }).success).toBe(false);
});

test("two who run at once both see one outcome each", async () => {
  const view = await claireWrites();
  const { id: macroId } = await createMacro(desk.salma, macro({ actions: [{ do: "tag", name: "twice" }] }));
  const input = { conversationId: view.row.id, macroId, reply: null };
  const both = await Promise.all([runMacro(desk.salma, input), runMacro(desk.tom, input)]);
  expect(both.map((one) => one.eventId)).toHaveLength(2);
  const tags = await db.execute(sql`select 1 from conversation_tags where conversation_id = ${view.row.id}`);
  expect(tags.rows).toHaveLength(1);
});

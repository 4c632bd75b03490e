import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk, testMessage } from "@/db/test-desk";
import { type Actor, allowed } from "@/lib/access";
import { accept } from "@/lib/channels/accept";
import { readLedger } from "@/lib/channels/intake";
import { stopParsing } from "@/lib/channels/parse-pool";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { addNote } from "@/lib/conversations/note";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/id";

testDatabase();

/** What takes an actor and yet answers one who may nothing, with the reason. */
const exceptions: Record<string, string> = {
  "access.ts authorize": "is the lock itself",
  "access.ts can": "is the question itself",
  "access.ts seesAll": "is the question itself",
  "access.ts visible": "is the clause itself",
  "access.ts visibleBrand": "is the clause itself",
  "agents/rank.ts mayGive": "compares two roles",
  "agents/sign-out.ts signOutElsewhere": "ends only one's own sign-ins",
  "channels/failure-words.ts readerZone": "the caller's own time zone",
  "channels/settings.ts readSettings": "checks settings, reads nothing",
  "customers/sight.ts seesRecord": "is the clause itself, for records of customers",
  "conversations/search.ts mayOfHistory": "is the clause itself, for history",
  "views/list-views.ts mayUse": "is the clause itself, for views",
  "conversations/list-queue.ts defaultPage": "a statement for the test of its plan, never run for anybody",
  "events.ts actorOf": "a name for the event's row",
  "idempotency.ts idFromKey": "arithmetic",
  "idempotency.ts once": "runs what it is given, under one's own key",
  "live/rooms.ts roomsOfActor": "names of rooms, from one's own teams and brands",
  "saved-replies/scope.ts columnsOfScope": "turns a scope into columns, reads nothing of anybody",
  "saved-replies/scope.ts usable": "is the clause itself",
};

/** Where what is asked for belongs to somebody: here even a manager sees nothing of other teams. */
const guarded =
  /^(conversations|triage|replies|approvals|side-threads|customers|attachments|inbound|pictures|live|desk|asks|merges|links|splits|bulk|acts|commitments|gestures)\//;

/** Answers an outsider like everybody, since it tells nothing about the conversation that is named. */
const alike: Record<string, string> = {
  "commitments/list.ts commitmentsOfCustomer": "an empty list, as for a customer whom nothing was promised",
  "triage/take-next.ts takeNext": "null: nothing to take",
  "replies/cancel.ts cancelReply": "conflict, for any reply that is not one's own and waiting",
  "replies/draft.ts draftOf": "null, as for a conversation without words of mine",
  "links/list-links.ts listLinks": "an empty list, as for a conversation that is linked to none",
  "replies/list-held.ts listHeld": "an empty list, as for a conversation in which nothing is held",
  "replies/shared-draft.ts sharedDraftOf": "null, as for a conversation without one",
  "side-threads/list.ts listSideThreads": "an empty list, as for a conversation without any",
  "replies/draft.ts deleteDraft": "throws one's own words away, if there are any",
};

const canary = "The pot smoked and burnt my hand";
let outsider: Actor;
let insider: Actor;
let everything: Record<string, unknown>;

beforeAll(async () => {
  const desk = await testDesk();
  insider = desk.salma;
  outsider = await testAgent("Hannah Whitlock", "manager", [], []);
  const { externalId } = testMessage("odile@example.org", "");
  const source = `From: Odile Aubry <odile@example.org>\r\nTo: care@marmelune.example\r\nMessage-ID: ${externalId}\r\nSubject: ${canary}\r\nContent-Type: text/html\r\n\r\n<p>${canary}</p>`;
  await accept(
    desk.channelId,
    [{ externalId, body: Buffer.from(source), contentType: "message/rfc822", meta: {} }],
    null,
  );
  await readLedger("walk");
  await stopParsing();
  const page = await listQueue(insider, { view: "queue", sort: "left", cursor: null, limit: 5 });
  const conversationId = page.items[0]?.id ?? "";
  const { messageId, eventId } = await addNote(insider, { conversationId, text: canary, mentions: [] });
  const view = await getConversation(insider, { idOrNumber: conversationId });
  const asked = view.timeline.find((item) => item.type === "message" && item.kind === "customer");
  everything = {
    conversationId,
    idOrNumber: conversationId,
    customerId: view.customer.id,
    messageId,
    eventId,
    inboundId: asked?.type === "message" ? asked.inboundId : newId(),
    deliveryId: newId(),
    askId: newId(),
    fileId: newId(),
    channelId: desk.channelId,
    exceptId: null,
    agentId: insider.id,
    teamId: desk.teamId,
    agentIds: [outsider.id],
    mentions: [],
    attachmentIds: [],
    heldId: newId(),
    sideThreadId: newId(),
    otherIds: [newId()],
    fileIds: [],
    digest: "",
    comment: "Shorter",
    confirmed: [],
    baseVersion: null,
    matter: "any",
    later: {
      sendAt: new Date(Date.now() + 3600_000).toISOString(),
      zone: "Europe/Paris",
      ifTheyWrite: "cancel",
    },
    to: ["odile@example.org"],
    cc: [],
    bcc: [],
    subject: null,
    recipients: null,
    mode: "private",
    seen: view.seen,
    text: "Bonjour",
    name: "legal",
    outcome: "reached",
    reason: "done",
    pin: 0,
    until: new Date(Date.now() + 3600_000),
    view: "queue",
    sort: "left",
    kind: "parked",
    pictures: "none",
    cursor: null,
    limit: 50,
    seq: null,
    content: [Buffer.from("x")],
    contentType: "text/plain",
    language: "en",
    brandId: null,
    for: "everybody",
    act: { verb: "resolve" },
    verb: "hide",
    targets: { ids: [conversationId] },
    asOf: new Date(),
    runId: newId(),
    blockId: newId(),
    survivorId: conversationId,
    stubId: conversationId,
    otherId: conversationId,
    mayMixCustomers: "yes",
    archived: "no",
    savedReplyId: newId(),
  };
});

const doors = findDoors();

test("the walk finds the commands and reads", () => {
  expect(doors.length).toBeGreaterThan(50);
  const known = doors.map(({ name }) => name);
  expect(Object.keys({ ...exceptions, ...alike }).filter((name) => !known.includes(name))).toEqual([]);
});

test("an actor who may nothing gets nothing, from any command or read", async () => {
  const kept = allowed.observer;
  allowed.observer = new Set();
  const powerless: Actor = { ...outsider, role: "observer" };
  try {
    const answered = [];
    for (const door of doors.filter(({ name }) => !(name in exceptions))) {
      const outcome = await knock(door, powerless);
      if (outcome !== "forbidden") answered.push(`${door.name}: ${outcome}`);
    }
    expect(answered).toEqual([]);
  } finally {
    allowed.observer = kept;
  }
});

test("a manager of other teams finds nothing of this one, by any command or read", async () => {
  const told = [];
  for (const door of doors.filter(({ name }) => guarded.test(name) && !(name in exceptions))) {
    const outcome = await knock(door, outsider);
    if (outcome.includes(canary) || outcome.includes(String(everything.conversationId)))
      told.push(`${door.name}: ${outcome}`);
    if (
      takesConversation(door) &&
      !(door.name in alike) &&
      outcome !== "not_found" &&
      outcome !== "forbidden"
    )
      told.push(`${door.name}: ${outcome}`);
  }
  expect(told).toEqual([]);
  const view = await getConversation(insider, { idOrNumber: String(everything.conversationId) });
  expect(view.row).toMatchObject({ status: "open", tags: [], isRestricted: false, messageCount: 2 });
});

type Door = { name: string; file: string; fn: string; source: string };

/** Every exported function whose first parameter is an actor. */
function findDoors(): Door[] {
  const root = import.meta.dirname;
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$/.test(file))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(root, file), "utf8");
      const found = source.matchAll(
        /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*actor: Actor\b[\s\S]*?^\}/gm,
      );
      return [...found].map(([text, fn = ""]) => ({
        name: `${file} ${fn}`,
        file: join(root, file),
        fn,
        source: text,
      }));
    });
}

function takesConversation({ source }: Door): boolean {
  const [signature = ""] = source.split(/\{\s*\n\s+authorize/);
  return /conversationId|idOrNumber|customerId|inboundId/.test(signature);
}

async function knock(door: Door, actor: Actor): Promise<string> {
  const module: Record<string, unknown> = await import(door.file);
  const call = module[door.fn];
  if (typeof call !== "function") throw new Error(`${door.name} is not exported`);
  try {
    return `answered ${JSON.stringify(await call(actor, everything))}`;
  } catch (error) {
    return error instanceof AppError ? error.code : `threw ${error}`;
  }
}

import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import { receive } from "@/lib/conversations/receive";
import { recordCall } from "@/lib/conversations/record-call";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/id";
import { assign } from "@/lib/triage/assign";
import { pin } from "@/lib/triage/pin";
import { reopen } from "@/lib/triage/reopen";
import { resolve } from "@/lib/triage/resolve";
import { snooze } from "@/lib/triage/snooze";
import { tag, untag } from "@/lib/triage/tag";
import { undo } from "@/lib/triage/undo";
import { wait } from "@/lib/triage/wait";
import { resolutionOf, responseOf } from "./due";
import { rulesNow } from "./rules";
import { setTarget, targetInput } from "./save-target";
import { loadStates, toState } from "./state";

testDatabase();
let desk: TestDesk;
let seniors: string;
const HOUR = 3600;

beforeAll(async () => {
  desk = await testDesk();
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  seniors = newId();
  await db.execute(sql`insert into teams (id, name) values (${seniors}, 'Seniors')`);
  await db.execute(sql`insert into team_members (team_id, agent_id) values (${seniors}, ${desk.salma.id})`);
  desk.salma = { ...desk.salma, teamIds: [...desk.salma.teamIds, seniors] };
  const tagId = newId();
  await db.execute(sql`insert into tags (id, name) values (${tagId}, 'fragile')`);
  const targets = [
    { kind: "first_response", seconds: 8 * HOUR },
    { kind: "first_response", tagId, seconds: 2 * HOUR },
    { kind: "next_response", pin: -1, seconds: HOUR },
    { kind: "next_response", brandId: desk.brandId, seconds: 4 * HOUR },
    { kind: "resolution", seconds: 40 * HOUR },
    { kind: "resolution", tagId, pin: -1, seconds: HOUR / 2 },
  ];
  for (const target of targets) await setTarget(hannah, targetInput.parse(target));
});

const acts = {
  write: (id: string) => arrive(`${id}@example.org`, "And another thing"),
  tag: (conversationId: string) => tag(desk.salma, { conversationId, name: "fragile" }),
  untag: (conversationId: string) => untag(desk.salma, { conversationId, name: "fragile" }),
  first: (conversationId: string) => pin(desk.salma, { conversationId, pin: -1 }),
  asItComes: (conversationId: string) => pin(desk.salma, { conversationId, pin: 0 }),
  wait: (conversationId: string) => wait(desk.salma, { conversationId }),
  sleep: (conversationId: string) =>
    snooze(desk.salma, { conversationId, until: new Date(Date.now() + 3600_000) }),
  call: (conversationId: string) => recordCall(desk.salma, { conversationId, outcome: "reached", text: "" }),
  resolve: (conversationId: string) => resolve(desk.salma, { conversationId }),
  reopen: (conversationId: string) => reopen(desk.salma, { conversationId }),
  give: (conversationId: string) =>
    assign(desk.salma, { conversationId, agentId: desk.salma.id, teamId: seniors }),
};
type Act = keyof typeof acts;
const names: Act[] = [
  "write",
  "tag",
  "untag",
  "first",
  "asItComes",
  "wait",
  "sleep",
  "call",
  "resolve",
  "reopen",
  "give",
];

async function arrive(from: string, text = "Where is my invoice?"): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage(from, text, { threadKey: from });
  const given = { claimedBy: "me", receivedAt: new Date(), channel: desk.channel, files: [] };
  const [placed] = await receive([{ ...given, inboundId, message }]);
  return placed!.conversationId;
}

async function duesOf(id: string) {
  const rules = await rulesNow();
  const [stored] = await db.transaction((tx) => loadStates(tx, rules, [id]));
  const state = toState(stored!);
  const isOn = stored!.status !== "resolved" && stored!.status !== "spam";
  const iso = (text: string | null) => (text === null ? null : new Date(text).toISOString());
  return {
    kept: [iso(stored!.dueAt), iso(stored!.resolveDueAt)],
    asked: [
      (isOn ? responseOf(rules, state)?.dueAt?.toISOString() : null) ?? null,
      (isOn ? resolutionOf(rules, state)?.dueAt?.toISOString() : null) ?? null,
    ],
  };
}

test("after any commands, each taken back or not, what is due is what the targets say of the conversation as it is", async () => {
  const step = fc.record({ act: fc.constantFrom(...names), isTakenBack: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const from = newId();
      const id = await arrive(`${from}@example.org`);
      for (const { act, isTakenBack } of steps) {
        try {
          const done = act === "write" ? await acts.write(from) : await acts[act](id);
          if (isTakenBack && typeof done !== "string" && act !== "call")
            await undo(desk.salma, { eventId: done.eventId });
        } catch (error) {
          // Not now: what is resolved cannot be asked to wait.
          if (!(error instanceof AppError)) throw error;
        }
        const { kept, asked } = await duesOf(id);
        expect(kept, `${steps.map((one) => one.act).join(", ")}: after ${act}`).toEqual(asked);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

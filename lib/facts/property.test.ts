import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { recordCall } from "@/lib/conversations/record-call";
import { arrive } from "@/lib/customers/test-arrive";
import { newId } from "@/lib/id";
import { merge } from "@/lib/merges/merge";
import { unmerge } from "@/lib/merges/unmerge";
import { reply } from "@/lib/replies/reply";
import { failDelivery, markSent } from "@/lib/replies/settle";
import { split } from "@/lib/splits/split";
import { assign } from "@/lib/triage/assign";
import { markSpam } from "@/lib/triage/mark-spam";
import { reopen } from "@/lib/triage/reopen";
import { resolve } from "@/lib/triage/resolve";
import { snooze } from "@/lib/triage/snooze";
import { undo } from "@/lib/triage/undo";
import { prepareFacts } from "./follow";
import { rebuildFacts } from "./rebuild";
import { settled } from "./test-live";
import { Oracle } from "./test-oracle";
import { reasonsNow } from "./test-reasons";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
  await prepareFacts();
});

const histories = 14;
const steps = 22;

test("random histories through the real commands: live, rebuilt and a slow oracle of waits say the same", async () => {
  const oracles: Oracle[] = [];
  for (let seed = 1; seed <= histories; seed++) oracles.push(await live(seed));
  await settled();
  const before = await stored();
  for (const oracle of oracles) {
    for (const [id, waits] of oracle.waits()) {
      const found = await db.execute<{ from: string; ending: string | null }>(sql`
        select to_char(from_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as from, ending from facts
        where conversation_id = ${id} and kind = 'wait' order by from_at, to_at`);
      expect({ seed: oracle.seed, log: oracle.log, id, waits: found.rows }).toEqual({
        seed: oracle.seed,
        log: oracle.log,
        id,
        waits,
      });
    }
  }
  const reasons = await reasonsNow();
  expect(reasons.length).toBeGreaterThan(3);
  expect(reasons.filter(({ told, measured }) => told !== measured)).toEqual([]);
  await rebuildFacts({ onProgress: () => {} });
  expect(await stored()).toEqual(before);
}, 120_000);

/** Everything that reports read, but for the numbers of the dimensions. */
async function stored(): Promise<unknown[]> {
  const facts = await db.execute(sql`
    select f.conversation_id, f.kind, f.ordinal, f.cycle, f.is_first, f.wrote_again, f.day, f.from_at, f.to_at, f.wall, f.business,
      f.their_wall, f.their_business, f.ending, f.due_at, f.missed, d.channel_id, d.team_id, d.agent_id
    from facts f join dims d on d.id = f.dim_id order by f.conversation_id, f.kind, f.ordinal`);
  const counts = await db.execute(sql`
    select c.day, c.hour, d.channel_id, d.team_id, d.agent_id, c.received, c.asked, c.opened, c.reopened, c.answered, c.resolved, c.closed
    from counts c join dims d on d.id = c.dim_id where c.received + c.asked + c.opened + c.reopened + c.answered + c.resolved + c.closed <> 0
    order by 1, 2, 3, 4, 5`);
  const cells = await db.execute(
    sql`select measure, clock, by, of_id, day, n, median, p90, encode(seconds, 'hex') as seconds from cells order by 1, 2, 3, 4, 5`,
  );
  const hours = await db.execute(sql`
    select by, of_id, day, hour, received, asked, opened, reopened, answered, resolved, closed from hour_counts
    where received + asked + opened + reopened + answered + resolved + closed <> 0 order by 1, 2, 3, 4`);
  const outcomes = await db.execute(sql`select * from outcomes order by by, of_id, day, kind`);
  return [facts.rows, counts.rows, cells.rows, hours.rows, outcomes.rows];
}

/** One customer, a few conversations, and whatever comes. */
async function live(seed: number): Promise<Oracle> {
  const oracle = new Oracle(seed);
  const from = `claire${seed}@example.org`;

  async function writes(): Promise<void> {
    const to = oracle.chance(0.75) ? oracle.anyRoot() : null;
    const more = to ? { inReplyTo: [to.lastExternalId] } : {};
    const placed = await arrive(desk, from, `Where is it? ${seed} ${oracle.log.length}`, more);
    const sentAt = await sentAtOf(placed.messageId);
    oracle.writes({ ...placed, sentAt });
  }

  async function acts(): Promise<void> {
    const c = oracle.anyRoot();
    if (!c) return writes();
    const act = oracle.pick([
      "reply",
      "reply",
      "reply",
      "deliver",
      "deliver",
      "deliver",
      "fail",
      "bounce",
      "call",
      "resolve",
      "resolve",
      "reopen",
      "snooze",
      "assign",
      "spam",
      "merge",
      "unmerge",
      "split",
      "write",
      "write",
      "write",
    ]);
    const at = { conversationId: c.id };
    const isResolved = (await statusOf(c.id)) === "resolved";
    switch (act) {
      case "write":
        return writes();
      case "reply": {
        if (c.isSpam) return;
        const messageId = newId();
        const afterwards = oracle.chance(0.3) ? "resolve" : "stay";
        const seen = Buffer.from(
          JSON.stringify([new Date(Date.now() + 60_000).toISOString(), c.id]),
        ).toString("base64url");
        await reply(desk.salma, {
          ...at,
          messageId,
          mode: "private",
          channelId: desk.channelId,
          to: [from],
          cc: [],
          bcc: [],
          subject: null,
          text: "It leaves today.",
          attachmentIds: [],
          seen,
          afterwards,
          handledSeconds: 40 + oracle.log.length,
        });
        oracle.replies(c, messageId, afterwards === "resolve");
        return;
      }
      case "deliver": {
        const r = oracle.pending(c);
        if (!r) return;
        const deliveryId = await sending(r.id);
        await markSent(deliveryId, { externalId: `<${r.id}@x>`, refused: [] });
        oracle.delivers(r);
        return;
      }
      case "fail": {
        const r = oracle.pending(c);
        if (!r || c.isSpam) return;
        await failDelivery(await sending(r.id), "refused", {});
        oracle.fails(r);
        return;
      }
      case "bounce": {
        const r = oracle.delivered(c);
        if (!r || c.isSpam) return;
        const found = await db.execute<{ id: string }>(
          sql`select id from deliveries where message_id = ${r.id}`,
        );
        await failDelivery(found.rows[0]?.id ?? "", "bounced", {});
        oracle.fails(r);
        return;
      }
      case "call":
        if (c.isSpam) return;
        await recordCall(desk.tom, { ...at, outcome: "reached", text: "Told them." });
        return oracle.calls(c);
      case "resolve": {
        if (isResolved || c.isSpam) return;
        const { eventId } = await resolve(desk.salma, at);
        oracle.resolves(c);
        if (oracle.chance(0.4)) {
          await undo(desk.salma, { eventId });
          oracle.undoes(c);
        }
        return;
      }
      case "reopen":
        if (!isResolved) return;
        await reopen(desk.salma, at);
        return oracle.reopens(c);
      case "snooze":
        if (isResolved || c.isSpam) return;
        await snooze(desk.salma, { ...at, until: new Date(Date.now() + 3_600_000) });
        return oracle.note("snooze");
      case "assign":
        await assign(desk.salma, {
          ...at,
          agentId: oracle.chance(0.5) ? desk.tom.id : desk.salma.id,
          teamId: desk.teamId,
        });
        return oracle.note("assign");
      case "spam":
        if (c.isSpam || isResolved || oracle.hasPending(c)) return;
        await markSpam(desk.salma, at);
        oracle.spams(c, true);
        if (oracle.chance(0.7)) {
          await reopen(desk.salma, at);
          oracle.spams(c, false);
        }
        return;
      case "merge": {
        const other = oracle.otherRoot(c);
        if (!other || c.isSpam || other.isSpam || oracle.hasPending(c) || oracle.hasPending(other)) return;
        await merge(desk.salma, { survivorId: c.id, stubId: other.id, mayMixCustomers: "no" });
        return oracle.merges(c, other);
      }
      case "unmerge": {
        const stub = oracle.untouchedStub();
        if (!stub) return;
        await unmerge(desk.salma, { stubId: stub.id });
        return oracle.unmerges(stub);
      }
      case "split": {
        const message = oracle.splitAt(c);
        if (!message) return;
        const made = await split(desk.salma, { ...at, messageId: message.messageId });
        return oracle.splits(c, message, made.newId);
      }
    }
  }

  await writes();
  for (let step = 0; step < steps; step++) {
    await acts();
    // Two moments must not be the same millisecond.
    await new Promise((done) => setTimeout(done, 2));
  }
  return oracle;
}

async function statusOf(id: string): Promise<string> {
  const found = await db.execute<{ status: string }>(sql`select status from conversations where id = ${id}`);
  return found.rows[0]?.status ?? "";
}

async function sentAtOf(messageId: string): Promise<string> {
  const found = await db.execute<{ at: string }>(sql`
    select to_char(sent_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from messages where id = ${messageId}`);
  return found.rows[0]?.at ?? "";
}

async function sending(messageId: string): Promise<string> {
  const found = await db.execute<{ id: string }>(
    sql`update deliveries set state = 'sending' where message_id = ${messageId} returning id`,
  );
  return found.rows[0]?.id ?? "";
}

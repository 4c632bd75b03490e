import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk, testMessage } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { comeBack, goAway, keepAbsences } from "@/lib/assignment/away";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { receive } from "@/lib/conversations/receive";
import { newId } from "@/lib/id";
import { cancelReply } from "@/lib/replies/cancel";
import { type ReplyInput, reply } from "@/lib/replies/reply";
import { failDelivery, markSent } from "@/lib/replies/settle";
import { assign } from "@/lib/triage/assign";
import { resolve } from "@/lib/triage/resolve";
import { restrict } from "@/lib/triage/restrict";
import { snooze } from "@/lib/triage/snooze";
import { changeCommitment } from "./change";
import { handOver } from "./hand-over";
import { keepCommitment } from "./keep";
import { commitmentsOf, listCommitments } from "./list";
import { makeCommitment } from "./make";
import { moveCommitment } from "./move";
import { keptRates } from "./rate";
import { tendCommitments } from "./tend";
import { undoCommitment } from "./undo";
import { reopenCommitment, withdrawCommitment } from "./withdraw";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});

async function arrive(from = `${newId()}@example.org`): Promise<string> {
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const [placed] = await receive([
    {
      inboundId,
      claimedBy: "me",
      receivedAt: new Date(),
      channel: { ...desk.channel, teamId: desk.teamId },
      message: testMessage(from, "My pot never came. I want my money back."),
      files: [],
    },
  ]);
  return placed!.conversationId;
}

const see = async (id: string) => (await getConversation(desk.salma, { idOrNumber: id })).row;
const one = async (conversationId: string) => (await commitmentsOf(desk.salma, { conversationId }))[0]!;

async function promised(more: { due?: string; conversationId?: string } = {}) {
  const conversationId = more.conversationId ?? (await arrive());
  const made = await makeCommitment(desk.salma, {
    conversationId,
    text: "Refund of the pot",
    due: more.due ?? "in 3 days",
    owner: null,
    messageId: null,
  });
  return { conversationId, commitmentId: made.id, version: made.version, eventId: made.eventId };
}

/** As if so much time had passed for this promise. */
async function later(commitmentId: string, hours: number): Promise<void> {
  await db.execute(sql`
    update commitments set due_at = due_at - make_interval(hours => ${hours}::int), show_at = show_at - make_interval(hours => ${hours}::int),
      made_at = made_at - make_interval(hours => ${hours}::int) where id = ${commitmentId}`);
}

const tell = async (commitmentId: string, kind: string) =>
  (
    await db.execute<{ name: string }>(sql`
    select a.name from notifications n join agents a on a.id = n.agent_id
    where n.kind = ${kind} and n.event_id like ${`%${commitmentId}%`} order by a.name`)
  ).rows.map(({ name }) => name);

const toldOfPromises = async (id: string) =>
  (await getConversation(desk.salma, { idOrNumber: id })).timeline.filter(
    (item) => item.type === "event" && item.event === "commitment.made",
  );

async function answer(conversationId: string, more: Partial<ReplyInput> = {}) {
  const view = await getConversation(desk.salma, { idOrNumber: conversationId });
  const way = view.ways[0]!;
  return reply(desk.salma, {
    conversationId,
    messageId: newId(),
    mode: "private",
    channelId: way.channelId,
    to: way.to,
    cc: [],
    bcc: [],
    subject: null,
    text: "We will refund you by Friday.",
    attachmentIds: [],
    seen: view.seen,
    ...more,
  });
}

const leave = async (deliveryId: string | null) => {
  await db.execute(sql`update deliveries set state = 'sending' where id = ${deliveryId}`);
  await markSent(deliveryId ?? "", { externalId: `<${newId()}@example.org>`, refused: [] });
};

test("what was promised has a date, an owner and a place in the customer's panel", async () => {
  const { conversationId } = await promised();
  expect(await one(conversationId)).toMatchObject({
    text: "Refund of the pot",
    state: "open",
    isDay: true,
    owner: { name: "Salma Idrissi" },
    team: { id: desk.teamId },
    isHeard: true,
    shownAt: null,
  });
});

test("before its date it brings a resolved conversation back, without starting the response clock", async () => {
  const { conversationId, commitmentId } = await promised();
  await db.execute(
    sql`update conversations set waiting_since = null, due_at = null, due_kind = null where id = ${conversationId}`,
  );
  await resolve(desk.salma, { conversationId });
  await later(commitmentId, 60);
  await tendCommitments();
  expect(await see(conversationId)).toMatchObject({ status: "open", waitingSince: null, dueAt: null });
  expect((await one(conversationId)).shownAt).not.toBeNull();
  expect(await tell(commitmentId, "commitment_due")).toEqual(["Salma Idrissi"]);
  await resolve(desk.salma, { conversationId });
  await tendCommitments();
  expect((await see(conversationId)).status).toBe("resolved");
});

test("a snoozed conversation wakes, one filed as spam does not", async () => {
  const { conversationId, commitmentId } = await promised();
  await snooze(desk.salma, { conversationId, until: new Date(Date.now() + 40 * 86_400_000) });
  await later(commitmentId, 60);
  await tendCommitments();
  expect(await see(conversationId)).toMatchObject({ status: "open", snoozedUntil: null });
});

test("its date passes: it is broken once, the owner and the managers hear of it, the order is asked again", async () => {
  const { conversationId, commitmentId } = await promised();
  await db.execute(
    sql`update queue set rank_valid_until = 'infinity' where conversation_id = ${conversationId}`,
  );
  await later(commitmentId, 24 * 5);
  await tendCommitments();
  await tendCommitments();
  const row = await db.execute(sql`
    select rank_valid_until = '-infinity' as "isAsked" from queue where conversation_id = ${conversationId}`);
  expect(row.rows[0]).toEqual({ isAsked: true });
  expect((await one(conversationId)).state).toBe("broken");
  expect(await tell(commitmentId, "commitment_broken")).toEqual(["Inès Carpentier", "Salma Idrissi"]);
  const events = await db.execute(sql`
    select 1 from events where conversation_id = ${conversationId} and type = 'commitment.broken'`);
  expect(events.rows).toHaveLength(1);
});

test("a message keeps it, by the time it was sent and not by when somebody said so", async () => {
  const { conversationId, commitmentId, version } = await promised();
  const { messageId, deliveryId } = await answer(conversationId, { text: "Your refund has left today." });
  await leave(deliveryId);
  await keepCommitment(desk.salma, { commitmentId, version, by: { messageId, note: null } });
  expect(await one(conversationId)).toMatchObject({ outcome: "kept", keptMessageId: messageId });
});

test("what was broken can be kept late, and says so", async () => {
  const { conversationId, commitmentId } = await promised();
  await later(commitmentId, 24 * 5);
  await tendCommitments();
  const { version } = await one(conversationId);
  await keepCommitment(desk.tom, {
    commitmentId,
    version,
    by: { messageId: null, note: "Cash at the counter" },
  });
  expect(await one(conversationId)).toMatchObject({ outcome: "kept_late", note: "Cash at the counter" });
});

test("a message of somebody else, an older one or a failed one keeps nothing", async () => {
  const { conversationId, commitmentId, version } = await promised();
  const other = await answer(await arrive());
  const failed = await answer(conversationId);
  await failDelivery(failed.deliveryId!, "refused", {});
  const asked = await db.execute<{ id: string }>(sql`
    select id from messages where conversation_id = ${conversationId} and kind = 'customer'`);
  for (const messageId of [other.messageId, failed.messageId, asked.rows[0]!.id])
    await expect(
      keepCommitment(desk.salma, { commitmentId, version, by: { messageId, note: null } }),
    ).rejects.toThrow("commitment.kept_by");
});

test("two who decide at once do not overwrite each other: the second is told who was first", async () => {
  const { conversationId, commitmentId, version } = await promised();
  const both = await Promise.allSettled([
    withdrawCommitment(desk.salma, { commitmentId, version, reason: "They want a new pot instead" }),
    keepCommitment(desk.tom, { commitmentId, version, by: { messageId: null, note: "By bank" } }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = both.find((each) => each.status === "rejected");
  expect(lost?.reason).toMatchObject({
    key: "commitment.changed",
    params: { by: expect.stringMatching(/Salma|Tom/) },
  });
  expect(["kept", "withdrawn"]).toContain((await one(conversationId)).state);
});

test("another date needs the customer's agreement, in words or by their message", async () => {
  const { conversationId, commitmentId, version } = await promised();
  const move = { commitmentId, version, due: "in 9 days", agreement: null, agreedMessageId: null };
  await expect(moveCommitment(desk.salma, move)).rejects.toThrow("commitment.agreement");
  await moveCommitment(desk.salma, { ...move, agreement: "On the phone this morning" });
  const now = await one(conversationId);
  expect(now.moves).toHaveLength(1);
  expect(now).toMatchObject({ state: "open", moves: [{ agreement: "On the phone this morning" }] });
  const asked = await db.execute<{ id: string }>(sql`
    select id from messages where conversation_id = ${conversationId} and kind = 'customer'`);
  const agreedMessageId = asked.rows[0]!.id;
  await moveCommitment(desk.salma, { ...move, version: now.version, due: "in 12 days", agreedMessageId });
  expect((await one(conversationId)).moves).toHaveLength(2);
});

test("a date is corrected only shortly after it was made", async () => {
  const { conversationId, commitmentId, version } = await promised();
  await changeCommitment(desk.salma, { commitmentId, version, text: "Refund", due: "in 4 days" });
  await later(commitmentId, 1);
  const next = (await one(conversationId)).version;
  await expect(
    changeCommitment(desk.salma, { commitmentId, version: next, text: null, due: "in 8 days" }),
  ).rejects.toThrow("commitment.move_instead");
  await changeCommitment(desk.salma, { commitmentId, version: next, text: "Refund, 40 €", due: null });
  expect(await one(conversationId)).toMatchObject({ text: "Refund, 40 €" });
});

test("everything can be taken back, until somebody else has changed it", async () => {
  const made = await promised();
  const { conversationId, commitmentId } = made;
  const before = await one(conversationId);
  const by = { messageId: null, note: "By bank" };
  const kept = await keepCommitment(desk.salma, { commitmentId, version: 1, by });
  await undoCommitment(desk.salma, { commitmentId, eventId: kept.eventId });
  expect(await one(conversationId)).toEqual({ ...before, version: 3 });
  const moved = await moveCommitment(desk.salma, {
    commitmentId,
    version: 3,
    due: "in 20 days",
    agreement: "By mail",
    agreedMessageId: null,
  });
  await undoCommitment(desk.salma, { commitmentId, eventId: moved.eventId });
  expect(await one(conversationId)).toEqual({ ...before, version: 5 });
  const given = await handOver(desk.salma, {
    commitmentId,
    version: 5,
    owner: { kind: "agent", agentId: desk.tom.id },
  });
  expect(await tell(commitmentId, "commitment_given")).toEqual(["Tom Verhaegen"]);
  await undoCommitment(desk.salma, { commitmentId, eventId: given.eventId });
  expect(await one(conversationId)).toEqual({ ...before, version: 7 });
  const gone = await withdrawCommitment(desk.salma, { commitmentId, version: 7, reason: "They kept it" });
  await reopenCommitment(desk.tom, { commitmentId, version: 8 });
  await expect(undoCommitment(desk.salma, { commitmentId, eventId: gone.eventId })).rejects.toThrow(
    "commitment.changed_since",
  );
  const other = await promised({ conversationId });
  await undoCommitment(desk.salma, other);
  expect(await commitmentsOf(desk.salma, { conversationId })).toHaveLength(1);
});

test("a promise in a reply holds from when it has left: taken back it was never made, failed it is not due", async () => {
  const conversationId = await arrive();
  const promises = [{ text: "Refund", due: "friday", owner: null }];
  const before = (await see(conversationId)).lastMessageAt;
  const first = await answer(conversationId, { promises });
  expect(await one(conversationId)).toMatchObject({ isHeard: false, messageId: first.messageId });
  expect((await see(conversationId)).lastMessageAt).not.toBe(before);
  expect(await toldOfPromises(conversationId)).toHaveLength(1);
  await cancelReply(desk.salma, { conversationId, messageId: first.messageId });
  expect(await commitmentsOf(desk.salma, { conversationId })).toEqual([]);
  // Nothing left: the conversation tells of no promise, and its last message is what it was.
  expect(await toldOfPromises(conversationId)).toEqual([]);
  expect((await see(conversationId)).lastMessageAt).toBe(before);

  const second = await answer(conversationId, { promises });
  await db.execute(sql`update deliveries set state = 'sending' where id = ${second.deliveryId}`);
  await failDelivery(second.deliveryId!, "refused", {});
  const { id } = await one(conversationId);
  await later(id, 24 * 10);
  await tendCommitments();
  expect((await one(conversationId)).state).toBe("open");
  expect(
    (await listCommitments(desk.salma, { ...everything, state: "any" })).items.map((each) => each.id),
  ).not.toContain(id);

  await db.execute(
    sql`update deliveries set state = 'sent', sent_at = now() where id = ${second.deliveryId}`,
  );
  await tendCommitments();
  expect(await one(conversationId)).toMatchObject({ isHeard: true, state: "broken" });
});

test("the same reply sent twice promises once", async () => {
  const conversationId = await arrive();
  const same = { messageId: newId(), promises: [{ text: "Refund", due: "friday", owner: null }] };
  await answer(conversationId, same);
  await answer(conversationId, same);
  expect(await commitmentsOf(desk.salma, { conversationId })).toHaveLength(1);
});

test("somebody without a desk gets a mail, and a reminder before it is due", async () => {
  const conversationId = await arrive();
  const { id } = await makeCommitment(desk.salma, {
    conversationId,
    text: "A new lid by post",
    due: "in 3 days",
    owner: { kind: "outside", address: "Atelier@Pots.example", name: "Atelier Roux" },
    messageId: null,
  });
  const asked = async () =>
    (
      await db.execute<{ address: string; question: string; mails: number; open: boolean }>(sql`
      select q.address, q.question, q.withdrawn_at is null as open, (select count(*)::int from ask_mails x where x.ask_id = q.id) as mails
      from asks q where q.conversation_id = ${conversationId} order by q.created_at, q.id`)
    ).rows;
  expect(await asked()).toMatchObject([{ address: "atelier@pots.example", mails: 1 }]);
  expect((await asked())[0]!.question).toContain("A new lid by post");
  await later(id, 60);
  await tendCommitments();
  await tendCommitments();
  expect(await asked()).toHaveLength(2);
  const now = await one(conversationId);
  expect(now.owner).toEqual({ id: null, name: "Atelier Roux", address: "atelier@pots.example" });
  await keepCommitment(desk.salma, {
    commitmentId: id,
    version: now.version,
    by: { messageId: null, note: "Posted" },
  });
  expect((await asked()).every(({ open }) => !open)).toBe(true);
});

test("a junior may name a colleague's address, and only a senior one outside the house", async () => {
  const jules = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  const conversationId = await arrive();
  const given = (address: string) => ({
    conversationId,
    text: "A new lid by post",
    due: "in 3 days",
    owner: { kind: "outside" as const, address, name: null },
    messageId: null,
  });
  await expect(makeCommitment(jules, given("atelier@pots.example"))).rejects.toMatchObject({
    key: "commitment.outside",
  });
  const email = await db.execute<{ email: string }>(sql`select email from agents where id = ${desk.tom.id}`);
  const made = await makeCommitment(jules, given(email.rows[0]!.email));
  const there = { commitmentId: made.id, version: made.version };
  const owner = { kind: "outside" as const, address: "atelier@pots.example", name: null };
  await expect(handOver(jules, { ...there, owner })).rejects.toMatchObject({ key: "commitment.outside" });
  await handOver(desk.salma, { ...there, owner });
});

test("promise: finds conversations by what is promised in them, once the customer has heard it", async () => {
  const [late, today, far, unheard] = [await arrive(), await arrive(), await arrive(), await arrive()];
  const ours = [late, today, far, unheard];
  const promise = (conversationId: string, due: string) =>
    makeCommitment(desk.salma, { conversationId, text: "Refund", due, owner: null, messageId: null });
  const broken = await promise(late, "in 3 days");
  await later(broken.id, 24 * 30);
  await tendCommitments();
  const soon = await promise(today, "in 3 days");
  await db.execute(sql`update commitments set due_at = now() + interval '1 second' where id = ${soon.id}`);
  await promise(far, "in 30 days");
  await answer(unheard, { promises: [{ text: "Refund", due: "in 3 days", owner: null }] });
  const found = async (q: string) => {
    const page = await listQueue(desk.salma, { view: "queue", q, sort: "left", cursor: null, limit: 100 });
    return page.items.flatMap(({ id }) => (ours.includes(id) ? [id] : [])).sort();
  };
  expect(await found("promise:broken")).toEqual([late]);
  expect(await found("promise:due")).toEqual([today]);
  expect(await found("promise:open is:open,waiting")).toEqual([today, far].sort());
  expect(await found("-promise:open,broken is:open,waiting,snoozed")).toContain(unheard);
  expect(await found("-promise:open")).not.toContain(far);
});

test("what falls due in an absence goes to whoever has the conversation, and comes back", async () => {
  const { conversationId, commitmentId } = await promised();
  const long = await promised({ due: "in 30 days" });
  await assign(ines, { conversationId, agentId: desk.tom.id, teamId: desk.teamId });
  await goAway(desk.salma, { until: new Date(Date.now() + 6 * 86_400_000), giveBackMinutes: 0 });
  await keepAbsences();
  expect((await one(conversationId)).owner?.name).toBe("Tom Verhaegen");
  expect(await tell(commitmentId, "commitment_given")).toEqual(["Tom Verhaegen"]);
  expect((await one(long.conversationId)).owner?.name).toBe("Salma Idrissi");
  await comeBack(desk.salma);
  expect((await one(conversationId)).owner?.name).toBe("Salma Idrissi");
});

test("juniors promise, observers do not, and whoever may not see the conversation neither sees nor owns it", async () => {
  const { conversationId, commitmentId } = await promised();
  const yanis = await testAgent("Jules Lemaire", "junior", [desk.teamId], [desk.brandId]);
  const watcher = await testAgent("Hannah Whitlock", "observer", [desk.teamId], [desk.brandId]);
  const stranger = await testAgent("Hannah Whitlock", "manager", [], []);
  const what = { conversationId, text: "A call", due: "tomorrow", owner: null, messageId: null };
  await makeCommitment(yanis, what);
  await expect(makeCommitment(watcher, what)).rejects.toThrow("forbidden");
  await expect(makeCommitment(stranger, what)).rejects.toThrow("not_found");
  await expect(
    makeCommitment(desk.salma, { ...what, owner: { kind: "agent", agentId: watcher.id } }),
  ).rejects.toThrow("commitment.owner");
  await restrict(ines, { conversationId, agentIds: [ines.id] });
  const list = await listCommitments(desk.salma, everything);
  expect(list.items.map(({ id }) => id)).not.toContain(commitmentId);
  await expect(withdrawCommitment(desk.salma, { commitmentId, version: 1, reason: "No" })).rejects.toThrow(
    "not_found",
  );
});

test("the rate is by team, with kept late among the broken, and opens the list behind it", async () => {
  const other = await testDesk();
  const [from, until] = [new Date(Date.now() - 90 * 86_400_000), new Date(Date.now() + 400 * 86_400_000)];
  const report = await keptRates(ines, { from, until });
  const mine = report.teams.find(({ team }) => team?.id === desk.teamId)!;
  const { tally } = mine;
  expect(mine.rate).toMatchObject({ kept: tally.kept, n: tally.kept + tally.kept_late + tally.broken });
  expect(tally.kept_late).toBeGreaterThan(0);
  expect(report.teams.some(({ team }) => team?.id === other.teamId)).toBe(false);
  for (const outcome of ["kept", "kept_late", "broken", "withdrawn", "open", "moved"] as const) {
    const list = await listCommitments(ines, {
      ...everything,
      state: "any",
      outcome,
      from,
      until,
      teamId: desk.teamId,
    });
    expect(list.items).toHaveLength(tally[outcome]);
  }
  await expect(keptRates(desk.salma, { from, until })).rejects.toThrow("forbidden");
});

test("the list comes in pages that lose and repeat nothing", async () => {
  const all = (await listCommitments(ines, { ...everything, state: "any" })).items.map(({ id }) => id);
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listCommitments(ines, { ...everything, state: "any", cursor, limit: 3 });
    paged.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  expect(paged).toEqual(all);
});

const everything = {
  whose: "all",
  state: "open",
  teamId: null,
  brandId: null,
  outcome: null,
  from: null,
  until: null,
  cursor: null,
  limit: 200,
} as const;

test("the day that was promised is one day: in the list, in the order and in what the conversation tells", async () => {
  const { conversationId } = await promised({ due: `${nextYear()}-01-02` });
  const day = `${nextYear()}-01-02`;
  expect(await one(conversationId)).toMatchObject({ promisedFor: day, isDay: true });
  const { timeline } = await getConversation(desk.salma, { idOrNumber: conversationId });
  const made = timeline.find((item) => item.type === "event" && item.event === "commitment.made");
  expect(made).toMatchObject({ after: { promisedFor: day } });
});

const nextYear = () => String(new Date().getFullYear() + 1);

import { expect, test } from "vitest";
import { deriveFacts } from "./derive";
import type { Fact } from "./fact";
import { history, ids, iso, testRules } from "./test-history";

const hour = 3_600;
const later = testRules("2026-02-20T12:00:00Z");

function of(kind: Fact["kind"], h: ReturnType<typeof history>, rules = later): Fact[] {
  return deriveFacts(h.events, rules).facts.filter((fact) => fact.kind === kind);
}

test("closed hours are not forgotten: from Friday 17:58 to Monday 9:04 are 6 minutes of business and 63 hours of wall", () => {
  const h = history();
  h.opens("2026-01-09T17:58");
  h.answers("2026-01-12T09:04", "r1");
  const [response] = of("response", h);
  expect(response).toMatchObject({
    business: 360,
    wall: 63 * hour + 6 * 60,
    ending: "replied",
    day: "2026-01-09",
  });
});

test("averages are not enough: every wait is kept by itself, so that the slow one stays to be seen", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T09:05", "r1");
  h.writes("2026-01-12T10:00");
  h.answers("2026-01-12T10:05", "r2");
  h.writes("2026-01-12T11:00");
  h.answers("2026-01-14T11:00", "r3");
  expect(of("wait", h).map(({ wall }) => wall)).toEqual([300, 300, 48 * hour]);
});

test("reopening does not inflate: the first cycle keeps its time, and the second has its own", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T09:30", "r1");
  h.resolves("2026-01-12T10:00");
  h.reopens("2026-01-26T14:00");
  h.writes("2026-01-26T14:00");
  h.answers("2026-01-26T14:20", "r2");
  h.resolves("2026-01-26T15:00");
  expect(of("response", h).map(({ cycle, wall }) => [cycle, wall])).toEqual([
    [0, 1_800],
    [1, 1_200],
  ]);
  expect(of("resolution", h).map(({ cycle, wall }) => [cycle, wall])).toEqual([
    [0, hour],
    [1, hour],
  ]);
});

test("the newest message does not reset the clock: a bump waits since the first word", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.writes("2026-01-12T11:00");
  h.writes("2026-01-13T16:00");
  h.answers("2026-01-13T17:00", "r1");
  expect(of("wait", h)).toMatchObject([{ wall: 32 * hour }]);
});

test("not only targets that were met are counted: late, and late and still waiting, both say why", () => {
  const late = history();
  late.opens("2026-01-12T09:00", { due_at: iso("2026-01-12T13:00"), due_kind: "first_response" });
  late.answers("2026-01-12T14:00", "r1");
  expect(of("response", late)).toMatchObject([{ missed: "nobody_had_it" }]);

  const waiting = history();
  waiting.opens("2026-01-12T09:00", { due_at: iso("2026-01-12T13:00"), due_kind: "first_response" });
  waiting.add("2026-01-12T10:00", "conversation.assigned", { assignee_id: ids.tom });
  expect(of("response", waiting, testRules("2026-01-12T11:59:00Z"))).toMatchObject([
    { toAt: null, missed: null },
  ]);
  expect(of("response", waiting, testRules("2026-01-12T12:01:00Z"))).toMatchObject([
    { toAt: null, missed: "not_answered", agentId: ids.tom },
  ]);
});

test("what was missed stays missed when a tag moves what is due to later, unless that is an act taken back", () => {
  const later = { due_at: iso("2026-01-14T13:00"), due_kind: "first_response" };
  const tagged = () => {
    const h = history();
    h.opens("2026-01-12T09:00", { due_at: iso("2026-01-12T13:00"), due_kind: "first_response" });
    h.add("2026-01-12T15:00", "conversation.due_moved", later);
    return h;
  };
  const late = tagged();
  late.answers("2026-01-12T16:00", "r1");
  const missed = [{ missed: "nobody_had_it", dueAt: Date.parse(iso("2026-01-12T13:00")) }];
  expect(of("response", late)).toMatchObject(missed);

  const back = tagged();
  back.add("2026-01-12T15:05", "conversation.undone", { due_at: iso("2026-01-15T13:00") });
  back.answers("2026-01-12T16:00", "r1");
  expect(of("response", back)).toMatchObject([{ missed: null }]);

  const early = history();
  early.opens("2026-01-12T09:00", { due_at: iso("2026-01-12T13:00"), due_kind: "first_response" });
  early.add("2026-01-12T12:00", "conversation.due_moved", later);
  early.answers("2026-01-12T16:00", "r1");
  expect(of("response", early)).toMatchObject([{ missed: null }]);
});

test("the reason is what was true when it fell due, whatever came after", () => {
  const due = { due_at: iso("2026-01-12T13:00"), due_kind: "first_response" };
  const reasons = (act: (h: ReturnType<typeof history>) => void) => {
    const h = history();
    h.opens("2026-01-12T09:00", due);
    h.add("2026-01-12T09:10", "conversation.assigned", { assignee_id: ids.salma });
    act(h);
    h.add("2026-01-12T15:00", "conversation.assigned", { assignee_id: ids.tom });
    h.answers("2026-01-12T16:00", "last");
    return of("wait", h)[0]?.missed;
  };
  expect(reasons(() => {})).toBe("not_answered");
  expect(reasons((h) => h.add("2026-01-12T10:00", "conversation.assigned", { assignee_id: ids.tom }))).toBe(
    "handed_over",
  );
  expect(reasons((h) => h.add("2026-01-12T10:00", "conversation.snoozed", { status: "snoozed" }))).toBe(
    "snoozed",
  );
  expect(
    reasons((h) => h.add("2026-01-12T10:00", "approval.asked", { approval_since: iso("2026-01-12T10:00") })),
  ).toBe("awaiting_approval");
  expect(
    reasons((h) => {
      h.replies("2026-01-12T10:00", "lost");
      h.add(
        "2026-01-12T10:01",
        "reply.failed",
        { status: "open" },
        { messageId: "lost", actorKind: "system" },
      );
    }),
  ).toBe("send_failed");
});

test("a bot's acknowledgement, a rule, a note and a call that reached nobody do not stop the clock", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.add(
    "2026-01-12T09:00:04",
    "acknowledgement.queued",
    { message_count: 2 },
    { actorKind: "system", messageId: "bot" },
  );
  h.add("2026-01-12T09:01", "conversation.tagged", { tagId: "t" }, { actorKind: "rule" });
  h.add("2026-01-12T09:30", "call.recorded", { outcome: "voicemail", assignee_id: ids.salma });
  expect(of("wait", h)).toMatchObject([{ toAt: null, wall: null }]);
  h.add("2026-01-12T10:00", "call.recorded", { outcome: "reached", status: "waiting", waiting_since: null });
  expect(of("wait", h)).toMatchObject([{ wall: hour, ending: "called", agentId: ids.salma }]);
});

test("an answer in the network's own app counts from when it was sent there", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  const after = { elsewhere: true, status: "waiting", waiting_since: null, sent_at: iso("2026-01-12T09:20") };
  h.add("2026-01-12T09:41", "reply.sent", after, { actorKind: "system", messageId: "theirs" });
  expect(of("response", h)).toMatchObject([{ wall: 1_200, ending: "elsewhere", agentId: null }]);
});

test("an answer counts when it arrives, and what they wrote after it waits from its own time", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.replies("2026-01-12T09:10", "r1");
  h.writes("2026-01-12T09:10:30");
  h.arrives("2026-01-12T09:11", "r1", { waiting_since: iso("2026-01-12T09:10:30") });
  expect(of("wait", h)).toMatchObject([
    { wall: 660 },
    { toAt: null, fromAt: Date.parse(iso("2026-01-12T09:10:30")) },
  ]);
});

test("an answer that bounces gives its response back, and the wait goes on since the original time", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T09:10", "r1");
  const failed = { status: "open", waiting_since: iso("2026-01-12T09:00") };
  h.add("2026-01-12T11:00", "reply.failed", failed, { actorKind: "system", messageId: "r1" });
  expect(of("wait", h)).toMatchObject([{ toAt: null, fromAt: Date.parse(iso("2026-01-12T09:00")) }]);
  h.answers("2026-01-12T12:00", "r2");
  expect(of("response", h)).toMatchObject([{ wall: 3 * hour, isFirst: true }]);
  expect(of("wait", h)).toHaveLength(1);
});

test("where a later answer had arrived before the bounce was known, that one answered both", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T09:10", "r1");
  h.writes("2026-01-12T10:00");
  h.answers("2026-01-12T10:30", "r2");
  h.add("2026-01-12T11:00", "reply.failed", { status: "open" }, { actorKind: "system", messageId: "r1" });
  expect(of("wait", h)).toMatchObject([{ wall: 5_400, isFirst: true }]);
});

test("closed without an answer is kept apart, and undoing it gives the wait back", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.resolves("2026-01-12T10:00", { waiting_since: null, due_at: null });
  expect(of("wait", h)).toMatchObject([{ ending: "closed", wall: hour }]);
  expect(deriveFacts(h.events, later).counts).toMatchObject([
    { received: 1, opened: 1 },
    { asked: 1, hour: 9 },
    { closed: 1, resolved: 1, answered: 0, hour: 10 },
  ]);
  const undone = { status: "open", resolved_at: null, waiting_since: iso("2026-01-12T09:00") };
  h.add("2026-01-12T10:00:08", "conversation.undone", undone);
  expect(of("wait", h)).toMatchObject([{ toAt: null, ending: null }]);
  expect(of("resolution", h)).toMatchObject([{ toAt: null }]);
});

test("closed while the answer was on its way, it is answered when that arrives", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.replies("2026-01-12T09:10", "r1");
  h.resolves("2026-01-12T09:10:05", { waiting_since: null });
  h.arrives("2026-01-12T09:10:12", "r1", {});
  expect(of("wait", h)).toMatchObject([{ ending: "replied", wall: 612 }]);
});

test("spam counts nowhere, and everything counts again once it is restored", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T09:30", "r1");
  const before = deriveFacts(h.events, later);
  h.add("2026-01-12T10:00", "conversation.marked_spam", { status: "spam" });
  expect(deriveFacts(h.events, later)).toEqual({ facts: [], counts: [] });
  h.add("2026-01-12T10:01", "conversation.reopened", { status: "waiting" });
  expect(deriveFacts(h.events, later).facts).toMatchObject(
    before.facts.map(({ wall, kind }) => ({ wall, kind })),
  );
});

test("a merge hides no late answer: the stub keeps what was answered, the survivor waits since the older word", () => {
  const stub = history();
  stub.opens("2026-01-12T09:00");
  stub.answers("2026-01-12T15:00", "r1");
  stub.writes("2026-01-13T09:00");
  stub.add("2026-01-13T16:00", "conversation.merged_into", { merged_into_id: "x", otherId: "x" });
  expect(of("wait", stub)).toMatchObject([{ wall: 6 * hour }]);
  expect(of("resolution", stub)).toEqual([]);

  const survivor = history();
  survivor.opens("2026-01-13T15:00");
  survivor.answers("2026-01-13T15:10", "r2");
  survivor.add("2026-01-13T16:00", "conversation.merged", {
    otherId: "stub",
    status: "open",
    waiting_since: iso("2026-01-13T09:00"),
    joined_cycle_started_at: iso("2026-01-12T09:00"),
  });
  survivor.answers("2026-01-13T17:00", "r3");
  survivor.resolves("2026-01-13T17:30");
  expect(of("wait", survivor).map(({ wall }) => wall)).toEqual([600, 8 * hour]);
  expect(of("resolution", survivor)).toMatchObject([{ wall: 32.5 * hour }]);
});

test("taken out again before an answer, the wait is the stub's once more and nobody's twice", () => {
  const h = history();
  h.opens("2026-01-13T15:00");
  h.answers("2026-01-13T15:10", "r1");
  h.add("2026-01-13T16:00", "conversation.merged", {
    otherId: "stub",
    status: "open",
    waiting_since: iso("2026-01-13T09:00"),
  });
  h.add("2026-01-13T16:30", "conversation.unmerged", {
    otherId: "stub",
    status: "waiting",
    waiting_since: null,
  });
  expect(of("wait", h)).toMatchObject([{ wall: 600 }]);
});

test("a split divides: what was asked goes on waiting where it went", () => {
  const old = history();
  old.opens("2026-01-12T09:00");
  old.writes("2026-01-12T10:00");
  old.add("2026-01-12T11:00", "conversation.split", { otherId: "new" });
  old.answers("2026-01-12T12:00", "r1");
  expect(of("wait", old)).toMatchObject([{ wall: 3 * hour }]);
  const made = history();
  made.add("2026-01-12T11:00", "conversation.opened", {
    status: "open",
    waiting_since: iso("2026-01-12T10:00"),
    cycle_started_at: iso("2026-01-12T09:00"),
    first_response_at: null,
  });
  made.add("2026-01-12T11:00", "conversation.split_off", { otherId: "old" });
  made.answers("2026-01-12T13:00", "r2");
  expect(of("wait", made)).toMatchObject([{ wall: 3 * hour, isFirst: true }]);
  expect(deriveFacts(made.events, later).counts.every(({ opened }) => opened === 0)).toBe(true);
});

test("what we open ourselves stays outside until they write", () => {
  const h = history();
  const proactive = { kind: "proactive", reason: "late" };
  h.add("2026-01-12T09:00", "conversation.opened", proactive, { actorKind: "system", actorId: null });
  expect(deriveFacts(h.events, later)).toEqual({ facts: [], counts: [] });
  h.writes("2026-01-13T09:00", { kind: "contact" });
  h.answers("2026-01-13T09:10", "r1");
  h.resolves("2026-01-13T10:00");
  expect(of("wait", h)).toMatchObject([{ wall: 600 }]);
  expect(of("resolution", h)).toMatchObject([{ wall: hour }]);
});

test("a figure is the agent's who sent it, and the team's whose it was then", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T09:30", "r1", { agentId: ids.tom });
  h.add("2026-01-12T10:00", "conversation.assigned", { team_id: ids.social }, { teamId: ids.social });
  h.add(
    "2026-01-12T11:00",
    "message.received",
    { status: "open" },
    { actorKind: "customer", teamId: ids.social },
  );
  expect(of("wait", h)).toMatchObject([
    { agentId: ids.tom, teamId: ids.care },
    { agentId: null, teamId: ids.social },
  ]);
});

test("a resolution keeps their turn apart from ours, by both clocks", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T10:00", "r1");
  h.writes("2026-01-13T09:00");
  h.answers("2026-01-13T10:00", "r2");
  h.resolves("2026-01-13T12:00");
  expect(of("resolution", h)).toMatchObject([
    { wall: 27 * hour, business: 12 * hour, theirWall: 25 * hour, theirBusiness: 10 * hour },
  ]);
});

test("whoever writes again within 72 hours was not helped; a thank-you is not that", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.answers("2026-01-12T10:00", "r1");
  h.writes("2026-01-12T11:00", { status: "waiting", quiet: true });
  expect(of("response", h)).toMatchObject([{ wroteAgain: false }]);
  h.writes("2026-01-15T09:59");
  expect(of("response", h)).toMatchObject([{ wroteAgain: true }]);
});

test("handling is what the author's screen measured, an hour at most, and counted once the answer has arrived", () => {
  const h = history();
  h.opens("2026-01-12T09:00");
  h.replies("2026-01-12T10:00", "r1", { handled_seconds: 95 });
  expect(of("handling", h)).toEqual([]);
  h.arrives("2026-01-12T10:00:11", "r1");
  h.writes("2026-01-12T11:00");
  h.add("2026-01-12T12:00", "approval.asked", { heldId: "r2", handled_seconds: 9_000 });
  h.replies("2026-01-12T12:30", "r2");
  h.arrives("2026-01-12T12:30:11", "r2");
  h.writes("2026-01-12T13:00");
  h.answers("2026-01-12T13:30", "r3");
  expect(of("handling", h)).toMatchObject([{ wall: 95, business: 95, agentId: ids.salma }, { wall: 3_600 }]);
});

test("a resolution is due only on our turn, and late for good once it was", () => {
  const h = history();
  h.opens("2026-01-12T09:00", { resolve_due_at: iso("2026-01-12T17:00") });
  h.answers("2026-01-12T10:00", "r1", { status: "waiting", resolve_due_at: null });
  expect(of("resolution", h, testRules("2026-01-14T12:00:00Z"))).toMatchObject([
    { dueAt: null, missed: null },
  ]);
  h.resolves("2026-01-14T12:00");
  expect(of("resolution", h)).toMatchObject([{ missed: null }]);

  const late = history();
  late.opens("2026-01-12T09:00", { resolve_due_at: iso("2026-01-12T17:00") });
  late.resolves("2026-01-13T09:00", { resolve_due_at: null });
  expect(of("resolution", late)).toMatchObject([{ missed: "nobody_had_it" }]);
});

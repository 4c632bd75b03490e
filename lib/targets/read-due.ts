import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MissReason, TargetKind } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { businessSeconds } from "@/lib/clock/business";
import { explain } from "@/lib/clock/explain";
import { fail } from "@/lib/errors";
import { ours, type Running, resolutionOf, responseOf, type State, warnAt } from "./due";
import { type HoursView, hoursView, type TargetLine, targetLine } from "./named";
import { type Hours, hoursFor } from "./pick";
import { rulesNow } from "./rules";
import { type StoredState, stateOf, toState } from "./state";

/** Moments are ISO 8601. */
export type StretchView = { from: string; to: string; seconds: number; exception: string | null };

export type DueView = {
  kind: TargetKind;
  /** Null while it is their turn: then nothing is due. */
  dueAt: string | null;
  warnAt: string | null;
  isOver: boolean;
  /** Why it was missed, once it was. */
  missed: MissReason | null;
  since: string;
  /** Null where no target that is known explains it: it was set by hand, or by one that is gone. */
  target: TargetLine | null;
  hours: HoursView;
  /** Opening hours that were counted from the beginning to the due time, or to now while nothing is due. */
  counted: StretchView[];
  /** Days on which nobody was there by name. */
  closed: Array<{ date: string; name: string }>;
  /** When it was their turn. `to` is null while it is. */
  pauses: Array<{ from: string; to: string | null }>;
  /** Of all that was counted. */
  businessSeconds: number;
  /** From the beginning to the due time, on the customer's own watch. */
  wallSeconds: number;
  /** Of opening hours used up to now. */
  usedSeconds: number;
};

/** At most so many stretches are told: a year of days. */
const mostStretches = 400;

/** Why what is due in a conversation is due when it is: the answer and the resolution, the earlier one first. */
export async function readDue(
  actor: Actor,
  input: { conversationId: string },
): Promise<{ dues: DueView[]; now: string }> {
  authorize(actor, "conversation.read");
  const rules = await rulesNow();
  const found = await db.execute<{ state: StoredState }>(sql`
    select ${stateOf("c", { ...rules, hasTags: true, hasBands: true })} as state from conversations c
    where c.id = survivor_of(${input.conversationId}) and ${visible(actor, columnsOf("c"))}`);
  const stored = found.rows[0]?.state ?? fail("not_found", "conversation.not_found");
  const now = Date.now();
  const state = toState(stored);
  const missed = await missesOf(stored.id);
  const isOn = stored.status !== "resolved" && stored.status !== "spam";
  const response = isOn ? responseOf(rules, state) : null;
  const resolution = resolutionOf(rules, state);
  const dues: DueView[] = [];
  if (isOn && stored.dueAt !== null && stored.dueKind !== null && state.waitingSince !== null)
    dues.push(
      await told(state, {
        kind: stored.dueKind,
        since: state.waitingSince,
        due: Date.parse(stored.dueAt),
        running: response,
        hours: response?.hours ?? hoursFor(rules, { ...state, at: state.waitingSince }),
        now,
        missed,
      }),
    );
  if (resolution && (stored.resolveDueAt !== null || state.pauses.length % 2 === 1))
    dues.push(
      await told(state, {
        kind: "resolution",
        since: state.cycleStartedAt,
        due: stored.resolveDueAt === null ? null : Date.parse(stored.resolveDueAt),
        running: resolution,
        hours: resolution.hours,
        now,
        missed,
      }),
    );
  const order = (due: DueView) => (due.dueAt === null ? Number.POSITIVE_INFINITY : Date.parse(due.dueAt));
  return { dues: dues.sort((a, b) => order(a) - order(b)), now: new Date(now).toISOString() };
}

type Misses = Array<{ kind: TargetKind; dueAt: string; reason: MissReason }>;

async function missesOf(id: string): Promise<Misses> {
  const found = await db.execute<Misses[number]>(sql`
    select kind, due_at as "dueAt", reason from target_moments where conversation_id = ${id} and missed_at is not null`);
  return found.rows;
}

async function told(
  state: State,
  input: {
    kind: TargetKind;
    since: number;
    due: number | null;
    running: Running | null;
    hours: Hours;
    now: number;
    missed: Misses;
  },
): Promise<DueView> {
  const { kind, since, due, running, hours, now, missed } = input;
  const end = due ?? now;
  const turns = kind === "resolution" ? ours(state, since) : [[since, Number.POSITIVE_INFINITY] as const];
  const parts = turns
    .filter(([from]) => from < end)
    .map(([from, to]) => explain(hours.hours, new Date(from), new Date(Math.min(to, end))));
  const used = turns.reduce(
    (sum, [from, to]) =>
      from < now ? sum + businessSeconds(hours.hours, new Date(from), new Date(Math.min(to, now))) : sum,
    0,
  );
  const iso = (moment: number) => new Date(moment).toISOString();
  const closed = new Map(parts.flatMap((part) => part.closed.map((day) => [day.date, day] as const)));
  return {
    kind,
    dueAt: due === null ? null : iso(due),
    warnAt: due === null || running === null ? null : iso(warnAt(running, due)),
    isOver: due !== null && due <= now,
    missed:
      missed.find((one) => one.kind === kind && due !== null && Date.parse(one.dueAt) === due)?.reason ??
      null,
    since: iso(since),
    // Set by hand, or by a target that was another one then: what holds today does not explain it.
    target:
      running && (due === null || running.dueAt?.getTime() === due) ? await targetLine(running.target) : null,
    hours: await hoursView(hours, state),
    counted: parts
      .flatMap((part) => part.counted)
      .slice(0, mostStretches)
      .map(({ from, to, seconds, exception }) => ({
        from: from.toISOString(),
        to: to.toISOString(),
        seconds,
        exception,
      })),
    closed: [...closed.values()],
    pauses: kind === "resolution" ? pausesOf(state, since) : [],
    businessSeconds: parts.reduce((sum, part) => sum + part.businessSeconds, 0),
    wallSeconds: (end - since) / 1000,
    usedSeconds: used,
  };
}

function pausesOf({ pauses }: State, since: number): DueView["pauses"] {
  const list: DueView["pauses"] = [];
  for (let index = 0; index < pauses.length; index += 2) {
    const [from, to] = [Math.max(since, pauses[index]!), pauses[index + 1]];
    if (to !== undefined && to <= from) continue;
    list.push({
      from: new Date(from).toISOString(),
      to: to === undefined ? null : new Date(to).toISOString(),
    });
  }
  return list;
}

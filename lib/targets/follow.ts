import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { Json } from "@/lib/channels/channel";
import { requeue } from "@/lib/conversations/requeue";
import type { EventType } from "@/lib/events";
import { resolutionOf, responseOf, type State } from "./due";
import { hoursFor, pickTarget, type Traits } from "./pick";
import type { Rules } from "./rules";
import { type StoredState, toState } from "./state";

type Fields = { [key: string]: Json };
/** What a command did to a conversation, as its event tells it. */
export type Change = { type: EventType; before: Fields; after: Fields };

/**
 * Lets the due times follow what a command changed, in its transaction: another tag, priority, team or band may put another
 * target in force, an answer or a pause moves the end of the cycle. Writes nothing where nothing moves; else one more version and
 * a `conversation.due_moved`. What was due by the same target and the same opening hours never moves. Resolves with whether it did.
 */
export async function followDue(
  tx: Tx,
  rules: Rules,
  now: StoredState,
  change: Change & { traitsBefore: Partial<Traits> },
): Promise<boolean> {
  if (now.isMerged || rules.targets.length === 0) return false;
  const state = toState(now);
  const was = { ...state, ...change.traitsBefore };
  const response = responseNow(rules, now, state, was, change);
  const resolveDueAt = resolutionNow(rules, now, state, was, change);
  const isSame =
    sameMoment(response.dueAt, now.dueAt) &&
    response.dueKind === now.dueKind &&
    sameMoment(resolveDueAt, now.resolveDueAt);
  if (isSame) return false;
  await move(tx, now.id, { ...response, resolveDueAt });
  return true;
}

type Response = Pick<StoredState, "dueAt" | "dueKind">;

function responseNow(
  rules: Rules,
  now: StoredState,
  state: State,
  was: State,
  { type, after }: Change,
): Response {
  const kept = { dueAt: now.dueAt, dueKind: now.dueKind };
  if (state.waitingSince === null || now.status === "resolved" || now.status === "spam") return kept;
  // An undo brings back what was; a merge keeps the earlier of two promises.
  const isWritten = !asTheyWere.has(type) && writtenWith.some((field) => field in after);
  if (!isWritten && !hasMoved(rules, state.isFirst ? "first_response" : "next_response", state, was))
    return kept;
  const asked = responseOf(rules, state)?.dueAt?.toISOString() ?? null;
  const dueAt = type === "conversation.merged" ? earlier(asked, now.dueAt) : asked;
  return dueAt === null
    ? { dueAt: null, dueKind: null }
    : { dueAt, dueKind: state.isFirst ? "first_response" : "next_response" };
}

function resolutionNow(
  rules: Rules,
  now: StoredState,
  state: State,
  was: State,
  { type, after }: Change,
): string | null {
  const isEnded = now.status === "resolved" || now.status === "spam";
  if (isEnded || state.pauses.length % 2 === 1) return null;
  const isTouched = begun.has(type) || ["cycle_started_at", "pauses", "status"].some((key) => key in after);
  if (!isTouched && !hasMoved(rules, "resolution", state, was)) return now.resolveDueAt;
  return resolutionOf(rules, state)?.dueAt?.toISOString() ?? null;
}

const asTheyWere: ReadonlySet<EventType> = new Set([
  "conversation.undone",
  "conversation.merged",
  "conversation.unmerged",
]);
const writtenWith = ["waiting_since", "due_at", "due_kind", "first_response_at"];
const begun: ReadonlySet<EventType> = new Set(["conversation.opened", "conversation.split_off"]);

/** Another target, or other opening hours, than before the change. */
function hasMoved(
  rules: Rules,
  kind: "first_response" | "next_response" | "resolution",
  now: State,
  was: State,
): boolean {
  const at = kind === "resolution" ? now.cycleStartedAt : now.waitingSince;
  if (at === null) return false;
  if (pickTarget(rules, kind, at, now)?.id !== pickTarget(rules, kind, at, was)?.id) return true;
  return hoursFor(rules, { ...now, at }).hours !== hoursFor(rules, { ...was, at }).hours;
}

async function move(tx: Tx, id: string, to: Response & { resolveDueAt: string | null }): Promise<void> {
  await tx.execute(sql`
    with old as materialized (
      select c.id, c.due_at, c.due_kind, c.resolve_due_at from conversations c where c.id = ${id}
    ), upd as (
      update conversations c set due_at = ${to.dueAt}::timestamptz, due_kind = ${to.dueKind},
        resolve_due_at = ${to.resolveDueAt}::timestamptz, version = c.version + 1 where c.id = ${id} returning c.*
    ), ${requeue("upd")}
    insert into events (epoch, type, actor_kind, conversation_id, customer_id, team_id, brand_id, channel_id, before, after,
                        version, occurred_at)
    select (select epoch from installation), 'conversation.due_moved', 'system', upd.id, upd.customer_id, upd.team_id, upd.brand_id,
      upd.channel_id, jsonb_build_object('due_at', old.due_at, 'due_kind', old.due_kind, 'resolve_due_at', old.resolve_due_at),
      jsonb_build_object('due_at', upd.due_at, 'due_kind', upd.due_kind, 'resolve_due_at', upd.resolve_due_at), upd.version,
      clock_timestamp()
    from upd, old`);
  // The list of work knows only the earlier of the two: the other one has its warnings too.
  await tx.execute(sql`update queue set rank_valid_until = '-infinity' where conversation_id = ${id}`);
}

function earlier(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Date.parse(one) <= Date.parse(other) ? one : other;
}

function sameMoment(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return Date.parse(one) === Date.parse(other);
}

/** What targets may ask for, as it was before a change. `tags` are those of now. */
export function traitsBefore({ type, before, after }: Change, tags: readonly string[]): Partial<Traits> {
  const was: Partial<Traits> = {};
  if ("team_id" in before) was.teamId = textOf(before.team_id);
  if ("channel_id" in before) was.channelId = textOf(before.channel_id);
  if (typeof before.brand_id === "string") was.brandId = before.brand_id;
  if (typeof before.pin === "number") was.pin = before.pin;
  const came = tagsOf(after, type === "conversation.tagged" || after.undid === "conversation.untagged");
  const went = tagsOf(after, type === "conversation.untagged" || after.undid === "conversation.tagged");
  const joined = type === "conversation.merged" ? textsOf(after.tagIds) : [];
  const parted = type === "conversation.unmerged" ? textsOf(after.tagIds) : [];
  const [added, taken] = [new Set([...came, ...joined]), [...went, ...parted]];
  if (added.size > 0 || taken.length > 0) was.tagIds = [...tags.filter((tag) => !added.has(tag)), ...taken];
  return was;
}

function tagsOf(after: Fields, isIt: boolean): string[] {
  return isIt && typeof after.tagId === "string" && after.isNew !== false ? [after.tagId] : [];
}

function textsOf(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function textOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

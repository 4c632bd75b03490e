import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { iso, isoText, loadRows, type RelayRow } from "@/lib/conversations/load-rows";
import type { EventType } from "@/lib/events";
import { log, withoutData } from "@/lib/log";
import { type ChangePush, type Membership, membershipOf } from "./protocol";
import { type Rooms, roomsOfRow, sameRooms } from "./rooms";
import { eventsAfter, headPlace, type Place, toSeq } from "./tail";
import { onWake } from "./wake";

/** Sockets in one of `rooms` and, where it is given, also in one of `within`, but in none of `except`. */
export type Audience = { rooms: Rooms; within: Rooms | null; except: Rooms };
export type Part = { to: Audience; push: ChangePush };
/** All parts of one batch carry one `seq`: a browser must get its share as one push, or it takes the rest for old. */
export type Emit = (parts: Part[]) => void;

/** `held` stands in the queue; `left` has just gone out of it and may still be on a screen. */
type Known = { held: Map<string, Held>; left: Map<string, Held> };
type Held = Membership & { rooms: Rooms; version: number };

const batchSize = 1000;
const mostLeft = 500;
const netMs = 400;

/** An older transaction, still open when a bell rings, hides what it announced for a moment: looks soon after. */
const echoesMs = [15, 50, 120];

export type Relay = {
  /** Where a conversation may be shown now, for presence. */
  roomsOf(conversationId: string): Rooms;
  /** Milliseconds since the relay last caught up, and the oldest transaction that holds it back. */
  lag(): { ms: number };
  stop(): Promise<void>;
};

/**
 * Follows committed events and pushes the rows they changed, loaded once, to the sockets that may see them. It
 * remembers of every row in the queue which views counted it, so that browsers move their counts without asking.
 * Each web process runs its own; it starts at the head, and browsers ask for what they missed.
 */
export async function startRelay(emit: Emit): Promise<Relay> {
  const held = new Map<string, Held>();
  const left = new Map<string, Held>();
  let place: Place = await headPlace();
  for (const row of await heldNow()) held.set(row.id, row.held);
  let caughtUpAt = Date.now();
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;
  let echoes: number[] = [];
  let echo: NodeJS.Timeout | undefined;

  async function drain(): Promise<void> {
    clearTimeout(echo);
    let isNews = false;
    do {
      again = false;
      const events = await eventsAfter(place, batchSize);
      if (events.length > 0) {
        isNews = true;
        const ids = [...new Set(events.flatMap((event) => event.conversationId ?? []))];
        const loaded = ids.length > 0 ? await loadRows(ids) : [];
        const removed = events.some(({ type }) => removing.has(type))
          ? await notThere([...held.keys(), ...left.keys()])
          : [];
        const last = events.at(-1)!;
        place = { epoch: last.epoch, xid: last.xid, id: last.id };
        push(toSeq(place), { loaded, removed }, { held, left }, emit);
        forgetOldest(left);
      }
      if (events.length === batchSize) again = true;
      else caughtUpAt = Date.now();
    } while (again && !stopped);
    const wait = isNews ? undefined : echoes.shift();
    if (wait !== undefined && !stopped) echo = setTimeout(look, wait);
  }

  function look(): void {
    if (stopped) return;
    if (running) {
      again = true;
      return;
    }
    running = drain()
      .catch((error) => log.warn({ error: withoutData(error) }, "the relay could not read events"))
      .finally(() => {
        running = null;
      });
  }

  const off = onWake("events", () => {
    echoes = [...echoesMs];
    look();
  });
  const net = setInterval(look, netMs);
  return {
    roomsOf: (id) => held.get(id)?.rooms ?? [],
    lag: () => ({ ms: Date.now() - caughtUpAt }),
    async stop() {
      stopped = true;
      off();
      clearTimeout(echo);
      clearInterval(net);
      await running;
    },
  };
}

/** After these, conversations may be no more: no event can be about them. */
const removing = new Set<EventType>(["import.ended", "customer.erased"]);

/** A map gives its keys in the order in which they came. */
function forgetOldest(left: Map<string, Held>): void {
  for (const id of left.keys()) {
    if (left.size <= mostLeft) return;
    left.delete(id);
  }
}

async function notThere(ids: string[]): Promise<string[]> {
  const found = await db.execute<{ id: string }>(sql`
    select x.id from unnest(${`{${ids.join(",")}}`}::uuid[]) x(id)
    where not exists (select 1 from conversations c where c.id = x.id)`);
  return found.rows.map(({ id }) => id);
}

function push(
  seq: string,
  { loaded, removed }: { loaded: RelayRow[]; removed: string[] },
  { held, left }: Known,
  emit: Emit,
): void {
  const groups = new Map<string, Part>();
  const pushTo = (to: Audience) => {
    const name = [to.rooms, to.within ?? ["*"], to.except].map((rooms) => rooms.join(" ")).join("|");
    const group = groups.get(name) ?? { to, push: { seq, rows: [], gone: [] } };
    groups.set(name, group);
    return group.push;
  };
  for (const id of removed) {
    const before = held.get(id);
    const last = before ?? left.get(id);
    if (last)
      pushTo({ rooms: last.rooms, within: null, except: [] }).gone.push({
        id,
        before: before ? membershipOf(before) : null,
      });
    held.delete(id);
    left.delete(id);
  }
  for (const { row, allowedIds, isMerged } of loaded) {
    const before = held.get(row.id) ?? null;
    if (before && before.version > row.version) continue;
    const rooms = roomsOfRow(row, allowedIds);
    const membership = before && membershipOf(before);
    if (isMerged) {
      pushTo({ rooms: before?.rooms ?? rooms, within: null, except: [] }).gone.push({
        id: row.id,
        before: membership,
      });
      held.delete(row.id);
      continue;
    }
    if (before === null || sameRooms(before.rooms, rooms)) {
      pushTo({ rooms, within: null, except: [] }).rows.push({ row, before: membership, touched: true });
    } else {
      // Whoever sees it only from now on has never counted it.
      pushTo({ rooms, within: null, except: before.rooms }).rows.push({ row, before: null, touched: true });
      pushTo({ rooms, within: before.rooms, except: [] }).rows.push({
        row,
        before: membership,
        touched: true,
      });
      pushTo({ rooms: before.rooms, within: null, except: rooms }).gone.push({
        id: row.id,
        before: membership,
      });
    }
    const now = { ...membershipOf(row), rooms, version: row.version };
    const last = left.get(row.id);
    // Resolved already, it may still be on the screen of somebody who must not see it any more.
    if (last && !sameRooms(last.rooms, rooms))
      pushTo({ rooms: last.rooms, within: null, except: rooms }).gone.push({ id: row.id, before: null });
    left.delete(row.id);
    if (row.status === "resolved" || row.status === "spam") {
      held.delete(row.id);
      left.set(row.id, now);
    } else held.set(row.id, now);
  }
  if (groups.size > 0) emit([...groups.values()]);
}

async function heldNow(): Promise<Array<{ id: string; held: Held }>> {
  const found = await db.execute<
    Omit<Membership, "number" | "dueAt" | "waitingSince" | "lastMessageAt"> & {
      id: string;
      number: number;
      dueAt: string | null;
      waitingSince: string | null;
      lastMessageAt: string;
      version: number;
      allowedIds: string[];
    }
  >(sql`
    select q.conversation_id as id, c.number::int as number, q.status, q.assignee_id as "assigneeId", q.team_id as "teamId",
      q.brand_id as "brandId", q.channel_id as "channelId", q.is_public as "isPublic", q.is_restricted as "isRestricted",
      q.is_new as "isNew", q.kind, q.lane, q.band, least(c.due_at, c.resolve_due_at) as "dueAt", c.waiting_since as "waitingSince", q.last_message_at as "lastMessageAt", q.version,
      coalesce((select array_agg(t.name) from conversation_tags ct join tags t on t.id = ct.tag_id
                where ct.conversation_id = q.conversation_id), '{}') as tags,
      case when q.is_restricted then (select coalesce(array_agg(a.agent_id::text), '{}') from conversation_access a where a.conversation_id = q.conversation_id)
           else '{}' end as "allowedIds"
    from queue q join conversations c on c.id = q.conversation_id`);
  return found.rows.map(({ id, allowedIds, ...row }) => ({
    id,
    held: {
      ...membershipOf({
        ...row,
        dueAt: iso(row.dueAt),
        waitingSince: iso(row.waitingSince),
        lastMessageAt: isoText(row.lastMessageAt),
      }),
      version: row.version,
      rooms: roomsOfRow(row, allowedIds),
    },
  }));
}

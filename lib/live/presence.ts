import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env } from "@/env";
import { type Actor, columnsOf, visible } from "@/lib/access";
import type { Presence } from "./protocol";
import { roomsOfActor, sameRooms } from "./rooms";
import type { LiveServer, Seen } from "./server";

type Here = Seen & { at: number; writingAt: number };

/**
 * Browsers repeat where they are every 3 s (app/_live/presence.ts); what was not repeated for this long has crashed, or
 * lost its line without saying so. Under ten seconds with the look that notices it.
 */
const viewingMs = 8_000;
const writingMs = 8_000;
const lookMs = 1_000;

/** Each process says whom it knows of this often; one that is silent for longer is gone, with everybody in it. */
const tellMs = 3_000;
const silentMs = 8_000;

/**
 * Who has which customer open, and who is writing to them. Kept in memory and lossy: a process that dies takes its
 * part with it, and what is not repeated fades. Other processes hear of it through the Socket.IO adapter.
 */
export class Presences {
  private readonly process = randomUUID();
  private readonly bySocket = new Map<string, Here>();
  private readonly elsewhere = new Map<string, { seen: Seen[]; at: number }>();
  private readonly fading: NodeJS.Timeout;
  private readonly telling: NodeJS.Timeout;
  private isSilent = true;

  constructor(
    private readonly io: LiveServer,
    private readonly roomsOf: (conversationId: string) => string[],
  ) {
    this.fading = setInterval(() => this.fade(), lookMs);
    this.telling = setInterval(() => {
      if (this.bySocket.size > 0 || !this.isSilent) this.carry();
    }, tellMs);
  }

  view(actor: Actor, socketId: string, conversationId: string | null): void {
    void this.move(actor, socketId, conversationId, false);
  }

  write(actor: Actor, socketId: string, conversationId: string | null): void {
    if (conversationId === null) this.rest(socketId);
    else void this.move(actor, socketId, conversationId, true);
  }

  leave(socketId: string): void {
    const seen = this.bySocket.get(socketId);
    if (!seen) return;
    this.bySocket.delete(socketId);
    this.tell(seen.customerId, seen.conversationId);
    this.carry();
  }

  /** What another process knows, in place of what it knew before. */
  hear(part: unknown): void {
    if (!isPart(part) || part.process === this.process) return;
    const before = this.elsewhere.get(part.process)?.seen ?? [];
    if (part.seen.length === 0) this.elsewhere.delete(part.process);
    else this.elsewhere.set(part.process, { seen: part.seen, at: Date.now() });
    this.tellChanged(before, part.seen);
  }

  /** Everything that an actor may know, for a browser that has just come back. */
  all(actor: Actor): Presence[] {
    const mine = new Set(roomsOfActor(actor));
    const known = this.everybody().filter((seen) =>
      this.roomsOf(seen.conversationId).some((room) => mine.has(room)),
    );
    return [...new Set(known.map((seen) => seen.customerId))].map((customerId) =>
      presenceOf(
        customerId,
        known.filter((seen) => seen.customerId === customerId),
      ),
    );
  }

  stop(): void {
    clearInterval(this.fading);
    clearInterval(this.telling);
  }

  private async move(
    actor: Actor,
    socketId: string,
    conversationId: unknown,
    isWriting: boolean,
  ): Promise<void> {
    const before = this.bySocket.get(socketId);
    if (typeof conversationId !== "string") return this.leave(socketId);
    const now = Date.now();
    if (before?.conversationId === conversationId) {
      const changed = isWriting && !before.isWriting;
      before.at = now;
      if (isWriting) {
        before.isWriting = true;
        before.writingAt = now;
      }
      if (!changed) return;
      this.tell(before.customerId, conversationId);
      this.carry();
      return;
    }
    const customerId = await customerOf(actor, conversationId);
    if (!customerId || !this.io.sockets.sockets.has(socketId)) return;
    const { id: agentId, name } = actor;
    const seen = { agentId, name, customerId, conversationId, isWriting, at: now, writingAt: now };
    this.bySocket.set(socketId, seen);
    if (before) this.tell(before.customerId, before.conversationId);
    this.tell(customerId, conversationId);
    this.carry();
  }

  /** Stopped writing, still reading. */
  private rest(socketId: string): void {
    const seen = this.bySocket.get(socketId);
    if (!seen?.isWriting) return;
    seen.isWriting = false;
    this.tell(seen.customerId, seen.conversationId);
    this.carry();
  }

  private tell(customerId: string, conversationId: string): void {
    const here = this.everybody().filter((seen) => seen.customerId === customerId);
    const rooms = this.roomsOf(conversationId);
    // A resolved conversation has no row in the queue; whoever has it open is told through their own room.
    const to = rooms.length > 0 ? rooms : here.map((seen) => `agent:${seen.agentId}`);
    if (to.length === 0) return;
    const isPlain = here.every(
      (seen) => seen.conversationId === conversationId || sameRooms(this.roomsOf(seen.conversationId), rooms),
    );
    if (isPlain) {
      this.io.local.to(to).emit("presence", presenceOf(customerId, here));
      return;
    }
    // Somebody has another conversation of this customer open, which not everybody who is told may know of.
    for (const socket of this.io.sockets.sockets.values()) {
      if (!to.some((room) => socket.rooms.has(room))) continue;
      const open = this.bySocket.get(socket.id)?.conversationId ?? null;
      const mine = here.filter((seen) => this.mayKnow(seen, socket.rooms, open));
      socket.emit("presence", presenceOf(customerId, mine));
    }
  }

  /** Whether somebody in these rooms, who has `open` on screen, may know what a colleague has open. */
  private mayKnow(seen: Seen, mine: ReadonlySet<string>, open: string | null): boolean {
    const rooms = this.roomsOf(seen.conversationId);
    if (rooms.length > 0) return rooms.some((room) => mine.has(room));
    return seen.conversationId === open || mine.has(`agent:${seen.agentId}`);
  }

  /** Tells of everybody who is in one list and not, or otherwise, in the other. */
  private tellChanged(before: readonly Seen[], after: readonly Seen[]): void {
    const nameOf = (seen: Seen) => `${seen.agentId} ${seen.conversationId} ${seen.isWriting}`;
    const known = new Set(before.map(nameOf));
    const now = new Set(after.map(nameOf));
    const changed = [
      ...before.filter((seen) => !now.has(nameOf(seen))),
      ...after.filter((seen) => !known.has(nameOf(seen))),
    ];
    const places = new Map(changed.map((seen) => [seen.conversationId, seen.customerId]));
    for (const [conversationId, customerId] of places) this.tell(customerId, conversationId);
  }

  /** Only with a database or a Redis of their own can there be other processes to tell, see server/sockets.ts. */
  private carry(): void {
    if (env.REDIS_URL === undefined && env.DATABASE_URL === undefined) return;
    const seen = [...this.bySocket.values()].map(({ at: _at, writingAt: _writingAt, ...one }) => one);
    this.isSilent = seen.length === 0;
    this.io.serverSideEmit("presence", { process: this.process, seen });
  }

  private everybody(): Seen[] {
    return [...this.bySocket.values(), ...[...this.elsewhere.values()].flatMap(({ seen }) => seen)];
  }

  private fade(): void {
    const now = Date.now();
    let isChanged = false;
    for (const [key, seen] of this.bySocket) {
      const isStill = seen.isWriting && now - seen.writingAt > writingMs;
      const isGone = now - seen.at > viewingMs;
      if (!isStill && !isGone) continue;
      isChanged = true;
      if (isStill) seen.isWriting = false;
      if (isGone) this.bySocket.delete(key);
      this.tell(seen.customerId, seen.conversationId);
    }
    if (isChanged) this.carry();
    for (const [process, part] of this.elsewhere) {
      if (now - part.at <= silentMs) continue;
      this.elsewhere.delete(process);
      this.tellChanged(part.seen, []);
    }
  }
}

function presenceOf(customerId: string, here: readonly Seen[]): Presence {
  const people = new Map<string, Presence["people"][number]>();
  for (const { agentId, name, conversationId, isWriting } of here) {
    const known = people.get(agentId);
    people.set(agentId, {
      agentId,
      name,
      conversationId,
      isWriting: isWriting || (known?.isWriting ?? false),
    });
  }
  return { customerId, people: [...people.values()] };
}

async function customerOf(actor: Actor, conversationId: string): Promise<string | null> {
  if (!/^[0-9a-f-]{36}$/.test(conversationId)) return null;
  const found = await db
    .execute<{ id: string }>(
      sql`select person_of(c.customer_id) as id from conversations c where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))}`,
    )
    .catch(() => null);
  return found?.rows[0]?.id ?? null;
}

function isPart(value: unknown): value is { process: string; seen: Seen[] } {
  return (
    typeof value === "object" &&
    value !== null &&
    "process" in value &&
    "seen" in value &&
    Array.isArray(value.seen)
  );
}

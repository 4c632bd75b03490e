import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { env } from "@/env";
import { type Actor, columnsOf, visible } from "@/lib/access";
import type { Presence } from "./protocol";
import { roomsOfActor, sameRooms } from "./rooms";
import type { LiveServer } from "./start";

type Seen = {
  agentId: string;
  name: string;
  customerId: string;
  conversationId: string;
  isWriting: boolean;
  at: number;
  writingAt: number;
};

const viewingMs = 45_000;
const writingMs = 8_000;

/**
 * Who has which customer open, and who is writing to them. Kept in memory and lossy: a process that dies takes its
 * part with it, and what is not repeated fades. Other processes hear of it through the Socket.IO adapter.
 */
export class Presences {
  private readonly bySocket = new Map<string, Seen>();
  private readonly elsewhere = new Map<string, Seen>();
  private readonly fading: NodeJS.Timeout;

  constructor(
    private readonly io: LiveServer,
    private readonly roomsOf: (conversationId: string) => string[],
  ) {
    this.fading = setInterval(() => this.fade(), 2_000);
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
    this.carry(seen, null);
  }

  hear(seen: unknown): void {
    if (!isHeard(seen)) return;
    const before = this.elsewhere.get(seen.agentId);
    if (seen.customerId === null || seen.conversationId === null) this.elsewhere.delete(seen.agentId);
    else {
      const { agentId, name, customerId, conversationId, isWriting } = seen;
      const now = Date.now();
      this.elsewhere.set(agentId, {
        agentId,
        name,
        customerId,
        conversationId,
        isWriting,
        at: now,
        writingAt: now,
      });
    }
    if (before) this.tell(before.customerId, before.conversationId);
    if (seen.customerId !== null && seen.conversationId !== null)
      this.tell(seen.customerId, seen.conversationId);
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
      if (changed) this.tell(before.customerId, conversationId);
      this.carry(before, before.customerId);
      return;
    }
    const customerId = await customerOf(actor, conversationId);
    if (!customerId || !this.io.sockets.sockets.has(socketId)) return;
    const seen: Seen = {
      agentId: actor.id,
      name: actor.name,
      customerId,
      conversationId,
      isWriting,
      at: now,
      writingAt: now,
    };
    this.bySocket.set(socketId, seen);
    if (before) this.tell(before.customerId, before.conversationId);
    this.tell(customerId, conversationId);
    this.carry(seen, customerId);
  }

  /** Stopped writing, still reading. */
  private rest(socketId: string): void {
    const seen = this.bySocket.get(socketId);
    if (!seen?.isWriting) return;
    seen.isWriting = false;
    this.tell(seen.customerId, seen.conversationId);
    this.carry(seen, seen.customerId);
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

  /** Only with a database or a Redis of their own can there be other processes to tell, see server/sockets.ts. */
  private carry(seen: Seen, customerId: string | null): void {
    if (env.REDIS_URL === undefined && env.DATABASE_URL === undefined) return;
    const { agentId, name, conversationId, isWriting } = seen;
    this.io.serverSideEmit("presence", {
      agentId,
      name,
      customerId,
      conversationId: customerId === null ? null : conversationId,
      isWriting,
    });
  }

  private everybody(): Seen[] {
    return [...this.bySocket.values(), ...this.elsewhere.values()];
  }

  private fade(): void {
    const now = Date.now();
    for (const map of [this.bySocket, this.elsewhere]) {
      for (const [key, seen] of map) {
        if (seen.isWriting && now - seen.writingAt > writingMs) {
          seen.isWriting = false;
          this.tell(seen.customerId, seen.conversationId);
        }
        if (now - seen.at > viewingMs) {
          map.delete(key);
          this.tell(seen.customerId, seen.conversationId);
        }
      }
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
      sql`select c.customer_id as id from conversations c where c.id = ${conversationId} and ${visible(actor, columnsOf("c"))}`,
    )
    .catch(() => null);
  return found?.rows[0]?.id ?? null;
}

type Heard = {
  agentId: string;
  name: string;
  customerId: string | null;
  conversationId: string | null;
  isWriting: boolean;
};

function isHeard(value: unknown): value is Heard {
  return typeof value === "object" && value !== null && "agentId" in value && "conversationId" in value;
}

import { env } from "@/env";
import type { Actor } from "@/lib/access";
import { sessionIdOf, sessionState } from "@/lib/agents/session";
import { log, withoutData } from "@/lib/log";
import { Presences } from "./presence";
import { type Audience, type Part, type Relay, startRelay } from "./relay";
import { roomsOfActor } from "./rooms";
import type { LiveServer, LiveSocket } from "./server";
import { changesSince } from "./since";
import { followBulk } from "./tell-bulk";
import { followChannels } from "./tell-channels";
import { followCustomers } from "./tell-customers";
import { followNotices } from "./tell-notices";
import { followReports } from "./tell-reports";
import { followViews } from "./tell-views";

/** Sign-outs, deactivations and changed roles reach open sockets within this time. */
const recheckMs = 3_000;

/** Messages a second that one socket may send, with a burst of three times as many. */
const socketRate = 10;

const slot = globalThis as typeof globalThis & { avantRelay?: Relay };

/** How far the relay of this process is behind; null where none runs. */
export function relayLag(): { ms: number } | null {
  return slot.avantRelay?.lag() ?? null;
}

/** Lets browsers in, follows the events and keeps the presence. */
export async function startLive(io: LiveServer): Promise<{ stop(): Promise<void> }> {
  const relay = await startRelay((parts) => tell(io, parts));
  slot.avantRelay = relay;
  const presences = new Presences(io, (conversationId) => relay.roomsOf(conversationId));

  io.use((socket, next) => {
    admit(socket).then(
      (refused) => next(refused ? new Error(refused) : undefined),
      // The database is away. A refusal is final for the browser, a cut connection it tries again.
      () => socket.conn.close(),
    );
  });
  io.on("connection", (socket) => {
    join(socket);
    socket.use((_packet, next) => (withinRate(socket) ? next() : socket.disconnect(true)));
    socket.on("viewing", (conversationId) => presences.view(socket.data.actor, socket.id, conversationId));
    socket.on("writing", (conversationId) => presences.write(socket.data.actor, socket.id, conversationId));
    socket.on("since", (seq, answer) => {
      if (typeof answer !== "function") return;
      since(socket.data.actor, typeof seq === "string" ? seq : null, presences).then(answer, (error) => {
        log.warn({ error: withoutData(error) }, "a browser could not catch up and will ask again");
        socket.conn.close();
      });
    });
    socket.on("disconnect", () => presences.leave(socket.id));
  });
  io.on("presence", (part) => presences.hear(part));

  const notices = followNotices(io);
  const bulk = followBulk(io);
  const views = followViews(io);
  const channels = followChannels(io);
  const customers = followCustomers(io);
  const reports = followReports(io);
  const recheck = setInterval(() => void recheckAll(io), recheckMs);
  return {
    async stop() {
      clearInterval(recheck);
      notices.stop();
      bulk.stop();
      views.stop();
      channels.stop();
      customers.stop();
      reports.stop();
      presences.stop();
      slot.avantRelay = undefined;
      await relay.stop();
    },
  };
}

/** One push for each socket, whatever number of parts it may see. */
function tell(io: LiveServer, parts: Part[]): void {
  const [only] = parts;
  if (only && parts.length === 1 && only.to.within === null && only.to.rooms.length > 0) {
    io.local.to(only.to.rooms).except(only.to.except).emit("change", only.push);
    return;
  }
  for (const socket of io.sockets.sockets.values()) {
    const mine = parts.filter(({ to }) => isAmong(socket.rooms, to)).map(({ push }) => push);
    if (mine[0]) {
      const { seq } = mine[0];
      const push = { seq, rows: mine.flatMap((one) => one.rows), gone: mine.flatMap((one) => one.gone) };
      socket.emit("change", push);
    }
  }
}

function isAmong(mine: ReadonlySet<string>, { rooms, within, except }: Audience): boolean {
  const isIn = (some: string[]) => some.some((room) => mine.has(room));
  return isIn(rooms) && (within === null || isIn(within)) && !isIn(except);
}

/** Resolves with null for who may come in, else with why not. */
async function admit(socket: LiveSocket): Promise<"origin" | "signed_out" | null> {
  const { origin, host } = socket.handshake.headers;
  // Browsers do not apply CORS to websockets: a page of another origin must be refused by us.
  if (origin && origin !== new URL(env.APP_URL).origin && hostOf(origin) !== host) return "origin";
  const headers = { get: (name: string) => headerOf(socket.handshake.headers[name.toLowerCase()]) };
  const sessionId = await sessionIdOf(headers);
  const actor = sessionId === null ? null : await sessionState(sessionId);
  if (!actor) return "signed_out";
  socket.data = { actor, tokens: socketRate * 3, refilledAt: Date.now() };
  return null;
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function headerOf(value: string | string[] | undefined): string | null {
  return Array.isArray(value) ? value.join("; ") : (value ?? null);
}

function join(socket: LiveSocket): void {
  const { actor } = socket.data;
  socket.join(roomsOfActor(actor));
}

async function since(actor: Actor, seq: string | null, presences: Presences) {
  const { push, seq: now } = await changesSince(actor, { seq });
  const people = presences.all(actor);
  return push === null
    ? { kind: "refetch" as const, seq: now, people }
    : { kind: "patch" as const, push, people };
}

async function recheckAll(io: LiveServer): Promise<void> {
  const bySession = new Map<string, LiveSocket[]>();
  for (const socket of io.sockets.sockets.values()) {
    const { sessionId } = socket.data.actor;
    bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), socket]);
  }
  for (const [sessionId, sockets] of bySession) {
    const actor = await sessionState(sessionId).catch(() => undefined);
    // While the database is away nobody is thrown out.
    if (actor === undefined) return;
    for (const socket of sockets) {
      if (actor === null) {
        socket.emit("bye");
        socket.disconnect(true);
      } else if (
        roomsOfActor(actor).sort().join() !== roomsOfActor(socket.data.actor).sort().join() ||
        actor.role !== socket.data.actor.role
      ) {
        for (const room of roomsOfActor(socket.data.actor)) socket.leave(room);
        socket.data.actor = actor;
        join(socket);
        socket.emit("bye");
      }
    }
  }
}

function withinRate(socket: LiveSocket): boolean {
  const now = Date.now();
  const d = socket.data;
  d.tokens = Math.min(socketRate * 3, d.tokens + ((now - d.refilledAt) / 1000) * socketRate);
  d.refilledAt = now;
  d.tokens -= 1;
  return d.tokens >= 0;
}

import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { Server } from "socket.io";
import { io as connectSocket, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { env } from "@/env";
import type { Actor } from "@/lib/access";
import { sessionCookie } from "@/lib/agents/cookies";
import { sessionSecret } from "@/lib/agents/session-secret";
import { changeConversation } from "@/lib/conversations/change";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { assign } from "@/lib/triage/assign";
import { restrict } from "@/lib/triage/restrict";
import { tag } from "@/lib/triage/tag";
import type { ChangePush, ClientToServer, Presence, ServerToClient } from "./protocol";
import { changesSince } from "./since";
import { startLive } from "./start";
import { headPlace, toSeq } from "./tail";

testDatabase();
let desk: TestDesk;
let ines: Actor;
let port = 0;
const http = createServer();
const io: Parameters<typeof startLive>[0] = new Server(http, { path: "/socket.io" });
let live: Awaited<ReturnType<typeof startLive>>;
const sockets: Socket<ServerToClient, ClientToServer>[] = [];

beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await live?.stop();
  await io.close();
});

async function listen(): Promise<void> {
  live = await startLive(io);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  port = typeof address === "object" && address ? address.port : 0;
}

async function conversations(count: number): Promise<string[]> {
  const customerId = newId();
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Claire Dumontet')`,
  );
  const ids = Array.from({ length: count }, () => newId());
  for (const id of ids) {
    await db.execute(sql`
      insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at)
      values (${id}, ${desk.brandId}, ${customerId}, now(), now())`);
    // Any change puts it into the list of work.
    await tag(desk.salma, { conversationId: id, name: "seen" });
  }
  return ids;
}

async function screen(actor: Actor) {
  const sid = newId();
  await db.execute(sql`
    insert into sessions (id, agent_id, expires_at, method) values (${sid}, ${actor.id}, now() + interval '1 hour', 'password')`);
  const token = await encode({ token: { sid }, secret: sessionSecret() });
  const socket: Socket<ServerToClient, ClientToServer> = connectSocket(`http://127.0.0.1:${port}`, {
    transports: ["websocket"],
    extraHeaders: { cookie: `${sessionCookie(env.APP_URL).name}=${token}` },
  });
  sockets.push(socket);
  const told: Presence[] = [];
  const pushes: ChangePush[] = [];
  socket.on("presence", (presence) => told.push(presence));
  socket.on("change", (push) => pushes.push(push));
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", () => resolve());
    socket.once("connect_error", reject);
  });
  return { socket, told, pushes };
}

/** Where the stream stands once everything written so far is in it: any open transaction of the server holds it back. */
async function settled(): Promise<string> {
  const last = await db.execute<{ id: number }>(sql`select max(id)::int as id from events`);
  for (let i = 0; ; i++) {
    const place = await headPlace();
    if (place.id === last.rows[0]!.id || i > 200) return toSeq(place);
    await pause(50);
  }
}

async function until(right: () => boolean): Promise<void> {
  for (let i = 0; i < 800 && !right(); i++) await pause(50);
  expect(right()).toBe(true);
}

test("who reads a restricted conversation is unknown to those who may not, on screen and after a cut", async () => {
  const [open = "", secret = ""] = await conversations(2);
  await restrict(ines, { conversationId: secret, agentIds: [ines.id] });
  await listen();
  const [hers, his] = [await screen(ines), await screen(desk.tom)];
  his.socket.emit("viewing", open);
  await until(() => his.told.length > 0);
  hers.socket.emit("viewing", secret);
  await until(() =>
    hers.told.some((one) => one.people.some(({ conversationId }) => conversationId === secret)),
  );
  his.socket.emit("viewing", null);
  his.socket.emit("viewing", open);
  await until(() => hers.told.at(-1)?.people.length === 2);
  const after = await new Promise<string>((resolve) => {
    his.socket.emit("since", null, (answer) => resolve(JSON.stringify(answer)));
  });
  expect(JSON.stringify(his.told) + after).not.toContain(secret);
  expect(JSON.stringify(his.told) + after).not.toContain(ines.id);
});

test("a row that comes into view moves the counts of those who did not count it before", async () => {
  const other = newId();
  await db.execute(sql`insert into teams (id, name) values (${other}, 'Legal')`);
  const hannah = await testAgent("Hannah Whitlock", "agent", [other], []);
  const [hers, salmas] = [await screen(hannah), await screen(desk.salma)];
  const [id = ""] = await conversations(1);
  const rowsOf = (pushes: ChangePush[]) =>
    pushes.flatMap((push) => push.rows).filter(({ row }) => row.id === id);
  // Told of together, its coming and its moving would be one change.
  await until(() => rowsOf(salmas.pushes).length > 0);
  await assign(desk.tom, { conversationId: id, agentId: null, teamId: other });
  await until(() => rowsOf(hers.pushes).length > 0);
  expect(rowsOf(hers.pushes)).toMatchObject([{ before: null, row: { teamId: other } }]);
  await until(() => salmas.pushes.some((push) => push.gone.some((gone) => gone.id === id)));
});

test("what changed while away names nothing that was never mine to see, and takes away what was", async () => {
  const [mine = "", secret = "", never = ""] = await conversations(3);
  await restrict(ines, { conversationId: secret, agentIds: [ines.id] });
  await restrict(ines, { conversationId: never, agentIds: [ines.id] });
  const seq = await settled();
  await restrict(ines, { conversationId: mine, agentIds: [ines.id] });
  await restrict(ines, { conversationId: secret, agentIds: [ines.id, desk.salma.id] });
  await restrict(ines, { conversationId: secret, agentIds: [ines.id] });
  await tag(ines, { conversationId: never, name: "legal" });
  await settled();
  const toms = await changesSince(desk.tom, { seq });
  expect(toms.push?.gone).toEqual([{ id: mine, before: null }]);
  const salmas = await changesSince(desk.salma, { seq });
  expect(salmas.push?.gone.map(({ id }) => id).sort()).toEqual([mine, secret].sort());
});

test("changes of one moment in different teams come as one push, since one number counts once", async () => {
  const hannah = await testAgent("Hannah Whitlock", "admin", [], []);
  const [one = "", two = ""] = await conversations(2);
  await assign(desk.salma, { conversationId: two, agentId: null, teamId: desk.teamId });
  // What came before may be pushed late on a busy machine: only what is newer counts.
  const before = await settled();
  const hers = await screen(hannah);
  await transact(async (tx) => {
    for (const id of [one, two])
      await changeConversation(tx, desk.salma, { id, type: "conversation.pinned", set: sql`pin = -1` });
  });
  const newer = () => hers.pushes.filter((push) => push.seq > before);
  await until(() => newer().some((push) => push.rows.some(({ row }) => row.id === two)));
  expect(newer().map((push) => push.rows.map(({ row }) => row.id).sort())).toEqual([[one, two].sort()]);
});

test("whoever stops saying where they are, without a goodbye, is gone within ten seconds", async () => {
  const [id = ""] = await conversations(1);
  const [hers, his] = [await screen(desk.salma), await screen(desk.tom)];
  const keeps = setInterval(() => hers.socket.emit("viewing", id), 3_000);
  hers.socket.emit("viewing", id);
  // The line stays open and nothing comes any more, as from a machine that has frozen.
  his.socket.emit("writing", id);
  const peopleHere = () => {
    const { customerId } = hers.told.find((one) => one.people.some((p) => p.conversationId === id)) ?? {};
    return hers.told.findLast((one) => one.customerId === customerId)?.people ?? [];
  };
  await until(() => peopleHere().some((one) => one.isWriting));
  const frozenAt = Date.now();
  while (peopleHere().some((one) => one.agentId === desk.tom.id)) {
    await pause(100);
    if (Date.now() - frozenAt > 15_000) break;
  }
  clearInterval(keeps);
  expect(Date.now() - frozenAt).toBeLessThan(10_000);
  expect(peopleHere().map((one) => one.agentId)).toEqual([desk.salma.id]);
});

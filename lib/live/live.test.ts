import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { io as connectSocket, type Socket } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { env } from "@/env";
import { sessionCookie } from "@/lib/agents/cookies";
import { sessionSecret } from "@/lib/agents/session-secret";
import { changeConversation } from "@/lib/conversations/change";
import { newId } from "@/lib/id";
import { dispatchEvents, prepareDispatcher } from "@/lib/jobs/dispatch";
import { transact } from "@/lib/transact";
import { connectBells } from "./bells";
import type { ChangePush, ClientToServer, ServerToClient } from "./protocol";
import { eventsAfter, head, type Place, toSeq } from "./tail";
import { wake } from "./wake";

const database = testDatabase();
let desk: TestDesk;
const servers: ChildProcess[] = [];
const ports: number[] = [];

beforeAll(async () => {
  desk = await testDesk();
  for (let i = 0; i < 2; i++) ports.push(await startServer());
}, 150_000);
afterAll(() => {
  for (const server of servers) server.kill("SIGTERM");
});

/** A web process of its own on the same database: sockets, relay and bells, nothing else. */
function startServer(): Promise<number> {
  const server = spawn(process.execPath, ["--import", "tsx", "e2e/support/live-server.ts", database.url()], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, DATA_DIR: env.DATA_DIR, SECRET_KEY: env.SECRET_KEY },
  });
  servers.push(server);
  return new Promise((resolve, reject) => {
    server.once("exit", () => reject(new Error("the server ended")));
    server.stdout?.on("data", (chunk: Buffer) => {
      const port = /^READY (\d+)/.exec(chunk.toString())?.[1];
      if (port) resolve(Number(port));
    });
  });
}

type Browser = {
  socket: Socket<ServerToClient, ClientToServer>;
  rows: Map<string, { version: number; status: string; assigneeId: string | null }>;
  cut(): void;
  catchUps: number;
};

async function browser(port: number): Promise<Browser> {
  const sid = newId();
  await db.execute(sql`
    insert into sessions (id, agent_id, expires_at, method) values (${sid}, ${desk.salma.id}, now() + interval '1 hour', 'password')`);
  const token = await encode({ token: { sid }, secret: sessionSecret() });
  const socket: Browser["socket"] = connectSocket(`http://127.0.0.1:${port}`, {
    path: "/socket.io",
    transports: ["websocket"],
    reconnectionDelay: 50,
    reconnectionDelayMax: 200,
    extraHeaders: { cookie: `${sessionCookie(env.APP_URL).name}=${token}` },
  });
  const self: Browser = { socket, rows: new Map(), cut: () => socket.io.engine.close(), catchUps: 0 };
  let seq: string | null = null;
  const apply = (push: ChangePush) => {
    if (seq === null || push.seq > seq) seq = push.seq;
    for (const { row } of push.rows) {
      const known = self.rows.get(row.id);
      if (!known || known.version < row.version)
        self.rows.set(row.id, { version: row.version, status: row.status, assigneeId: row.assigneeId });
    }
  };
  socket.on("change", apply);
  const caughtUp = new Promise<void>((resolve, reject) => {
    socket.once("connect_error", reject);
    socket.on("connect", () => {
      socket.emit("since", seq, (answer) => {
        self.catchUps += 1;
        if (answer.kind === "patch") apply(answer.push);
        else seq = answer.seq;
        resolve();
      });
    });
  });
  await caughtUp;
  return self;
}

test("32 writers, a tenth of them rolled back, cut connections, two processes: every browser ends on the truth", async () => {
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${newId()}, ${desk.brandId}, 'Ben Okafor')`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, cycle_started_at, last_message_at)
    select gen_random_uuid(), ${desk.brandId}, (select id from customers limit 1), now(), now() from generate_series(1, 150)`);
  const ids = (await db.execute<{ id: string }>(sql`select id from conversations`)).rows.map((row) => row.id);
  const browsers = await Promise.all([0, 1, 0, 1, 0, 1].map((i) => browser(ports[i]!)));
  await prepareDispatcher();

  let writing = true;
  const seen = [tail(), tail()];
  const dispatched = [dispatch(), dispatch()];

  async function tail(): Promise<string[]> {
    const out: string[] = [];
    let place: Place = { epoch: 0, xid: "0", id: 0 };
    for (let idle = 0; writing || idle < 5; ) {
      const events = await eventsAfter(place, 100);
      for (const event of events) out.push(toSeq(event));
      place = events.at(-1) ?? place;
      idle = events.length === 0 ? idle + 1 : 0;
      await pause(5);
    }
    return out;
  }
  async function dispatch(): Promise<number> {
    let total = 0;
    for (let idle = 0; writing || idle < 5; ) {
      const count = (await dispatchEvents()) ?? 0;
      total += count;
      idle = count === 0 ? idle + 1 : 0;
      await pause(5);
    }
    return total;
  }
  const cutting = (async () => {
    for (let i = 0; writing; i++) {
      await pause(150);
      browsers[i % 2]!.cut();
    }
  })();

  let rolledBack = 0;
  await Promise.all(
    Array.from({ length: 32 }, async (_, writer) => {
      for (let i = 0; i < 20; i++) {
        const fails = (writer * 20 + i) % 10 === 0;
        const status = ["open", "waiting"][i % 2]!;
        await transact(async (tx) => {
          await changeConversation(tx, i % 3 === 0 ? desk.tom : desk.salma, {
            id: ids[(writer * 7 + i * 13) % ids.length]!,
            type: "conversation.assigned",
            set: sql`assignee_id = ${i % 2 === 0 ? desk.tom.id : desk.salma.id}::uuid, status = ${status}`,
          });
          if (fails) throw new Error("rolled back");
        }).catch(() => {
          rolledBack += 1;
        });
      }
    }),
  );
  const committed = (
    await db.execute<Place>(
      sql`select epoch, xid::text as xid, id::int as id from events order by epoch, events.xid, events.id`,
    )
  ).rows.map(toSeq);
  // A transaction of any database of the server holds the stream back for a while.
  while ((await head()) !== committed.at(-1)) await pause(50);
  writing = false;
  await cutting;
  expect(rolledBack).toBe(64);
  expect(committed).toHaveLength(32 * 20 - 64);
  for (const ids of await Promise.all(seen)) expect(ids).toEqual(committed);
  expect((await Promise.all(dispatched)).reduce((a, b) => a + b)).toBe(committed.length);

  const truth = new Map(
    (
      await db.execute<{ id: string; version: number; status: string; assigneeId: string | null }>(
        sql`select id, version, status, assignee_id as "assigneeId" from conversations where version > 1`,
      )
    ).rows.map(({ id, ...row }) => [id, row]),
  );
  for (let waited = 0; waited < 600; waited++) {
    if (browsers.every((one) => [...truth].every(([id, row]) => one.rows.get(id)?.version === row.version)))
      break;
    await pause(100);
  }
  for (const one of browsers) {
    expect(Object.fromEntries(one.rows)).toEqual(Object.fromEntries(truth));
    one.socket.disconnect();
  }
  expect(browsers[0]!.catchUps).toBeGreaterThan(1);
}, 150_000);

test("a socket whose session ends is told and closed", async () => {
  const one = await browser(ports[0]!);
  const ended = new Promise<void>((resolve) => one.socket.once("disconnect", () => resolve()));
  await db.execute(sql`update sessions set revoked_at = now()`);
  await Promise.race([
    ended,
    pause(60_000).then(() => {
      throw new Error("still open");
    }),
  ]);
}, 120_000);

test("a socket without a session, or from another origin, is refused", async () => {
  const refused = (options: object) =>
    new Promise<string>((resolve) => {
      const socket = connectSocket(`http://127.0.0.1:${ports[0]}`, {
        transports: ["websocket"],
        reconnection: false,
        ...options,
      });
      socket.on("connect", () => resolve("let in"));
      socket.on("connect_error", (error) => {
        socket.disconnect();
        resolve(error.message);
      });
    });
  expect(await refused({})).toBe("signed_out");
  expect(await refused({ extraHeaders: { origin: "https://evil.example" } })).not.toBe("let in");
});

test("somebody erased or merged elsewhere: every browser hears it and asks again", async () => {
  const bells = connectBells();
  const here = await browser(ports[0]!);
  const there = await browser(ports[1]!);
  const heard = Promise.all(
    [here, there].map(({ socket }) => new Promise<void>((resolve) => socket.once("customers", resolve))),
  );
  // The line on which bells are carried takes a moment to stand.
  const ring = setInterval(() => wake("customers"), 200);
  await heard;
  clearInterval(ring);
  for (const { socket } of [here, there]) socket.close();
  await bells.stop();
}, 120_000);

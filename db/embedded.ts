import { randomBytes } from "node:crypto";
import { chmodSync, chownSync } from "node:fs";
import { mkdir, open, readdir, readFile, readlink, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createConnection, createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { type Account, chooseAccount, chooseHome } from "@/db/embedded/account";
import { hold } from "@/db/embedded/holder";
import { findPrograms, type Programs, run } from "@/db/embedded/programs";
import { Refusal } from "@/env";

export type Embedded = {
  /** Where to connect: postgres://avant:…@127.0.0.1:<port>/avant */
  url: string;
  /** Lets go of the server; the last one to do so stops it, and this waits until it has. */
  stop(): Promise<void>;
};

/** PostgreSQL settings that are only right for throw-away data. */
export const careless = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "150",
};

const settings = {
  listen_addresses: "127.0.0.1",
  // Socket paths longer than 107 bytes are refused, and nobody needs one.
  unix_socket_directories: "",
  max_connections: "80",
  shared_buffers: "64MB",
  log_min_messages: "warning",
  timezone: "UTC",
};

/**
 * Starts the PostgreSQL that comes with Avant on the data below `dataDir`, or joins it when another process has
 * started it. It listens on a free port of 127.0.0.1 with a password of its own. It is stopped when the last
 * process that uses it ends, however it ends. Throws with a sentence that says what to do.
 */
export async function startEmbedded(
  dataDir: string,
  extra: { [name: string]: string } = {},
): Promise<Embedded> {
  const account = chooseAccount();
  const base = chooseHome(resolve(dataDir), account);
  const programs = await findPrograms(account, base);
  // One folder for each major version: PostgreSQL refuses the data of another.
  const home = join(base, `postgresql-${programs.version.split(".")[0]}`);
  await sweepDrafts(base);
  await create(programs, home, account);

  return inTurn(home, async () => {
    const holder = await hold(programs, home, account);
    try {
      const port = await ensureRunning(programs, home, account, { ...settings, ...extra });
      const password = (await readFile(join(home, "password"), "utf8")).trim();
      const url = `postgres://avant:${password}@127.0.0.1:${port}/avant`;
      await ensureDatabase(url);
      return { url, stop: holder.release };
    } catch (error) {
      await holder.release();
      throw error;
    }
  });
}

/** A new cluster, made beside its final place and moved there whole: a start that is killed leaves no half of it. */
async function create(programs: Programs, home: string, account: Account): Promise<void> {
  if (
    await readdir(home).then(
      () => true,
      () => false,
    )
  )
    return;
  const draft = `${home}.init-${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(join(draft, "holders"), { recursive: true });
  await writeFile(join(draft, "password"), randomBytes(24).toString("base64url"), { mode: 0o600 });
  const { ids } = account;
  if (ids !== undefined) {
    for (const path of [draft, join(draft, "holders"), join(draft, "password")])
      chownSync(path, ids.uid, ids.gid);
  }
  if (process.platform !== "win32") chmodSync(draft, 0o700);
  const made = await run(
    programs,
    "initdb",
    // Locale and encoding are said outright: with LANG unset PostgreSQL would choose SQL_ASCII.
    [
      "--pgdata",
      join(draft, "data"),
      "--username=avant",
      "--pwfile",
      join(draft, "password"),
      "--encoding=UTF8",
    ].concat([
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--auth=scram-sha-256",
      "--no-instructions",
    ]),
    account,
  );
  if (made.code !== 0) {
    await rm(draft, { recursive: true, force: true });
    throw new Refusal(`The built-in database could not be created in ${home}: ${lastLines(made.output)}`);
  }
  // Whoever loses the race between two first starts takes the winner's.
  await rename(draft, home).catch(() => rm(draft, { recursive: true, force: true }));
}

async function sweepDrafts(base: string): Promise<void> {
  for (const name of await readdir(base)) {
    const pid = Number(/\.(?:init|copy)-(\d+)$/.exec(name)?.[1] ?? Number.NaN);
    if (pid > 0 && !isAlive(pid)) await rm(join(base, name), { recursive: true, force: true });
  }
}

/** Starts the server unless it runs; returns its port. */
async function ensureRunning(
  programs: Programs,
  home: string,
  account: Account,
  wanted: { [name: string]: string },
): Promise<number> {
  const data = join(home, "data");
  let complaint = "";
  for (let attempt = 0; attempt < 5; attempt++) {
    const running = await runningPort(data);
    if (running !== null) return running;
    await rm(join(data, "postmaster.pid"), { force: true });
    const port = await freePort();
    const options = Object.entries({ ...wanted, port: String(port) }).map(
      ([name, value]) => `-c ${name}=${quoted(value)}`,
    );
    const log = join(home, "server.log");
    const started = await run(
      programs,
      "pg_ctl",
      ["start", "-w", "-t", "300", "-D", data, "-l", log, "-o", options.join(" ")],
      account,
    );
    if (started.code === 0) return port;
    complaint = (await tail(log)) || started.output;
    if (!/could not (bind|create any TCP)|Address already in use/i.test(complaint)) break;
  }
  throw new Refusal(
    `The built-in database did not start: ${lastLines(complaint)}. Its log is ${join(home, "server.log")}`,
  );
}

/**
 * The port of the server that has `data` open, once it accepts connections; null when there is none. The pid file
 * alone proves nothing: after a crash or a container's restart its number may belong to anybody.
 */
async function runningPort(data: string): Promise<number | null> {
  for (let waited = 0; waited < 300_000; waited += 50) {
    const lines = (await readFile(join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    if (!(pid > 0) || !isAlive(pid) || !(await isServerOf(pid, data, port))) return null;
    // Line 8 is "starting", "ready", "standby" or "stopping", padded with blanks.
    const state = lines[7]?.trim();
    if (state === "ready" && (await answers(port))) return port;
    await wait(50);
  }
  throw new Refusal(
    `The database in ${data} is neither starting nor stopping. End its process, then start again`,
  );
}

async function isServerOf(pid: number, data: string, port: number): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => null);
  if (commandLine !== null) return commandLine.includes(data);
  return port > 0 && answers(port);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2_000, () => end(false));
    socket.once("connect", () => end(true)).once("error", () => end(false));
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url.replace(/\/avant$/, "/postgres"),
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = 'avant'");
    if (found.rowCount === 0) await client.query("create database avant");
  } finally {
    await client.end();
  }
}

/**
 * One process at a time joins or leaves the server. The link's target is the pid of the one whose turn it is, so
 * that a turn whose owner was killed is taken over. Shared with the script in holder.ts.
 */
async function inTurn<T>(home: string, work: () => Promise<T>): Promise<T> {
  if (process.platform === "win32") return work();
  const turn = join(home, "turn");
  const deadline = Date.now() + 330_000;
  while (
    !(await symlink(String(process.pid), turn).then(
      () => true,
      () => false,
    ))
  ) {
    const owner = Number(await readlink(turn).catch(() => "0"));
    if (owner > 0 && !isAlive(owner)) await rm(turn, { force: true });
    if (Date.now() > deadline)
      throw new Refusal(`Another process keeps the database busy: end it, or delete ${turn}`);
    await wait(20 + Math.random() * 30);
  }
  try {
    return await work();
  } finally {
    await rm(turn, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function quoted(value: string): string {
  return `'${value.replace(/'/g, "'\\''")}'`;
}

async function tail(file: string): Promise<string> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return "";
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, Math.max(0, size - 4096));
    return buffer.toString("utf8", 0, bytesRead).trim();
  } finally {
    await handle.close();
  }
}

function lastLines(text: string): string {
  return text.split("\n").slice(-4).join(" ").trim();
}

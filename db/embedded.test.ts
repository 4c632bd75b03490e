import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { startEmbedded } from "@/db/embedded";

const started: ChildProcess[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "avant-embedded-"));
  // PostgreSQL runs as another user when the tests run as root.
  chmodSync(made, 0o755);
  folders.push(made);
  return made;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select current_setting('server_encoding') as encoding");
    return rows[0].encoding === "UTF8";
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Another process that starts, or joins, the database below `dataDir`; resolves with its address. */
async function otherProcess(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const script = `import { startEmbedded } from "@/db/embedded";
    const { url } = await startEmbedded(${JSON.stringify(dataDir)});
    console.log(url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: process.cwd(),
  });
  started.push(child);
  const [line] = await once(child.stdout, "data");
  return { child, url: String(line).trim() };
}

async function untilSilent(url: string): Promise<number> {
  const begun = Date.now();
  while (await answers(url)) await wait(50);
  return Date.now() - begun;
}

test("starts on an empty folder, keeps its data, and starts again", async () => {
  const dataDir = folder();
  const first = await startEmbedded(dataDir);
  const client = new pg.Client({ connectionString: first.url });
  await client.connect();
  await client.query("create table kept (word text); insert into kept values ('déjà')");
  await client.end();
  await first.stop();
  expect(await answers(first.url)).toBe(false);

  const second = await startEmbedded(dataDir);
  const again = new pg.Client({ connectionString: second.url });
  await again.connect();
  expect((await again.query("select word from kept")).rows).toEqual([{ word: "déjà" }]);
  await again.end();
  await second.stop();
});

test("three processes that start at once share one server, which outlives two of them and no more", async () => {
  const dataDir = folder();
  const three = await Promise.all([1, 2, 3].map(() => otherProcess(dataDir)));
  const [a, b, c] = three;
  expect(new Set(three.map(({ url }) => url)).size).toBe(1);
  a!.child.kill("SIGKILL");
  b!.child.kill("SIGKILL");
  await wait(1_500);
  expect(await answers(c!.url)).toBe(true);
  c!.child.kill("SIGKILL");
  expect(await untilSilent(c!.url)).toBeLessThan(5_000);
});

test("a start right after a kill -9 finds the data whole", async () => {
  const dataDir = folder();
  const killed = await otherProcess(dataDir);
  killed.child.kill("SIGKILL");
  const next = await startEmbedded(dataDir);
  expect(await answers(next.url)).toBe(true);
  await next.stop();
});

test("a pid file that names a stranger's process is not believed", async () => {
  const dataDir = folder();
  const first = await startEmbedded(dataDir);
  const data = join(dataDir, "database/postgresql-18/data");
  const pidFile = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  await first.stop();
  // After a restart of the machine the number of the old server belongs to any process, here to this one.
  pidFile[0] = String(process.pid);
  writeFileSync(join(data, "postmaster.pid"), pidFile.join("\n"));
  const second = await startEmbedded(dataDir);
  expect(await answers(second.url)).toBe(true);
  await second.stop();
});

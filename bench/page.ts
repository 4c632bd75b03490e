import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { connect, databaseUrl, db, disconnect } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { env } from "@/env";
import { addOpenConversations } from "./grow";
import { freePort } from "./processes";
import { up } from "./serve-built";
import { signIn } from "./signed-in";
import { median, type Size } from "./slices";
import { type Row, round } from "./table";

/** What a browser loads for the queue, how soon the server is back, and what it holds in memory. */
export async function measurePage(size: Size): Promise<Row[]> {
  if (!existsSync("dist/server.mjs") || !existsSync(".next/.avant-build")) {
    return [unmeasured("JavaScript of the queue"), unmeasured("restart to first page"), unmeasured("memory")];
  }
  const conversations = size === "ci" ? 0 : size === "full" ? 100_000 : 10_000;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = [process.execPath, "scripts/start.mjs"];
  const settings = { PORT: String(port), HOST: "127.0.0.1", APP_URL: url, DEMO: "on" };

  await (await up(command, settings, `${url}/sign-in`, {})).stop();
  const cookie = await prepare(conversations);
  const starts: number[] = [];
  const rows: Row[] = [];
  for (let n = 0; n < (size === "ci" ? 1 : 3); n++) {
    const running = await up(command, settings, `${url}/queue`, { cookie });
    starts.push(running.ms);
    if (n === 0) rows.push(scripts(await text(`${url}/queue`, { cookie })));
    if (n === 0) rows.push(await memory(running.child, url, cookie, conversations));
    await running.stop();
  }
  const floor = size === "ci" ? null : await floorStarts();
  return [
    ...rows,
    {
      path: "restart to first page, against a bare Next page",
      ratio: floor === null ? null : median(starts) / floor,
      goal: { atMost: 2 },
      detail: `${round(median(starts) / 1000)} s with PostgreSQL and ${conversations} conversations${floor === null ? "" : `; bare ${round(floor / 1000)} s`}`,
    },
  ];
}

function unmeasured(path: string): Row {
  return { path, ratio: null, goal: null, detail: "needs the build: npm run build" };
}

/** Signs in as the sample's administrator and adds conversations, while the server is down. */
async function prepare(count: number): Promise<string> {
  const server = await startEmbedded(env.DATA_DIR);
  connect(server.url, "operator");
  try {
    const agent = (
      await db.execute<{ id: string; name: string }>(sql`select id, name from agents where role = 'admin'`)
    ).rows[0]!;
    const brand = (await db.execute<{ id: string }>(sql`select id from brands`)).rows[0]!;
    const channel = (await db.execute<{ id: string }>(sql`select id from channels where kind = 'email'`))
      .rows[0]!;
    const admin = {
      ...agent,
      kind: "agent",
      role: "admin",
      language: "en",
      teamIds: [],
      brandIds: [brand.id],
      sessionId: agent.id,
    } as const;
    const channels = new Map([["care@marmelune.example", channel.id]]);
    if (count > 0)
      await addOpenConversations({ url: databaseUrl(), admin, brandId: brand.id, channels }, count);
    return (await signIn(admin)).cookie;
  } finally {
    await disconnect();
    await server.stop();
  }
}

/** The bytes of every script that the page names, compressed as a proxy would. */
function scripts(html: string): Row {
  const named = [...html.matchAll(/<script[^>]*\ssrc="([^"]+\.js)[^"]*"([^>]*)>/g)];
  const paths = [...new Set(named.filter(([tag]) => !/nomodule/i.test(tag)).map(([, path]) => path!))];
  const sizes = paths.map((path) => {
    const file = join(".next", decodeURIComponent(path.replace(/^.*\/_next\//, "")));
    return { file, bytes: existsSync(file) ? gzipSync(readFileSync(file), { level: 9 }).length : 0 };
  });
  sizes.sort((a, b) => b.bytes - a.bytes);
  const largest = sizes
    .slice(0, 5)
    .map(({ file, bytes }) => `${file.split("/").at(-1)} ${round(bytes / 1024)}`);
  return {
    path: "JavaScript of the queue, gzip",
    ratio: sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1024,
    unit: "kB",
    goal: { atMost: 195 },
    detail: `${paths.length} files named in the page, the largest ${largest.join(", ")}; what is loaded later is not counted`,
  };
}

async function memory(child: ChildProcess, url: string, cookie: string, count: number): Promise<Row> {
  for (let n = 0; n < 30; n++) await text(`${url}/queue`, { cookie });
  const own = proportional(child.pid ?? 0);
  const database = databasePids(child.pid ?? 0).reduce((sum, pid) => sum + proportional(pid), 0);
  const isFull = count >= 100_000;
  return {
    path: `memory of everything, ${count} conversations`,
    ratio: own === 0 ? null : (own + database) / 1024,
    unit: "MB",
    goal: isFull ? { atMost: 450 } : null,
    detail: `Node ${round(own / 1024)} MB, PostgreSQL ${round(database / 1024)} MB, after 30 pages (proportional set size)`,
  };
}

/** Proportional set size in kB: memory that processes share is counted once. Linux only; 0 elsewhere. */
function proportional(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** The postmaster of our data folder, by its own note, and its children. */
function databasePids(server: number): number[] {
  try {
    const found = new Set<number>();
    const parents = processParents();
    for (const [pid] of parents) {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      if (line.includes("postgres") && line.includes(env.DATA_DIR)) found.add(pid);
    }
    for (const [pid, parent] of parents) if (found.has(parent)) found.add(pid);
    found.delete(server);
    return [...found];
  } catch {
    return [];
  }
}

function processParents(): Map<number, number> {
  const parents = new Map<number, number>();
  for (const pid of numericFolders("/proc")) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      parents.set(pid, Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // Gone meanwhile.
    }
  }
  return parents;
}

function numericFolders(folder: string): number[] {
  return readdirSync(folder)
    .map(Number)
    .filter((pid) => pid > 0);
}

/** A Next app of one page, built and started like ours: what no product on Next can beat. */
async function floorStarts(): Promise<number | null> {
  const folder = join(".data", "bench-floor");
  mkdirSync(join(folder, "app"), { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(
    join(folder, "next.config.mjs"),
    `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
  );
  writeFileSync(
    join(folder, "app/layout.jsx"),
    "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
  );
  writeFileSync(
    join(folder, "app/page.jsx"),
    "export const dynamic = 'force-dynamic'; export default () => <main>{Array.from({ length: 50 }, (_, n) => <p key={n}>{n}</p>)}</main>;",
  );
  const next = [process.execPath, "node_modules/next/dist/bin/next"];
  try {
    const built = spawn(next[0]!, [next[1]!, "build", folder], { stdio: "ignore" });
    if ((await new Promise((done) => built.once("exit", done))) !== 0) return null;
    const times: number[] = [];
    for (let n = 0; n < 3; n++) {
      const port = await freePort();
      const running = await up(
        [...next, "start", folder, "-p", String(port)],
        {},
        `http://127.0.0.1:${port}/`,
        {},
      );
      times.push(running.ms);
      await running.stop();
    }
    return median(times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function text(url: string, headers: Record<string, string>): Promise<string> {
  return (await fetch(url, { headers })).text();
}

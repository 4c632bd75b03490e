import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pause } from "@/e2e/support/product";
import type { Amounts } from "./amounts";
import type { House } from "./house";
import type { Result } from "./ledger";
import { sendAll } from "./sender";

/** Takes the database away under the running product: stopped, so that connections break, and frozen, so that they hang. */
export async function stopTheDatabase(house: House, size: Amounts): Promise<Result> {
  const begun = performance.now();
  const promises: Result["promises"] = [];
  const mails = size.awayHow.flatMap((how) =>
    Array.from({ length: size.mailsWhileAway }, (_, at) => ({ subject: `${how} ${at}` })),
  );
  let acknowledged = 0;
  for (const how of size.awayHow) {
    const cluster = findCluster(house.dataDir);
    const probe = startProbe(house);
    await pause(500);
    const sending = sendAll(
      house,
      mails.filter(({ subject }) => subject.startsWith(how)),
    );
    await pause(100);
    const bringBack = how === "stopped" ? await stopCluster(cluster) : freezeCluster(cluster);
    probe.mark();
    await pause(size.awaySeconds * 1000);
    const worst = probe.since();
    await bringBack();
    const healedMs = await probe.healed();
    acknowledged += (await sending).length;
    probe.stop();
    promises.push(
      {
        text: `${how} for ${size.awaySeconds} s: the API answers 503 within 5 s (slowest ${worst.slowestMs} ms, ${worst.answers} answers, ${worst.others} other)`,
        isKept: worst.slowestMs <= 5_000 && worst.answers > 0 && worst.others === 0,
      },
      { text: `${how}: healed within 10 s (${healedMs} ms)`, isKept: healedMs <= 10_000 },
    );
  }
  const subjects = mails.map(({ subject }) => subject);
  const isSeen = () => subjects.every((subject) => house.eye.subjects.has(subject));
  for (const end = Date.now() + 60_000; Date.now() < end && !isSeen(); ) await pause(100);
  const [count] = await house.query<{ stored: number; different: number }>(
    `select count(*)::int as stored, count(distinct m.external_id)::int as different
     from messages m join conversations c on c.id = m.conversation_id
     where m.kind = 'customer' and c.subject = any($1)`,
    [subjects],
  );
  promises.push({ text: "everything that came meanwhile was on the socket", isKept: isSeen() });
  return {
    name: "database away",
    faults: size.awayHow.map((how) => `${how} ${size.awaySeconds} s`).join(", "),
    sent: mails.length,
    acknowledged,
    stored: count?.stored ?? 0,
    parked: null,
    onSocket: subjects.filter((subject) => house.eye.subjects.has(subject)).length,
    taken: null,
    uncertain: null,
    doubled: (count?.stored ?? 0) - (count?.different ?? 0),
    lost: mails.length - (count?.different ?? 0),
    seconds: (performance.now() - begun) / 1000,
    promises,
  };
}

/** Asks the API four times a second, as somebody's browser would, and notes how long each answer takes. */
function startProbe(house: House) {
  type Answer = { startedAt: number; ms: number; status: number };
  const answers: Answer[] = [];
  let marked = Number.POSITIVE_INFINITY;
  const timer = setInterval(() => void ask(), 250);
  async function ask(): Promise<void> {
    const startedAt = performance.now();
    const status = await fetch(`${house.url}/api/v1/counts`, {
      headers: { cookie: house.cookie },
      signal: AbortSignal.timeout(15_000),
    }).then(
      (response) => response.status,
      () => 0,
    );
    answers.push({ startedAt, ms: Math.round(performance.now() - startedAt), status });
  }
  return {
    /** From here on the database is away. */
    mark() {
      marked = performance.now();
    },
    /** Of the requests that began since: the slowest, how many said 503, how many said something else. */
    since() {
      const during = answers.filter((answer) => answer.startedAt >= marked);
      return {
        slowestMs: Math.max(0, ...during.map(({ ms }) => ms)),
        answers: during.filter(({ status }) => status === 503).length,
        others: during.filter(({ status }) => status !== 503).length,
      };
    },
    async healed(): Promise<number> {
      const from = performance.now();
      for (const end = Date.now() + 60_000; Date.now() < end; await pause(20)) {
        if (answers.some(({ startedAt, status }) => startedAt >= from && status === 200)) break;
      }
      return Math.round(performance.now() - from);
    },
    stop: () => clearInterval(timer),
  };
}

type Cluster = { data: string; postmaster: number };

function findCluster(dataDir: string): Cluster {
  const data = readdirSync(dataDir, { recursive: true, encoding: "utf8" }).find((path) =>
    path.endsWith("postmaster.pid"),
  );
  if (!data) throw new Error(`there is no running database in ${dataDir}`);
  const file = join(dataDir, data);
  return { data: join(file, ".."), postmaster: Number(readFileSync(file, "utf8").split("\n")[0]) };
}

/** A fast shutdown; brought back with the same command line, as an init system would. */
async function stopCluster({ data, postmaster }: Cluster): Promise<() => Promise<void>> {
  const [program = "", ...options] = [
    ...readFileSync(join(data, "postmaster.opts"), "utf8")
      .trim()
      .matchAll(/"([^"]*)"|(\S+)/g),
  ].map(([, quoted, bare]) => quoted ?? bare ?? "");
  const { uid, gid } = statSync(data);
  process.kill(postmaster, "SIGINT");
  while (isAlive(postmaster)) await pause(20);
  return async () => {
    const owner = process.getuid?.() === 0 ? { uid, gid } : {};
    spawn(program, options, { ...owner, cwd: "/", stdio: "ignore", detached: true }).unref();
  };
}

/** Every process of the server stands still: connections stay open and nothing answers. */
function freezeCluster({ postmaster }: Cluster): () => Promise<void> {
  const all = [postmaster, ...childrenOf(postmaster)];
  for (const pid of all) signal(pid, "SIGSTOP");
  return async () => {
    for (const pid of all) signal(pid, "SIGCONT");
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return new RegExp(`\\) \\S ${parent} `).test(readFileSync(`/proc/${pid}/stat`, "utf8"));
      } catch {
        return false;
      }
    });
}

function signal(pid: number, name: "SIGSTOP" | "SIGCONT"): void {
  try {
    process.kill(pid, name);
  } catch {
    // A connection's process that has ended meanwhile.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

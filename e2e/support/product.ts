import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Product = {
  url: string;
  smtpPort: number;
  dataDir: string;
  /** Everything that it printed so far. */
  output(): string;
  pid: number;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
};

/** A folder for data that PostgreSQL can get into, also when it runs as another user than root. */
export function dataFolder(prefix: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), prefix));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts the built product as `npm start` does, on free ports unless told, and waits until it is ready. */
export async function startProduct(options: {
  dataDir: string;
  env?: { [name: string]: string };
  port?: number;
  smtpPort?: number;
}): Promise<Product> {
  const port = options.port ?? (await freePort());
  const smtpPort = options.smtpPort ?? (await freePort());
  const child: ChildProcess = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      PORT: String(port),
      APP_URL: `http://localhost:${port}`,
      HOST: "127.0.0.1",
      DATA_DIR: options.dataDir,
      SMTP_IN_PORT: String(smtpPort),
      DATABASE_URL: "",
      REDIS_URL: "",
      S3_URL: "",
      SMTP_URL: "",
      // Where the program that starts this one is itself set up, it must not be told.
      NEXTAUTH_URL: undefined,
      LOG_LEVEL: "warn",
      ...options.env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 60_000; !(await isReady(url)); await pause(50)) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`The product did not start:\n${output}`);
    }
  }
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await ended;
  };
  return {
    url: `http://localhost:${port}`,
    smtpPort,
    dataDir: options.dataDir,
    output: () => output,
    pid: child.pid ?? 0,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(3_000) })).ok;
  } catch {
    return false;
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === "object" && bound !== null ? bound.port : 0));
    });
  });
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Incoming, RawItem } from "./channel";
import type { ParseAnswer, ParseRequest, WorkerMessage } from "./parse-worker";

/** Why an item cannot be read: it took too long, wanted too much memory, or broke the reading. */
export type UnreadableReason = "deadline" | "memory" | "failed" | "unknown_kind";

/** The item stays where it is, with its bytes, until somebody looks or the reading is mended. */
export class Unreadable extends Error {
  override readonly name = "Unreadable";

  constructor(
    readonly reason: UnreadableReason,
    readonly detail: string,
  ) {
    super(`unreadable (${reason}): ${detail}`);
  }
}

export type ParsePool = {
  parseItem(kind: string, raw: RawItem, config: unknown): Promise<Incoming[]>;
  warm(): void;
  stop(): Promise<void>;
};

export type ParseLimits = {
  size: number;
  deadlineMs: number;
  heapMb: number;
  idleMs: number;
  /** So many workers never end for want of work: starting one takes longer than a person notices. */
  kept: number;
};

const startMs = 60_000;
const usual: ParseLimits = { size: 2, deadlineMs: 10_000, heapMb: 256, idleMs: 60_000, kept: 1 };

/**
 * Reads one item in a worker thread, where a hostile one can only hurt itself. Throws Unreadable for what cannot
 * be read, and any other Error when the reader was stopped or cannot start: then the item is not to blame.
 */
export function parseItem(kind: string, raw: RawItem, config: unknown): Promise<Incoming[]> {
  return sharedPool().parseItem(kind, raw, config);
}

/** Starts what is kept warm, so that the first mail of the day is read as fast as the second. */
export function warmParsing(): void {
  sharedPool().warm();
}

/** Ends the shared workers, if any were started; the next item starts them again. */
export async function stopParsing(): Promise<void> {
  const pool = globalThis.avantParsePool;
  globalThis.avantParsePool = undefined;
  await pool?.stop();
}

declare global {
  // Each bundle in the process has its own copy of this module; the workers must be there once.
  var avantParsePool: ParsePool | undefined;
}

function sharedPool(): ParsePool {
  globalThis.avantParsePool ??= openParsePool(usual);
  return globalThis.avantParsePool;
}

type Task = { request: ParseRequest; resolve(incoming: Incoming[]): void; reject(error: Error): void };
type Slot = {
  worker: Worker | null;
  /** The worker has loaded what it needs; the time limit of an item begins then. */
  isReady: boolean;
  task: Task | null;
  timer: NodeJS.Timeout | null;
  idle: NodeJS.Timeout | null;
};

/** A pool of its own, for tests with other limits. Workers start with the first item and end when idle. */
export function openParsePool(limits: ParseLimits): ParsePool {
  const waiting: Task[] = [];
  const slots: Slot[] = Array.from({ length: limits.size }, () => ({
    worker: null,
    isReady: false,
    task: null,
    timer: null,
    idle: null,
  }));
  let nextId = 1;

  function parseItem(kind: string, raw: RawItem, config: unknown): Promise<Incoming[]> {
    return new Promise((resolve, reject) => {
      waiting.push({ request: { id: nextId++, kind, raw, config }, resolve, reject });
      pump();
    });
  }

  function pump(): void {
    // A warm worker first: the second one starts only when there is work for two.
    const free = slots
      .filter((slot) => slot.task === null)
      .sort((a, b) => Number(b.worker !== null) - Number(a.worker !== null));
    for (const slot of free) {
      const task = waiting.shift();
      if (task === undefined) return;
      begin(slot, task);
    }
  }

  function begin(slot: Slot, task: Task): void {
    if (slot.idle !== null) clearTimeout(slot.idle);
    slot.task = task;
    try {
      slot.worker ??= start(slot);
    } catch (error) {
      release(slot)?.reject(new Error("the reader cannot be started", { cause: error }));
      return;
    }
    slot.worker.ref();
    slot.worker.postMessage(task.request);
    if (slot.isReady) limit(slot, task);
    else slot.timer = setTimeout(() => fell(slot, new Error("the reader did not start")), startMs);
  }

  function limit(slot: Slot, task: Task): void {
    if (slot.timer !== null) clearTimeout(slot.timer);
    // A mail of 30 MB may honestly take five seconds, and twenty on a busy machine: a second more for each MB.
    const ms = limits.deadlineMs + task.request.raw.body.byteLength / 1000;
    const error = new Unreadable("deadline", `took longer than ${Math.round(ms / 1000)} s`);
    slot.timer = setTimeout(() => fell(slot, error), ms);
  }

  function start(slot: Slot): Worker {
    const source = workerSource();
    const worker = new Worker(source.code, {
      eval: source.isText,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 8 },
      env: {},
    });
    slot.isReady = false;
    worker.on("message", (said: WorkerMessage) => {
      if (slot.worker !== worker) return;
      if (said === "ready") {
        slot.isReady = true;
        if (slot.task !== null) limit(slot, slot.task);
      } else if (slot.task?.request.id === said.id) finish(slot, said);
    });
    worker.on("error", (error) => {
      if (slot.worker !== worker) return;
      const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      // Before it was ready it had not looked at anything: then it is the installation that is broken.
      fell(slot, slot.isReady ? new Unreadable(isMemory ? "memory" : "failed", error.message) : error);
    });
    worker.on("exit", (code) => {
      if (slot.worker === worker) fell(slot, new Unreadable("failed", `the reader ended with ${code}`));
    });
    return worker;
  }

  function finish(slot: Slot, answer: ParseAnswer): void {
    const task = release(slot);
    if ("incoming" in answer) task?.resolve(answer.incoming);
    else task?.reject(new Unreadable(answer.error.kind, answer.error.detail));
    slot.worker?.unref();
    if (slots.indexOf(slot) >= limits.kept) endWhenIdle(slot);
    pump();
  }

  function endWhenIdle(slot: Slot): void {
    slot.idle = setTimeout(() => {
      void slot.worker?.terminate();
      slot.worker = null;
    }, limits.idleMs);
    slot.idle.unref();
  }

  /** The worker is dead or must die; the item that it had is the one that did it. */
  function fell(slot: Slot, error: Error): void {
    const task = release(slot);
    const worker = slot.worker;
    slot.worker = null;
    void worker?.terminate();
    task?.reject(error);
    pump();
  }

  function release(slot: Slot): Task | null {
    const { task } = slot;
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.timer = null;
    slot.task = null;
    return task;
  }

  function warm(): void {
    for (const slot of slots.slice(0, limits.kept)) {
      try {
        slot.worker ??= start(slot);
        slot.worker.unref();
      } catch {
        // The first item will say so.
      }
    }
  }

  async function stop(): Promise<void> {
    const workers = slots.map((slot) => slot.worker);
    for (const slot of slots) {
      if (slot.idle !== null) clearTimeout(slot.idle);
      slot.worker = null;
      release(slot)?.reject(new Error("the reader was stopped"));
    }
    for (const task of waiting.splice(0)) task.reject(new Error("the reader was stopped"));
    await Promise.all(workers.map((worker) => worker?.terminate()));
  }

  return { parseItem, warm, stop };
}

let built: string | null = null;

/**
 * Beside the bundled server lies the bundled worker. In development and in tests there is only the source,
 * which Node 20 cannot run: it is bundled here, once.
 */
function workerSource(): { code: string; isText: boolean } {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, "parse-worker.mjs");
  if (existsSync(bundled)) return { code: bundled, isText: false };
  built ??= buildWorker(join(here, "parse-worker.ts"));
  return { code: built, isText: true };
}

function buildWorker(file: string): string {
  const require = createRequire(import.meta.url);
  const esbuild: typeof import("esbuild") = require("esbuild");
  const result = esbuild.buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node20",
    packages: "external",
    supported: { "dynamic-import": false },
  });
  const code = result.outputFiles[0]?.text ?? "";
  // A worker made from text looks for packages where the process was started; this one looks from its source.
  return `(function (require) {${code}\n})(require("node:module").createRequire(${JSON.stringify(file)}));`;
}

"use client";

import { liveSocket } from "@/app/_live/socket";
import * as calls from "@/app/(desk)/calls";
import type { BulkAct } from "@/lib/bulk/act";
import type { BulkPush } from "@/lib/live/protocol";
import { type ManyRun, manyRun, setManyRun } from "./many-run";
import { clearSelection, selected } from "./selection";

/** Starts an act on what is selected, which is then selected no more. `asOf` is when its author looked. */
export async function startMany(act: BulkAct, asOf: Date): Promise<ManyRun> {
  const { rows, everything } = selected();
  const targets = everything ? { view: everything.view, q: everything.q } : { ids: [...rows.keys()] };
  const { runId, total } = await calls.startBulk(act, targets, asOf.toISOString());
  clearSelection();
  return follow(act, { runId, total, state: "running", done: 0, held: 0, failed: 0, undone: 0 });
}

export async function undoMany(of: ManyRun): Promise<void> {
  await calls.undoBulk(of.runId);
  follow(of.act, { ...of, state: "undoing" });
}

export function closeMany(): void {
  setManyRun(null);
}

export function isOver({ state }: BulkPush): boolean {
  return state === "done" || state === "cancelled" || state === "undone";
}

const askEveryMs = 1_200;
let asking: ReturnType<typeof setInterval> | undefined;
let listening = false;

/** Pushes say how far it has come; now and then we ask, in case one was lost. */
function follow(act: BulkAct, push: BulkPush): ManyRun {
  const started: ManyRun = { ...push, act };
  setManyRun(started);
  if (!listening) {
    listening = true;
    void liveSocket().then((socket) => socket.on("bulk", hear));
  }
  clearInterval(asking);
  asking = setInterval(() => {
    const run = manyRun();
    if (!run || isOver(run)) return clearInterval(asking);
    calls.getBulk(run.runId).then(
      (now) => hear({ ...now, runId: now.id }),
      // Asked again in a moment.
      () => {},
    );
  }, askEveryMs);
  return started;
}

function hear(push: BulkPush): void {
  const run = manyRun();
  if (run?.runId === push.runId && !isOver(run)) {
    const { runId, state, total, done, held, failed, undone } = push;
    // Taking back begins with our click; an older word about its beginning does not end it.
    if (run.state === "undoing" && (state === "running" || state === "done")) return;
    setManyRun({ ...run, runId, state, total, done, held, failed, undone });
  }
}

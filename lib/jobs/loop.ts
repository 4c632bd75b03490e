import { type Bell, onWake } from "@/lib/live/wake";
import { log, withoutData } from "@/lib/log";

/** How long a loop sleeps at most when nothing rings: the net under lost bells. */
const netMs = 5_000;
const recoverEveryMs = 10_000;

/**
 * Works until nothing is left, then sleeps until its bell rings, until `next` says something is due, or for a few
 * seconds. Never two at once. After an error it waits, longer each time, and goes on: the database may be away.
 */
export function loop(task: {
  name: string;
  bell: Bell;
  /** True when there may be more. */
  work(): Promise<boolean>;
  /** Cleans up after the dead, and says when something is due; called when idle. */
  next(): Promise<Date | null>;
}): { stop(): Promise<void> } {
  let stopped = false;
  let rung = true;
  let errors = 0;
  let recoveredAt = 0;
  let dueAt: number | null = null;
  let awaken: () => void = () => {};

  const off = onWake(task.bell, () => {
    rung = true;
    awaken();
  });

  async function run(): Promise<void> {
    while (!stopped) {
      try {
        rung = false;
        while (!stopped && (await task.work())) dueAt = null;
        if (Date.now() - recoveredAt > recoverEveryMs || dueAt === null || dueAt <= Date.now()) {
          dueAt = (await task.next())?.getTime() ?? Number.POSITIVE_INFINITY;
          recoveredAt = Date.now();
        }
        errors = 0;
        if (!rung) await sleep(Math.min(netMs, Math.max(1, dueAt - Date.now())));
        else dueAt = null;
      } catch (error) {
        errors += 1;
        log.warn({ loop: task.name, error: withoutData(error) }, "a loop could not work and will go on");
        await sleep(Math.min(5_000, 200 * 2 ** errors));
      }
    }
  }

  function sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      awaken = done;
      function done(): void {
        clearTimeout(timer);
        if (rung) dueAt = null;
        resolve();
      }
      if (rung && errors === 0) done();
      if (stopped) done();
    });
  }

  const running = run();
  return {
    async stop() {
      stopped = true;
      off();
      awaken();
      await running;
    },
  };
}

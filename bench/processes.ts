import { type ChildProcess, fork } from "node:child_process";
import { createServer } from "node:net";

/** One of the bench's own programs in a process of its own, with a line to talk to it. */
export type Helper = {
  child: ChildProcess;
  tell(order: object): void;
  /** The next message that fits; rejects after `ms`, or when the process ends. */
  next<T>(fits: (message: Record<string, unknown>) => T | undefined, ms?: number): Promise<T>;
  stop(): Promise<void>;
};

export function start(file: string, settings: Record<string, string> = {}): Helper {
  const child = fork("scripts/run.mjs", [`bench/${file}`], { env: { ...process.env, ...settings } });
  child.setMaxListeners(0);
  return {
    child,
    tell: (order) => void child.send(order),
    next: (fits, ms = 60_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => end(() => reject(new Error(`${file} did not answer in ${ms} ms`))),
          ms,
        );
        const hear = (message: unknown) => {
          if (typeof message !== "object" || message === null) return;
          const found = fits({ ...message });
          if (found !== undefined) end(() => resolve(found));
        };
        const gone = (code: number | null) => end(() => reject(new Error(`${file} ended with ${code}`)));
        function end(then: () => void): void {
          clearTimeout(timer);
          child.off("message", hear);
          child.off("exit", gone);
          then();
        }
        child.on("message", hear);
        child.on("exit", gone);
      }),
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
        setTimeout(() => child.kill("SIGKILL"), 12_000).unref();
      }),
  };
}

export const portOf = (message: Record<string, unknown>): number | undefined =>
  typeof message.port === "number" ? message.port : undefined;

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address ? address.port : 0;
}

import { log } from "@/lib/log";

type Part = { name: string; stop(): Promise<void> | void };

const parts: Part[] = [];
let isStopping = false;
const deadlineMs = 10_000;

/** What must be stopped, in the reverse order of starting. */
export function onStop(name: string, stop: Part["stop"]): void {
  parts.push({ name, stop });
}

/**
 * Stops on SIGINT and SIGTERM: accepts nothing new, lets what is under way finish, and ends within ten seconds. A
 * second signal ends at once. Faults that nobody caught are logged and end the process the same way.
 */
export function stopOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(130);
      void stop(0);
    });
  }
  const crash = (error: unknown) => {
    // The database says goodbye to connections that we are about to close ourselves.
    if (isStopping && isGoodbye(error)) return;
    log.fatal({ err: error }, "stopping because of a fault that nobody caught");
    void stop(1);
  };
  process.on("uncaughtException", crash);
  process.on("unhandledRejection", crash);
}

export async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const late = setTimeout(() => {
    log.error({ waitingFor: parts.at(-1)?.name }, "not everything stopped in time");
    process.exit(code || 1);
  }, deadlineMs);
  late.unref();
  while (parts.length > 0) {
    const part = parts.at(-1);
    try {
      await part?.stop();
    } catch (error) {
      if (!isGoodbye(error)) log.warn({ err: error, part: part?.name }, "did not stop cleanly");
    }
    parts.pop();
  }
  process.exit(code);
}

/** 57P01: terminated by the administrator. */
function isGoodbye(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "57P01";
}

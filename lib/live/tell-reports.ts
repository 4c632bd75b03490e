import { reportsRoom } from "./rooms";
import type { LiveServer } from "./server";
import { onWake } from "./wake";

const mostEveryMs = 1_000;

/** Tells open reports that their figures have moved: at once, and then at most once a second. */
export function followReports(io: LiveServer): { stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  let toldAt = 0;
  const off = onWake("reports", () => {
    timer ??= setTimeout(
      () => {
        timer = null;
        toldAt = Date.now();
        io.local.to(reportsRoom).emit("reports");
      },
      Math.max(0, toldAt + mostEveryMs - Date.now()),
    );
  });
  return {
    stop() {
      off();
      if (timer) clearTimeout(timer);
    },
  };
}

import type { LiveServer } from "./server";
import { onWake } from "./wake";

/** Rings of this time are one push. */
const gatherMs = 250;

/** Tells browsers that somebody was erased, merged or parted; each asks again for whom it has on screen. */
export function followCustomers(io: LiveServer): { stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  const off = onWake("customers", () => {
    timer ??= setTimeout(() => {
      timer = null;
      io.local.emit("customers");
    }, gatherMs);
  });
  return {
    stop() {
      off();
      if (timer) clearTimeout(timer);
    },
  };
}

import type { LiveServer } from "./server";
import { onWake } from "./wake";

/** Rings of this time are one push. */
const gatherMs = 100;

/** Tells browsers that a shared view has come, changed or gone; each asks again for those that its person may use. */
export function followViews(io: LiveServer): { stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  const off = onWake("views", () => {
    timer ??= setTimeout(() => {
      timer = null;
      io.local.emit("views");
    }, gatherMs);
  });
  return {
    stop() {
      off();
      if (timer) clearTimeout(timer);
    },
  };
}

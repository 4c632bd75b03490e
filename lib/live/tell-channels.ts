import type { LiveServer } from "./server";
import { onWake } from "./wake";

/** Rings of this time are one push: an instance that is away takes all its channels down together. */
const gatherMs = 500;

/** Tells browsers that a channel has failed, or works again; each asks for those that its person may see. */
export function followChannels(io: LiveServer): { stop(): void } {
  let timer: NodeJS.Timeout | null = null;
  const off = onWake("channels", () => {
    timer ??= setTimeout(() => {
      timer = null;
      io.local.emit("channels");
    }, gatherMs);
  });
  return {
    stop() {
      off();
      if (timer) clearTimeout(timer);
    },
  };
}

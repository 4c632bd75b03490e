import type { Accept } from "@/lib/channels/channel";

/** Something of ours that reached a scripted customer. */
export type Heard = {
  /** Addresses and handles it went to, and the name of whom it answers. */
  to: string[];
  text: string;
  /** Writes back to where it came from. `id` is new for each answer. */
  answer(id: string, text: string): Promise<void>;
};

type Stage = { networks: Map<string, Accept>; hear: ((heard: Heard) => void) | null };

declare global {
  // Each bundle in the process has its own copy of this module; there is one stage.
  var avantStage: Stage | undefined;
}

/** Where the demo's channels, which know nothing of each other, meet the script. Lives in the worker's process. */
export function stage(): Stage {
  globalThis.avantStage ??= { networks: new Map(), hear: null };
  return globalThis.avantStage;
}

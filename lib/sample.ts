import * as seed from "@/db/seed/remove";
import { replayDemo } from "@/db/seed/replay";
import type { Actor } from "./access";
import { forgetEverybody } from "./agents/session";

/** Takes the sample brands away with all that hangs on them; see db/seed/remove.ts for what stays. */
export async function removeSample(actor: Actor): Promise<{ brands: number; conversations: number }> {
  const removed = await seed.removeSample(actor);
  forgetEverybody();
  return removed;
}

/** Plays the sample again from its first line; people, channels and sign-ins stay. */
export async function replaySample(actor: Actor): Promise<void> {
  await replayDemo(actor, new Date());
}

import * as seed from "@/db/seed/remove";
import type { Actor } from "./access";
import { forgetEverybody } from "./agents/session";

/** Takes the sample brands away with all that hangs on them; see db/seed/remove.ts for what stays. */
export async function removeSample(actor: Actor): Promise<{ brands: number; conversations: number }> {
  const removed = await seed.removeSample(actor);
  forgetEverybody();
  return removed;
}

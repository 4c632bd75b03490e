import type { ReactNode } from "react";
import type { ConversationView, ReplyWay } from "@/lib/conversations/types";
import type { Mode } from "./modes";
import type { Recipients } from "./use-draft";
import type { ChosenFile } from "./use-files";

/** What is about to leave, as the checks before it see it. */
export type Leaving = {
  view: ConversationView;
  mode: Mode;
  /** Null for a note. */
  way: ReplyWay | null;
  text: string;
  recipients: Recipients | null;
  files: readonly ChosenFile[];
};

/** Nothing leaves yet: what stands in the composer's place until the author has decided. */
export type Stop = { panel(answer: StopAnswer): ReactNode };

export type StopAnswer = {
  /** This check is content; the ones after it still run. */
  goOn(): void;
  /** Back to the words; nothing has left. */
  edit(): void;
  /** Other words instead of these, still unsent. */
  change(text: string): void;
};

/** One look at what is about to leave, in the order of a list; null lets it pass. */
export type BeforeSend = (leaving: Leaving) => Promise<Stop | null>;

export type Stopped = { stop: Stop; at: number };

/** The first of `checks`, from `from` on, that holds this back. */
export async function firstStop(
  checks: readonly BeforeSend[],
  leaving: Leaving,
  from: number,
): Promise<Stopped | null> {
  for (const [at, check] of checks.entries()) {
    if (at < from) continue;
    const stop = await check(leaving);
    if (stop) return { stop, at };
  }
  return null;
}

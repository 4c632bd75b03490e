"use client";

import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/app/_client/api";
import { held } from "@/app/_live/keys";
import { toast } from "@/app/_ui/toast";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Suggested } from "./use-suggestions";

export type Verdict = "same" | "two";

type Words = { same: string; two: string; undo: string };
const undoSeconds = 10;

/** Says yes or no to a suggestion, tells what became of it, and offers the way back on `z`. */
export async function decideSame(
  client: QueryClient,
  suggestion: Suggested,
  verdict: Verdict,
  words: Words,
): Promise<void> {
  const params = { id: suggestion.ownId };
  const body = { otherId: suggestion.other.id };
  await tellEventually(client, {
    ask: () =>
      verdict === "same"
        ? api("POST /customers/{id}/merge", { params, body })
        : api("POST /customers/{id}/tell-apart", { params, body }),
    said: words[verdict],
    undo: words.undo,
  });
}

/** Any act on who is who: does it, reads anew what it touched, and offers the undo. */
export async function tellEventually(
  client: QueryClient,
  act: { ask(): Promise<{ eventId: number }>; said: string; undo: string },
): Promise<boolean> {
  try {
    const { eventId } = await act.ask();
    renew(client);
    const back = () => {
      api("POST /customer-ties/undo", { body: { eventId } }).then(
        () => renew(client),
        (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
      );
    };
    offerUndo(back, undoSeconds);
    toast({
      tone: "done",
      text: act.said,
      seconds: undoSeconds,
      action: { label: act.undo, keys: "z", run: back },
    });
    return true;
  } catch (error) {
    toast({ tone: "failed", text: wordsOf(error) });
    renew(client);
    return false;
  }
}

/** Everything that shows who somebody is. */
export function renew(client: QueryClient): void {
  for (const queryKey of [
    ["suggestions"],
    ["customers"],
    ["customer"],
    ["signals"],
    held.conversations,
    held.lists,
  ])
    void client.invalidateQueries({ queryKey });
}

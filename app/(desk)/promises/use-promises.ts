"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useActed } from "@/app/(desk)/triage/acted";
import type { ConversationView } from "@/lib/conversations/types";
import { promiseKeys, promisesOf, undoPromise } from "./calls";

/** Everything promised to the person of a conversation; read again when its story goes on. */
export function usePromises(view: ConversationView) {
  return useQuery({
    queryKey: [...promiseKeys.of(view.row.id), newestOf(view)],
    queryFn: () => promisesOf(view.row.id),
    placeholderData: (before) => before,
  });
}

/** The newest thing in the story that has to do with promises, gestures, or a reply that left or did not. */
export function newestOf(view: ConversationView): string {
  const told = view.timeline.findLast(
    (item) => item.type === "event" && /^(commitment|gesture|conversation\.undone)/.test(item.event),
  );
  // A reply that leaves is no line of its own: its message changes.
  const left = view.timeline.flatMap((item) => (item.type === "message" ? (item.delivery?.state ?? []) : []));
  return [told?.id, ...left].join(" ");
}

/** Does something to a promise, says it, and offers the way back on `z`. */
export function useDeed(conversationId: string) {
  const acted = useActed();
  const client = useQueryClient();
  const renew = () => client.invalidateQueries({ queryKey: promiseKeys.all });
  return (input: {
    ask(): Promise<{ id?: string; eventId: number }>;
    said: string;
    /** The way back, where it is not the promise's own undo. */
    back?(): Promise<unknown>;
  }) => {
    const done: { id: string; eventId: number }[] = [];
    return acted({
      async ask() {
        const { id = "", eventId } = await input.ask().finally(renew);
        done.push({ id, eventId });
        return { eventId };
      },
      said: input.said,
      ids: [conversationId],
      async back() {
        const last = done.at(-1);
        if (input.back) await input.back();
        else if (last) await undoPromise(last.id, last.eventId);
        await renew();
      },
    });
  };
}

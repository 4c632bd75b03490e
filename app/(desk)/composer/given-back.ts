"use client";

import { useEffect, useRef } from "react";
import type { ConversationView, HeldView } from "@/lib/conversations/types";

/** Words to a third party that were sent and taken back. */
export type GivenBack = { to: string[]; subject: string; text: string; fileIds: string[] };

const kept = new Map<string, GivenBack>();
const takers = new Map<string, (words: GivenBack) => void>();

/** Hands words back to where they were written: at once, or as soon as that place is on screen again. */
export function giveBack(place: string, words: GivenBack): void {
  const take = takers.get(place);
  if (take) take(words);
  else kept.set(place, words);
}

export function useGivenBack(place: string, onWords: (words: GivenBack) => void): void {
  const current = useRef(onWords);
  current.current = onWords;
  useEffect(() => {
    const take = (words: GivenBack) => current.current(words);
    takers.set(place, take);
    const words = kept.get(place);
    kept.delete(place);
    if (words) take(words);
    return () => {
      if (takers.get(place) === take) takers.delete(place);
    };
  }, [place]);
}

/** Where a new talk about this conversation is begun; one that goes on is a place by its own id. */
export function forwardOf(conversationId: string): string {
  return `forward ${conversationId}`;
}

/** Where the reply of a conversation is written: words that are proposed go there. */
export function replyTo(conversationId: string): string {
  return `reply ${conversationId}`;
}

/** What was held for a colleague's yes and withdrawn: into its talk, or to the beginning of it when that is all there was. */
export function giveBackHeld(view: ConversationView, held: HeldView): void {
  const { sideThreadId, text, subject } = held;
  if (sideThreadId === null) return;
  const said = view.timeline.flatMap((item) => (item.type === "message" ? [item] : []));
  const goesOn = said.some((item) => item.sideThreadId === sideThreadId);
  // Its files are copies: what can be seen and chosen again are those of the conversation.
  const names = new Set(held.files.map((file) => file.name));
  const files = said.filter((item) => item.sideThreadId === null).flatMap((item) => item.files);
  giveBack(goesOn ? sideThreadId : forwardOf(view.row.id), {
    to: held.recipients.to,
    subject: subject ?? "",
    text,
    fileIds: files.filter((file) => names.has(file.name)).map((file) => file.id),
  });
}

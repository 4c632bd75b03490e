"use client";

import type { ListedRow } from "@/lib/conversations/types";

/** The dialogs about one conversation beside another, and what the bar of a selection can be asked to do. */
export type DialogName = "merge" | "link" | "split" | "restrict" | "block" | "wentPublic" | "privacy";
export type BulkAsk =
  | { do: "assign" | "team" | "snooze" | "tag" | "noReply" | "reply" | "merge" }
  | { do: "resolve" | "wait" | "spam" | "mine" }
  | { do: "pin"; pin: -1 | 0 | 1 };

type Asked = { dialog: { name: DialogName; row: ListedRow }; bulk: BulkAsk };

/** Asks for a dialog, or for an act on all that is selected. Both are drawn far from where a key is pressed. */
export function ask<Name extends keyof Asked>(name: Name, detail: Asked[Name]): void {
  document.dispatchEvent(new CustomEvent(`avant:${name}`, { detail }));
}

/** Hears what is asked for; answers with what stops it. */
export function onAsk<Name extends keyof Asked>(name: Name, hear: (asked: Asked[Name]) => void): () => void {
  const listen = (event: Event) => {
    if (event instanceof CustomEvent) hear(event.detail);
  };
  document.addEventListener(`avant:${name}`, listen);
  return () => document.removeEventListener(`avant:${name}`, listen);
}

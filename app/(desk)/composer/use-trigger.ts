"use client";

import { type KeyboardEvent, type RefObject, useRef, useState } from "react";
import { type Trigger, triggerAt } from "./trigger";
import type { ListOfField } from "./use-suggest";

export type Triggered = {
  /** The list that is asked for by what stands before the caret. */
  trigger: Trigger | null;
  /** The line of it that is meant, by its id. */
  active: string | undefined;
  list: ListOfField;
  setCaret(caret: number | null): void;
  /** True when the key was the list's. */
  onKey(event: KeyboardEvent): boolean;
  dismiss(): void;
};

/** Watches what stands before the caret for a sign that asks for a list. */
export function useTrigger(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  signs: readonly Trigger["sign"][],
): Triggered {
  const [caret, setCaret] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const [active, setActive] = useState<string | undefined>(undefined);
  const keys = useRef<((event: KeyboardEvent) => boolean) | null>(null);
  const found = caret === null ? null : triggerAt(text, caret, signs);
  const trigger = found && found.from !== dismissed ? found : null;
  if (dismissed !== null && found === null && caret !== null) setDismissed(null);

  return {
    trigger,
    active,
    list: { anchor: field.current, keys, onActive: setActive },
    setCaret,
    onKey(event) {
      if (!trigger) return false;
      if (event.key === "Escape") {
        setDismissed(trigger.from);
        return true;
      }
      return keys.current?.(event) ?? false;
    },
    dismiss: () => setDismissed(found?.from ?? null),
  };
}

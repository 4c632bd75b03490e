"use client";

import { type KeyboardEvent, type RefObject, useEffect, useState } from "react";

/** What a list is given by the field that it belongs to: keys go to the list first, and it says which line is meant. */
export type ListOfField = {
  anchor: Element | null;
  keys: RefObject<((event: KeyboardEvent) => boolean) | null>;
  onActive(id: string | undefined): void;
};

/** Which line of a list is meant, by arrows or pointer; Enter or Tab take it. `isAsking`: Enter belongs to the text until a line was chosen. */
export function useSuggest({
  list,
  id,
  count,
  isAsking,
  onPick,
}: {
  list: ListOfField;
  id: string;
  count: number;
  isAsking: boolean;
  onPick(at: number): void;
}): { at: number; setAt(at: number): void } {
  const [at, setAt] = useState(0);
  const [hasMoved, setMoved] = useState(false);
  const here = Math.max(0, Math.min(at, count - 1));
  const { keys, onActive } = list;

  useEffect(() => {
    keys.current = (event) => {
      if (count === 0) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        setAt((here + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
        setMoved(true);
        return true;
      }
      const takes = (event.key === "Enter" && (!isAsking || hasMoved)) || event.key === "Tab";
      if (!takes || event.ctrlKey || event.metaKey || event.shiftKey) return false;
      onPick(here);
      return true;
    };
    return () => {
      keys.current = null;
    };
  });
  useEffect(() => {
    onActive(count > 0 ? `${id}-${here}` : undefined);
    return () => onActive(undefined);
  }, [onActive, id, count, here]);

  return { at: here, setAt };
}

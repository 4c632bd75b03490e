"use client";

import { useRef } from "react";

/** Which saved replies the words were made from, and whether they are still as they were put in. */
export function useUsed() {
  const used = useRef(new Map<string, string>());
  return {
    add(id: string, text: string) {
      used.current.set(id, text);
    },
    of(text: string): Array<{ id: string; isEdited: boolean }> {
      const words = text.trim();
      return [...used.current].map(([id, put]) => ({ id, isEdited: words !== put.trim() }));
    },
    clear() {
      used.current.clear();
    },
  };
}

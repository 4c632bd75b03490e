"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { VirtualizerHandle } from "virtua";
import { setFocusRow } from "@/app/(desk)/triage/order";
import type { ListedRow } from "@/lib/conversations/types";
import type { Entry } from "./bands";

type Wish = { number: number; withFocus: boolean; align: "nearest" | "center" };

/**
 * The focus in a list of which only what is in sight is drawn: the row that has it stays drawn, and when that row
 * leaves, the one that takes its place gets it. `show` brings a row into sight as soon as it is in the list.
 */
export function useListFocus({
  scroller,
  virtual,
  entries,
}: {
  scroller: RefObject<HTMLElement | null>;
  virtual: RefObject<VirtualizerHandle | null>;
  entries: ReadonlyArray<Entry<ListedRow>>;
}) {
  const [focused, setFocused] = useState<number | null>(null);
  const at = useRef(entries);
  at.current = entries;
  const place = useRef<{ number: number; index: number } | null>(null);
  const wish = useRef<Wish | null>(null);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    function onFocusIn(event: FocusEvent) {
      const number = numberAt(event.target);
      place.current = number === null ? null : { number, index: indexOf(at.current, number) };
      setFocused(number);
    }
    function onFocusOut({ target, relatedTarget }: FocusEvent) {
      // A row that was taken away loses the focus too, and must hand it on; only who goes elsewhere leaves it.
      const goes = relatedTarget instanceof Node && !element?.contains(relatedTarget);
      const stands = target instanceof Node && target.isConnected && relatedTarget === null;
      if (!goes && !stands) return;
      place.current = null;
      setFocused(null);
    }
    element.addEventListener("focusin", onFocusIn);
    element.addEventListener("focusout", onFocusOut);
    return () => {
      element.removeEventListener("focusin", onFocusIn);
      element.removeEventListener("focusout", onFocusOut);
    };
  }, [scroller]);

  function show(next: Wish) {
    const index = indexOf(at.current, next.number);
    wish.current = index < 0 ? next : null;
    if (index < 0) return;
    virtual.current?.scrollToIndex(index, { align: next.align });
    if (!next.withFocus) return;
    const row = rowElement(scroller.current, next.number);
    if (row) row.focus({ preventScroll: true });
    // Not drawn yet: it is once the list has scrolled.
    else
      requestAnimationFrame(() =>
        requestAnimationFrame(() =>
          rowElement(scroller.current, next.number)?.focus({ preventScroll: true }),
        ),
      );
  }

  const current = useRef(show);
  current.current = show;
  useEffect(() => {
    setFocusRow((number) => current.current({ number, withFocus: true, align: "nearest" }));
    return () => setFocusRow(() => {});
  }, []);

  useLayoutEffect(() => {
    if (wish.current && indexOf(entries, wish.current.number) >= 0) current.current(wish.current);
    const had = place.current;
    if (!had) return;
    const index = indexOf(entries, had.number);
    if (index >= 0) {
      had.index = index;
      return;
    }
    if (document.activeElement !== document.body && document.activeElement !== null) return;
    const heir = entries.slice(had.index).find(isRow) ?? entries.slice(0, had.index).findLast(isRow);
    place.current = null;
    if (heir) current.current({ number: heir.row.number, withFocus: true, align: "nearest" });
    else setFocused(null);
  }, [entries]);

  return { focused, show };
}

function isRow(entry: Entry<ListedRow>): entry is Extract<Entry<ListedRow>, { type: "row" }> {
  return entry.type === "row";
}

export function indexOf(entries: ReadonlyArray<Entry<ListedRow>>, number: number): number {
  return entries.findIndex((entry) => entry.type === "row" && entry.row.number === number);
}

function numberAt(target: EventTarget | null): number | null {
  const row = target instanceof Element ? target.closest("[data-line]") : null;
  const number = Number(row?.getAttribute("data-line"));
  return row && Number.isSafeInteger(number) ? number : null;
}

function rowElement(scroller: HTMLElement | null, number: number): HTMLElement | null {
  return scroller?.querySelector<HTMLElement>(`[data-row="${number}"]`) ?? null;
}

"use client";

import { type RefObject, type UIEvent, useEffect, useLayoutEffect, useRef } from "react";

/** Where somebody stood in conversations they have left, for when they come back; the last hundred. */
const left = new Map<string, number>();
const LEFT_AT_MOST = 100;

/**
 * A timeline opens at its end, or where its reader left it, before it is painted. Later it follows only somebody who
 * stands at the end; what is put before the first words moves nothing.
 */
export function useTimelineScroll(
  id: string,
  first: string | undefined,
  last: string | undefined,
): { scroller: RefObject<HTMLDivElement | null>; onScroll(event: UIEvent<HTMLElement>): void } {
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(!left.has(id));
  const height = useRef(0);
  const before = useRef(first);

  useLayoutEffect(() => {
    const top = left.get(id);
    if (scroller.current && top !== undefined) scroller.current.scrollTop = top;
  }, [id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last item is what moves the end.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }, [last]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grown = element.scrollHeight - height.current;
    // At the very top the browser does not hold on to what is in sight by itself.
    if (before.current !== first && !atEnd.current && element.scrollTop < 1) element.scrollTop += grown;
    before.current = first;
    height.current = element.scrollHeight;
  });

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight;
    });
    // Both: the window may give less room, and pictures or another width make the words longer.
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return {
    scroller,
    onScroll({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) {
      atEnd.current = scrollHeight - scrollTop - clientHeight < 40;
      left.delete(id);
      if (atEnd.current) return;
      left.set(id, scrollTop);
      const [oldest] = left.keys();
      if (left.size > LEFT_AT_MOST && oldest !== undefined) left.delete(oldest);
    },
  };
}

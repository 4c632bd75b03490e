"use client";

import { type RefObject, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** What lies between the margins of an upright A4, in px. */
const PAPER_PX = 700;

/**
 * How wide a chart may be, in px; what the server draws is scaled until the browser has measured. Wider than paper it is
 * drawn anew before it is printed: made smaller with the picture, its words could not be read.
 */
export function useWidth(box: RefObject<HTMLElement | null>, drawn: number): number {
  const [width, setWidth] = useState(drawn);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const now = Math.floor(element.clientWidth);
      if (now > 0) setWidth(now);
    };
    // The paper is laid out right after the event.
    const narrow = () => flushSync(() => setWidth((now) => Math.min(now, PAPER_PX)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    addEventListener("beforeprint", narrow);
    addEventListener("afterprint", measure);
    return () => {
      observer.disconnect();
      removeEventListener("beforeprint", narrow);
      removeEventListener("afterprint", measure);
    };
  }, [box]);
  return width;
}

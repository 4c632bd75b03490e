"use client";

import { type RefObject, useLayoutEffect, useState } from "react";

/** How wide a chart may be, in px; what the server draws is scaled until the browser has measured. */
export function useWidth(box: RefObject<HTMLElement | null>, drawn: number): number {
  const [width, setWidth] = useState(drawn);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const now = Math.floor(element.clientWidth);
      if (now > 0) setWidth(now);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}

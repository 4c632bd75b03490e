"use client";

import { type RefObject, useEffect } from "react";

const stillPx = 10;

/** A press that ends beside its row, because the list has moved under it meanwhile, opens that row all the same. */
export function usePressed(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let row: HTMLElement | null = null;
    let at = { x: 0, y: 0 };
    function press({ target, clientX, clientY }: PointerEvent) {
      at = { x: clientX, y: clientY };
      row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
    }
    function click({ target, ctrlKey, metaKey, clientX, clientY }: MouseEvent) {
      const pressed = row;
      row = null;
      if (ctrlKey || metaKey || !(target instanceof Element) || target.closest("[data-line]")) return;
      // Whoever draws the pointer away from a row has thought better of it.
      if (Math.hypot(clientX - at.x, clientY - at.y) <= stillPx) pressed?.click();
    }
    element.addEventListener("pointerdown", press);
    element.addEventListener("click", click);
    return () => {
      element.removeEventListener("pointerdown", press);
      element.removeEventListener("click", click);
    };
  }, [scroller]);
}

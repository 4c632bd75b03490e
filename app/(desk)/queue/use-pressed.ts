"use client";

import { type RefObject, useEffect } from "react";

/** A press that ends beside its row, because the list has moved under it meanwhile, opens that row all the same. */
export function usePressed(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let row: HTMLElement | null = null;
    function press({ target }: Event) {
      row = target instanceof Element ? target.closest<HTMLElement>("[data-row]") : null;
    }
    function click({ target, ctrlKey, metaKey }: MouseEvent) {
      const pressed = row;
      row = null;
      if (ctrlKey || metaKey || !(target instanceof Element) || target.closest("[data-line]")) return;
      pressed?.click();
    }
    element.addEventListener("pointerdown", press);
    element.addEventListener("click", click);
    return () => {
      element.removeEventListener("pointerdown", press);
      element.removeEventListener("click", click);
    };
  }, [scroller]);
}

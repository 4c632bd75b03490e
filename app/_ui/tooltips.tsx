"use client";

import { useEffect, useRef } from "react";
import { keyLabel } from "./key-cap";

/**
 * One tooltip for the whole page, in the top layer so that no scrolling zone clips it: whatever carries `data-tip`
 * shows its words, and the key from `data-tip-keys`, on hover and on keyboard focus.
 */
export function Tooltips() {
  const tip = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const bubble = tip.current;
    if (!bubble) return;
    let timer: ReturnType<typeof setTimeout> | undefined;

    function hide() {
      clearTimeout(timer);
      if (bubble?.matches(":popover-open")) bubble.hidePopover();
    }

    function show(target: Element) {
      if (!bubble || !target.isConnected) return;
      // A label that can be read needs no tooltip; the rail has some that narrow screens hide.
      const label = target.querySelector("[data-tip-label]");
      if (label && label.getBoundingClientRect().width > 1) return;
      bubble.textContent = target.getAttribute("data-tip");
      const keys = target.getAttribute("data-tip-keys");
      if (keys) {
        const cap = document.createElement("kbd");
        cap.textContent = keyLabel(keys);
        cap.className = "type-key rounded-key border border-current/40 px-1 font-sans";
        bubble.append(cap);
      }
      bubble.showPopover();
      place(bubble, target.getBoundingClientRect());
    }

    function onOver(event: Event) {
      const target = event.target instanceof Element ? event.target.closest("[data-tip]") : null;
      hide();
      if (!target) return;
      if (event.type === "focusin" && !target.matches(":focus-visible")) return;
      timer = setTimeout(() => show(target), event.type === "focusin" ? 120 : 450);
    }

    document.addEventListener("pointerover", onOver);
    document.addEventListener("focusin", onOver);
    document.addEventListener("focusout", hide);
    document.addEventListener("pointerdown", hide);
    document.addEventListener("keydown", hide);
    document.addEventListener("scroll", hide, true);
    return () => {
      hide();
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", onOver);
      document.removeEventListener("focusout", hide);
      document.removeEventListener("pointerdown", hide);
      document.removeEventListener("keydown", hide);
      document.removeEventListener("scroll", hide, true);
    };
  }, []);

  return (
    <div
      ref={tip}
      popover="manual"
      aria-hidden
      className="type-meta pointer-events-none fixed items-center gap-2 rounded-control bg-ink px-2 py-1 text-canvas shadow-float open:flex"
    />
  );
}

function place(bubble: HTMLElement, anchor: DOMRect) {
  const { width, height } = bubble.getBoundingClientRect();
  const left = Math.min(Math.max(4, anchor.left + anchor.width / 2 - width / 2), innerWidth - width - 4);
  const below = anchor.bottom + 6;
  const top = below + height > innerHeight ? anchor.top - height - 6 : below;
  bubble.style.left = `${left}px`;
  bubble.style.top = `${top}px`;
}

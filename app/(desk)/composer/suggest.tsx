"use client";

import { type ReactNode, useEffect, useRef } from "react";

export type Suggestion = { id: string; label: string; lead?: ReactNode; aside?: ReactNode };

/**
 * A list above what is being written, whose choice follows the keys while focus stays with the words. The field says
 * with `aria-activedescendant` which line is meant; `preview` shows what it would put there.
 */
export function Suggest({
  anchor,
  id,
  label,
  items,
  at,
  empty,
  preview,
  foot,
  onMove,
  onPick,
}: {
  anchor: Element | null;
  id: string;
  label: string;
  items: readonly Suggestion[];
  at: number;
  empty: string;
  preview: ReactNode;
  foot: ReactNode;
  onMove(at: number): void;
  onPick(id: string): void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const count = items.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a list of another length has another height.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    if (!element.matches(":popover-open")) element.showPopover();
    place(element, anchor);
  }, [anchor, count]);

  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, []);

  return (
    <div
      ref={box}
      popover="manual"
      onPointerDown={(event) => event.preventDefault()}
      className="fixed m-0 flex max-w-[calc(100vw-16px)] overflow-hidden rounded-card bg-surface p-0 shadow-float"
    >
      <div className="flex w-72 min-w-0 flex-col p-1">
        <div id={id} role="listbox" aria-label={label} className="scrolls max-h-64">
          {items.map((item, index) => (
            <div
              key={item.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerMove={() => onMove(index)}
              onClick={() => onPick(item.id)}
              onKeyDown={() => {}}
              className={`flex h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 max-desk:h-11 ${
                index === at ? "bg-accent-soft" : ""
              }`}
            >
              {item.lead}
              <span className="truncate">{item.label}</span>
              <span className="ml-auto shrink-0 text-ink-3 type-meta">{item.aside}</span>
            </div>
          ))}
        </div>
        {count === 0 ? <p className="px-2.5 py-2 text-ink-3">{empty}</p> : null}
        {foot ? <div className="mt-1 border-line border-t pt-1">{foot}</div> : null}
      </div>
      {preview ? (
        <div className="scrolls max-h-72 w-80 border-line border-l bg-canvas p-3 max-desk:hidden">
          {preview}
        </div>
      ) : null}
    </div>
  );
}

/** Above the frame where there is room, else below the words: neither they nor who reads them are covered. */
function place(element: HTMLElement, anchor: Element | null) {
  const from = (anchor?.closest("section") ?? anchor)?.getBoundingClientRect();
  if (!from) return;
  const { width, height } = element.getBoundingClientRect();
  const above = from.top - height - 8;
  element.style.left = `${Math.max(8, Math.min(from.left, innerWidth - width - 8))}px`;
  element.style.top = `${above >= 8 ? above : Math.min(from.bottom + 4, innerHeight - height - 8)}px`;
}

"use client";

import { Check, type LucideIcon } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Icon } from "./icon";
import { KeyCap } from "./key-cap";
import { typedKey } from "./typed-key";

export type MenuItem = {
  id: string;
  label: string;
  aside?: string | undefined;
  icon?: LucideIcon;
  lead?: ReactNode;
  keys?: string;
  chosen?: boolean;
  tone?: "plain" | "now";
};

/**
 * A short list beside the thing that asked for it, in the top layer: arrows or typing to choose, Enter to take,
 * Escape or a click elsewhere to leave. With `placeholder` it starts with a field that narrows the list; with
 * `create` a text that matches nothing becomes a choice of its own, where it can be one.
 */
export function Menu({
  anchor,
  label,
  items,
  placeholder,
  create,
  empty,
  onPick,
  onClose,
}: {
  anchor: Element | null;
  label: string;
  items: MenuItem[];
  placeholder?: string;
  create?: (text: string) => MenuItem | null;
  empty?: string;
  onPick(id: string): void;
  onClose(): void;
}) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const found = narrow(items, text);
  const wanted = text.trim();
  if (create && wanted && !found.some((item) => item.label.toLowerCase() === wanted.toLowerCase())) {
    const made = create(wanted);
    if (made) found.push(made);
  }
  const here = Math.min(at, found.length - 1);

  // Before the element is taken away: one that has gone gives no focus back.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = document.activeElement;
    element.showPopover();
    place(element, anchor);
    element.querySelector<HTMLElement>("[data-first]")?.focus();
    return () => {
      if (before instanceof HTMLElement && element.contains(document.activeElement)) before.focus();
    };
  }, [anchor]);

  useEffect(() => {
    document.getElementById(`${id}-${here}`)?.scrollIntoView({ block: "nearest" });
  }, [id, here]);

  function onKeyDown(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((here + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      const item = found[here];
      if (item) onPick(item.id);
    } else if (event.key === "Escape") {
      event.preventDefault();
      onClose();
    } else if (!placeholder && (event.key === "Home" || event.key === "End")) {
      event.preventDefault();
      setAt(event.key === "Home" ? 0 : found.length - 1);
    } else if (!placeholder) {
      const key = typedKey(event.nativeEvent);
      const item = key && items.find((candidate) => candidate.keys === key);
      if (item) onPick(item.id);
    }
    event.stopPropagation();
  }

  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={label}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      onKeyDown={onKeyDown}
      className="opens fixed w-72 overflow-hidden rounded-card bg-surface p-1 shadow-float"
    >
      {placeholder ? (
        <input
          data-first
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          placeholder={placeholder}
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[here] ? `${id}-${here}` : undefined}
          className="mb-1 h-8 w-full rounded-control border border-line bg-canvas px-2 outline-offset-[-2px] type-row"
        />
      ) : null}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-activedescendant={found[here] ? `${id}-${here}` : undefined}
        tabIndex={placeholder ? -1 : 0}
        data-first={placeholder ? undefined : ""}
        className="scrolls max-h-[min(27rem,60dvh)] outline-none"
      >
        {found.map((item, index) => (
          <div
            key={item.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === here}
            onPointerMove={() => setAt(index)}
            onClick={() => onPick(item.id)}
            onKeyDown={() => {}}
            className={`flex h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 max-desk:h-11 ${
              index === here ? "bg-accent-soft" : ""
            } ${item.tone === "now" ? "text-now" : ""}`}
          >
            {item.lead ?? (item.icon ? <Icon of={item.icon} /> : null)}
            <span className="truncate">{item.label}</span>
            {item.aside ? <span className="truncate text-ink-3 type-meta">{item.aside}</span> : null}
            <span className="ml-auto flex items-center gap-1">
              {item.chosen ? <Icon of={Check} size={14} className="text-accent" /> : null}
              {item.keys ? <KeyCap keys={item.keys} /> : null}
            </span>
          </div>
        ))}
        {found.length === 0 && empty ? <p className="px-2.5 py-2 text-ink-3">{empty}</p> : null}
      </div>
    </div>
  );
}

function narrow(items: MenuItem[], text: string): MenuItem[] {
  const wanted = plain(text);
  return items.filter((item) => plain(item.label).includes(wanted));
}

/** "Inès" is found by "ines". */
function plain(text: string): string {
  return text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function place(element: HTMLElement, anchor: Element | null) {
  const { width, height } = element.getBoundingClientRect();
  const from = anchor?.getBoundingClientRect();
  const left = from ? from.left : (innerWidth - width) / 2;
  const below = from ? from.bottom + 4 : innerHeight / 4;
  const top = below + height > innerHeight - 8 ? (from ? from.top : innerHeight) - height - 4 : below;
  element.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  element.style.top = `${Math.max(8, top)}px`;
}

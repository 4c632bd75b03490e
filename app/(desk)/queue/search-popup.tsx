"use client";

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useImperativeHandle, useState } from "react";
import { useTranslations } from "use-intl";
import { getSuggestions, suggestCustomers } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import type { ViewName } from "@/lib/conversations/types";
import { parseFilter } from "@/lib/filter/parse";
import { recentSearches } from "./recent-searches";
import { placeOfCaret, type Suggestion, suggestionsFor } from "./search-suggestions";
import { useReader } from "./use-reader";

/** What the field asks of the list below it; each answers whether there was something to do. */
export type Suggesting = { move(step: 1 | -1): void; complete(): boolean; take(): boolean };

const A_MINUTE_MS = 60_000;

/** What could stand here, while somebody types: keys, then values with figures, what was looked for before, and where to look. */
export function SearchPopup({
  id,
  text,
  caret,
  view,
  handle,
  onActive,
  onChange,
  onSubmit,
}: {
  id: string;
  text: string;
  caret: number;
  view: ViewName;
  handle: RefObject<Suggesting | null>;
  onActive(id: string | undefined): void;
  onChange(text: string, caret: number): void;
  onSubmit(text: string, scope?: "everywhere" | "here"): void;
}) {
  const t = useTranslations("queue.filter");
  const names = useTranslations("desk.views");
  const desk = useDesk();
  const reader = useReader();
  const place = placeOfCaret(text, caret);
  const { data: figures } = useQuery({
    queryKey: ["suggestions"],
    queryFn: getSuggestions,
    staleTime: A_MINUTE_MS,
  });
  const person = place.key === "from" || place.key === null ? place.typed : "";
  const asked = useLater(person.trim());
  const { data: customers = [] } = useQuery({
    queryKey: ["suggestions", "customers", asked],
    enabled: asked.length > 1 && !asked.startsWith("#"),
    queryFn: ({ signal }) => suggestCustomers(asked, signal),
    placeholderData: (before) => before,
    staleTime: A_MINUTE_MS,
  });

  const found = suggestionsFor(place, {
    reader,
    figures,
    customers: asked === "" ? [] : customers,
    t,
    tags: desk.tags,
  });
  const hasWords = parseFilter(text).text.length > 0;
  const recent = text.trim() === "" ? recentSearches() : [];
  const items: Suggestion[] = [
    ...(hasWords && view !== "all"
      ? [
          {
            id: "everywhere",
            group: "look" as const,
            label: t("searchEverywhere", { text: text.trim() }),
            run: () => onSubmit(text, "everywhere"),
          },
          {
            id: "here",
            group: "look" as const,
            label: t("searchHere", { view: names(view) }),
            run: () => onSubmit(text, "here"),
          },
        ]
      : []),
    ...recent.map((q) => ({ id: `recent ${q}`, group: "recent" as const, label: q, run: () => onSubmit(q) })),
    ...found,
  ];

  const [chosen, choose] = useState<{ text: string; at: number } | null>(null);
  // Behind a key the first value is as good as typed; elsewhere Enter goes with what stands in the field.
  const isMeant =
    place.key !== null && place.typed !== "" && found.length > 0 && found[0]?.value !== place.typed;
  const at =
    chosen?.text === text
      ? Math.min(chosen.at, items.length - 1)
      : isMeant
        ? items.length - found.length
        : -1;
  const activeId = at >= 0 ? `${id}-${at}` : undefined;
  useEffect(() => onActive(activeId), [activeId, onActive]);

  function pick(item: Suggestion | undefined): boolean {
    if (!item) return false;
    if (item.run) item.run();
    else if (item.insert !== undefined) {
      const next = `${text.slice(0, place.from)}${item.insert}${text.slice(place.to)}`;
      onChange(next, place.from + item.insert.length);
    }
    return true;
  }

  useImperativeHandle(handle, () => ({
    move: (step) =>
      choose({
        text,
        at: (at + step + items.length + (at < 0 && step < 0 ? 1 : 0)) % Math.max(1, items.length),
      }),
    complete: () => pick(items[at] ?? found[0]),
    take: () => pick(items[at]),
  }));

  if (items.length === 0) return null;
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("suggestions")}
      className="scrolls opens absolute inset-x-3 top-full z-30 -mt-1 max-h-96 rounded-card bg-surface p-1 shadow-float"
    >
      {items.map((item, index) => (
        <div key={item.id}>
          {item.group !== items[index - 1]?.group ? (
            <p role="presentation" className="px-2.5 pt-1.5 pb-0.5 text-ink-3 type-meta">
              {t(`groups.${item.group}`)}
            </p>
          ) : null}
          <div
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            ref={index === at ? intoSight : undefined}
            // The field keeps the focus.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(item)}
            onKeyDown={() => {}}
            className={`flex h-8 cursor-pointer items-center gap-2.5 rounded-control px-2.5 max-desk:h-11 ${
              index === at ? "bg-accent-soft" : "hover:bg-hover"
            }`}
          >
            <span className={item.group === "keys" ? "font-medium" : "truncate"} dir="auto">
              {item.label}
            </span>
            {item.aside ? <span className="truncate text-ink-3 type-meta">{item.aside}</span> : null}
            {item.count === undefined ? null : <span className="ml-auto pl-2 text-ink-3">{item.count}</span>}
          </div>
        </div>
      ))}
      {place.key === null ? (
        <p role="presentation" className="px-2.5 pt-1.5 pb-1 text-ink-3 type-meta">
          {t("signs")}
        </p>
      ) : null}
    </div>
  );
}

function intoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}

/** A text once it has stood still for a moment. */
function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), 120);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}

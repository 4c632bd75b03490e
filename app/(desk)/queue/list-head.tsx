"use client";

import { useQuery } from "@tanstack/react-query";
import { Search, X } from "lucide-react";
import { type RefObject, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { getCounts } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { useGo, usePlace } from "@/app/(desk)/place";
import { useTriage } from "@/app/(desk)/triage/actions";
import { sorts, viewNames } from "@/lib/conversations/types";

/** What list this is and how many are on it, its order, the words that narrow it, and the next one to take. */
export function ListHead({
  searching,
  field,
  onSearch,
}: {
  searching: boolean;
  field: RefObject<HTMLInputElement | null>;
  onSearch(open: boolean): void;
}) {
  const t = useTranslations("queue");
  const names = useTranslations("desk.views");
  const { me, counts: drawn, views } = useDesk();
  const place = usePlace();
  const go = useGo();
  const triage = useTriage();
  const keyOf = useKeyOf();
  const { data: counts } = useQuery({ queryKey: held.counts, queryFn: getCounts, initialData: drawn });
  const count = place.view in counts ? counts[place.view as keyof typeof counts] : null;
  const saved = views.find((view) => view.query === place.q);
  const hasSort = place.view === "queue" || place.view === "mine" || place.view === "team";

  return (
    <header className="flex flex-col">
      <div className="flex h-12 items-center gap-2 pr-3 pl-4 max-desk:h-14">
        <h1 className="truncate type-zone max-desk:sr-only">{saved?.name ?? names(place.view)}</h1>
        <select
          aria-label={t("view")}
          value={place.view}
          onChange={(event) =>
            go({ view: viewNames.find((view) => view === event.target.value) ?? "queue", q: "" })
          }
          className="h-11 rounded-control bg-canvas type-zone [field-sizing:content] desk:hidden"
        >
          {viewNames.map((view) => (
            <option key={view} value={view}>
              {names(view)}
            </option>
          ))}
        </select>
        {count === null || saved ? null : <span className="text-ink-3 type-field">{count}</span>}
        <span className="ml-auto flex items-center gap-2">
          <span className="desk:hidden">
            <IconButton icon={Search} label={t("search")} size={20} onClick={() => onSearch(true)} />
          </span>
          {hasSort ? (
            <select
              aria-label={t("sort.label")}
              value={place.sort}
              onChange={(event) => go({ sort: sorts.find((sort) => sort === event.target.value) ?? "due" })}
              className="h-7 rounded-control border border-line bg-canvas px-1.5 text-ink-2 type-row [field-sizing:content] max-desk:hidden"
            >
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {t(`sort.${sort}`)}
                </option>
              ))}
            </select>
          ) : null}
          {me.canTriage ? (
            <span className="max-desk:hidden">
              <Button look="accent" keys={keyOf("takeNext")} onClick={triage.takeNext}>
                {t("takeNext")}
              </Button>
            </span>
          ) : null}
        </span>
      </div>
      {searching || place.q ? (
        <SearchField key={place.q} field={field} onClose={() => onSearch(false)} />
      ) : null}
    </header>
  );
}

function SearchField({ field, onClose }: { field: RefObject<HTMLInputElement | null>; onClose(): void }) {
  const t = useTranslations("queue");
  const place = usePlace();
  const go = useGo();
  const [text, setText] = useState(place.q);

  useEffect(() => field.current?.focus(), [field]);

  return (
    <search className="flex items-center gap-2 px-3 pb-2">
      <span className="relative flex flex-1 items-center">
        <Icon of={Search} size={15} className="pointer-events-none absolute left-2.5 text-ink-3" />
        <input
          ref={field}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") go({ q: text.trim() });
            if (event.key !== "Escape") return;
            event.preventDefault();
            if (place.q) go({ q: "" });
            onClose();
          }}
          aria-label={t("searchLabel")}
          placeholder={t("searchHint")}
          className="h-8 w-full rounded-control border border-line-strong bg-surface pr-2 pl-8 type-row"
        />
      </span>
      <IconButton
        icon={X}
        label={t("closeSearch")}
        onClick={() => {
          if (place.q) go({ q: "" });
          onClose();
        }}
      />
    </search>
  );
}

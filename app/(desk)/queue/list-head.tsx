"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type RefObject, Suspense } from "react";
import { useTranslations } from "use-intl";
import { shownAs } from "@/app/_live/fits";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { useDesk } from "@/app/(desk)/desk";
import { getCounts } from "@/app/(desk)/first-calls";
import { useGo, useWhere } from "@/app/(desk)/place";
import { useTriage } from "@/app/(desk)/triage/actions";
import { useViews } from "@/app/(desk)/views/use-views";
import { sorts, viewNames } from "@/lib/conversations/types";

const SearchField = lazy(async () => ({ default: (await import("./search-field")).SearchField }));
const Bell = lazy(async () => ({ default: (await import("@/app/(desk)/bell/bell")).Bell }));

/** On a phone, which has no rail, the pages beside the queue are chosen like a view. */
const pages = ["customers", "signals", "promises", "reports"] as const;

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
  const desk = useTranslations("desk");
  const router = useRouter();
  const { me, counts: drawn } = useDesk();
  const { views, counts: viewCounts } = useViews();
  const place = useWhere();
  const go = useGo();
  const triage = useTriage();
  const keyOf = useKeyOf();
  const { data: counts } = useQuery({ queryKey: held.counts, queryFn: getCounts, initialData: drawn });
  const saved = place.q === "" ? undefined : views.find((view) => view.query === place.q);
  const count = saved
    ? (viewCounts[saved.id] ?? null)
    : place.q === "" && place.view in counts
      ? counts[place.view as keyof typeof counts]
      : null;
  const as = shownAs(place);
  const hasSort = as === "queue" || as === "mine" || as === "team";

  return (
    <header className="flex flex-col">
      <div className="flex h-12 items-center gap-2 pr-3 pl-4 max-desk:h-14">
        <h1 className="truncate type-zone max-desk:sr-only">{saved?.name ?? names(place.view)}</h1>
        <select
          aria-label={t("view")}
          value={place.view}
          onChange={(event) => {
            const page = pages.find((one) => one === event.target.value);
            if (page) router.push(`/${page}`);
            else go({ view: viewNames.find((view) => view === event.target.value) ?? "queue", q: "" });
          }}
          className="h-11 rounded-control bg-canvas type-zone [field-sizing:content] desk:hidden"
        >
          {viewNames.map((view) => (
            <option key={view} value={view}>
              {names(view)}
            </option>
          ))}
          <optgroup label={desk("otherPages")}>
            {pages
              .filter((page) => page !== "reports" || me.canSeeReports || me.canReply)
              .map((page) => (
                <option key={page} value={page}>
                  {desk(page)}
                </option>
              ))}
          </optgroup>
        </select>
        {count === null ? null : <span className="text-ink-3 type-field">{count}</span>}
        <span className="ml-auto flex items-center gap-2">
          <span className="flex items-center desk:hidden">
            <Suspense fallback={<span className="size-11" />}>
              <Bell />
            </Suspense>
            <IconButton icon={Search} label={t("search")} size={20} onClick={() => onSearch(true)} />
          </span>
          {hasSort ? (
            <select
              aria-label={t("sort.label")}
              value={place.sort}
              onChange={(event) => go({ sort: sorts.find((sort) => sort === event.target.value) ?? "left" })}
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
      {searching || place.q || place.view === "all" ? (
        <Suspense fallback={<div className="h-10" />}>
          <SearchField
            key={`${place.view} ${place.q}`}
            field={field}
            isAsked={searching}
            saved={saved !== undefined}
            onClose={() => onSearch(false)}
          />
        </Suspense>
      ) : null}
    </header>
  );
}

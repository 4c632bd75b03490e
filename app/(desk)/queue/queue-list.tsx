"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ArrowUp } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useMemo, useReducer, useRef, useState } from "react";
import { useTimeZone, useTranslations } from "use-intl";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import { held } from "@/app/_live/keys";
import type { LoadedList } from "@/app/_live/lists";
import { Icon } from "@/app/_ui/icon";
import { KeyCap } from "@/app/_ui/key-cap";
import { useNow } from "@/app/_ui/now";
import { getConversation, getList } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { useGo, usePlace } from "@/app/(desk)/place";
import { placeHref } from "@/app/(desk)/place-of";
import { useTriage } from "@/app/(desk)/triage/actions";
import { isBack, isReturning, neighbour, sentAwayRows, setShownRows } from "@/app/(desk)/triage/order";
import type { ListedRow, QueuePage } from "@/lib/conversations/types";
import { type Band, bandOf, type Entry, withHeadings } from "./bands";
import { narrow } from "./narrow";
import { Row } from "./row";
import { settle } from "./settle";

const EmptyList = lazy(async () => ({ default: (await import("./empty-list")).EmptyList }));

/** The list of work. Its rows never move under the pointer or at the open row: see settle.ts. */
export function QueueList({ first }: { first: { key: string; page: QueuePage } }) {
  const t = useTranslations("queue");
  const desk = useDesk();
  const place = usePlace();
  const go = useGo();
  const triage = useTriage();
  const client = useQueryClient();
  const zone = useTimeZone();
  const now = useNow();
  const { view, sort, q } = place;
  const { data: list } = useList(first);

  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<VirtualizerHandle>(null);
  const pointed = useRef<string | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);

  const truth = useMemo(() => narrow(list?.rows ?? [], q, desk), [list, q, desk]);
  const openId = truth.find((row) => row.number === place.open)?.id ?? null;
  const { rows, arrived, left, release } = useSettled(`${view} ${sort} ${q}`, truth, pointed, openId);
  const hasBands = sort === "due" && (view === "queue" || view === "mine" || view === "team");
  const entries: Array<Entry<ListedRow>> = useMemo(
    () =>
      hasBands
        ? withHeadings(rows, now, zone)
        : rows.map((row): Entry<ListedRow> => ({ type: "row", row, band: "calm" })),
    [hasBands, rows, now, zone],
  );

  useEffect(() => setShownRows(rows.filter((row) => !left.has(row.id))), [rows, left]);
  usePrefetchAround(rows, place.open);
  useKeepInSight(virtual, entries, place.open);

  const onPoint = useCallback((id: string) => {
    pointed.current = id;
  }, []);
  const onOpen = useCallback((row: ListedRow) => go({ open: row.number }), [go]);
  const act = useRef(triage);
  act.current = triage;
  const onAct = useCallback((action: "mine" | "snooze" | "resolve", row: ListedRow, anchor: Element) => {
    if (action === "snooze") act.current.choose("snooze", row, anchor);
    else act.current[action](row);
  }, []);

  function onScroll(offset: number) {
    const element = scroller.current;
    if (list?.next && element && offset + element.clientHeight * 2 > element.scrollHeight) {
      void loadMore(client, { view, sort }, list);
    }
  }

  function showArrived() {
    pointed.current = null;
    release();
    redraw();
    scroller.current?.scrollTo({ top: 0 });
  }

  const urgent = arrived.filter((row) => bandOf(row, now, zone) === "now").length;
  const reachable = place.open ?? rows[0]?.number ?? null;

  return (
    <div className="relative min-h-0 flex-1">
      <Pill count={arrived.length} urgent={urgent} onShow={showArrived} />
      <div
        ref={scroller}
        className="scrolls h-full pb-3"
        onPointerLeave={() => {
          pointed.current = null;
          redraw();
        }}
      >
        <Suspense fallback={null}>
          {list && rows.length === 0 ? <EmptyList view={view} filter={q} hidden={list.rows.length} /> : null}
        </Suspense>
        <Virtualizer
          ref={virtual}
          as="ul"
          item="li"
          data={entries}
          itemSize={60}
          ssrCount={Math.min(entries.length, 18)}
          onScroll={onScroll}
        >
          {(entry, index) =>
            entry.type === "heading" ? (
              <Heading key={`band-${entry.band}`} band={entry.band} count={entry.count} />
            ) : (
              <Row
                key={entry.row.id}
                row={entry.row}
                band={entry.band}
                view={view}
                href={placeHref({ ...place, open: entry.row.number })}
                selected={entry.row.number === place.open}
                reachable={entry.row.number === reachable}
                left={left.has(entry.row.id)}
                ruled={isRuled(entries, index, place.open)}
                onOpen={onOpen}
                onPoint={onPoint}
                onAct={onAct}
              />
            )
          }
        </Virtualizer>
        {list?.next ? <p className="px-4 py-3 text-ink-3 type-meta">{t("more")}</p> : null}
      </div>
    </div>
  );
}

/** The rows of the view in the address; `first` is what came with the page. */
export function useList(first: { key: string; page: QueuePage }) {
  const { view, sort } = usePlace();
  const drawn = first.key === `${view} ${sort}` ? first.page : null;
  return useQuery({
    queryKey: held.list({ view, sort }),
    queryFn: async (): Promise<LoadedList> => toLoaded(await getList(view, sort, null)),
    initialData: drawn ? toLoaded(drawn) : undefined,
    placeholderData: (before) => before,
  });
}

function toLoaded({ items, next, seq }: QueuePage): LoadedList {
  return { rows: items, next, seq };
}

let loading: string | null = null;

async function loadMore(
  client: ReturnType<typeof useQueryClient>,
  where: Parameters<typeof held.list>[0],
  list: LoadedList,
): Promise<void> {
  if (!list.next || loading === list.next) return;
  loading = list.next;
  try {
    const page = await getList(where.view, where.sort, list.next);
    client.setQueryData<LoadedList>(held.list(where), (now) => {
      if (now?.next !== list.next) return now;
      const known = new Set(now.rows.map((row) => row.id));
      return {
        ...now,
        rows: [...now.rows, ...page.items.filter((row) => !known.has(row.id))],
        next: page.next,
      };
    });
  } finally {
    loading = null;
  }
}

/** The rows as they may be drawn now, with the ones that have left and the ones that wait in the pill. */
function useSettled(
  key: string,
  truth: readonly ListedRow[],
  pointed: { current: string | null },
  openId: string | null,
) {
  const [seen] = useState(() => ({ key: "", shown: [] as string[], rows: new Map<string, ListedRow>() }));
  if (seen.key !== key) {
    seen.key = key;
    seen.shown = [];
    seen.rows.clear();
  }
  const ids = truth.map((row) => row.id);
  const inTruth = new Set(ids);
  for (const row of truth) seen.rows.set(row.id, row);
  if (ids.some(isReturning)) seen.shown = ids;
  for (const id of ids) isBack(id);
  const settled = settle(seen.shown, ids, [pointed.current, openId], sentAwayRows());
  seen.shown = settled.shown;
  const shownKey = settled.shown.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key names the ids, the truth holds the rows.
  const rows = useMemo(() => settled.shown.flatMap((id) => seen.rows.get(id) ?? []), [shownKey, truth]);
  const left = new Set(settled.shown.filter((id) => !inTruth.has(id)));
  const arrived = settled.arrived.flatMap((id) => seen.rows.get(id) ?? []);
  return {
    rows,
    left,
    arrived,
    release() {
      seen.shown = ids;
    },
  };
}

/** The neighbours of the open conversation are fetched beforehand, so that the next one opens without a wait. */
function usePrefetchAround(rows: readonly ListedRow[], open: number | null) {
  const client = useQueryClient();
  useEffect(() => {
    const id = rows.find((row) => row.number === open)?.id ?? null;
    const around = id === null ? [rows[0]] : [neighbour(id, 1), neighbour(id, -1)];
    const timer = setTimeout(() => {
      for (const row of around) {
        if (!row) continue;
        void client.prefetchQuery({
          queryKey: held.conversation(row.id),
          queryFn: () => getConversation(row.id),
        });
      }
    }, 60);
    return () => clearTimeout(timer);
  }, [client, rows, open]);
}

function useKeepInSight(
  virtual: { current: VirtualizerHandle | null },
  entries: ReadonlyArray<Entry<ListedRow>>,
  open: number | null,
) {
  const at = useRef(entries);
  at.current = entries;
  useEffect(() => {
    if (open === null) return;
    const index = at.current.findIndex((entry) => entry.type === "row" && entry.row.number === open);
    if (index >= 0) virtual.current?.scrollToIndex(index, { align: "nearest" });
  }, [open, virtual]);
}

function isRuled(entries: ReadonlyArray<Entry<ListedRow>>, index: number, open: number | null): boolean {
  const before = entries[index - 1];
  const here = entries[index];
  if (before?.type !== "row" || here?.type !== "row") return false;
  return before.row.number !== open && here.row.number !== open;
}

function Heading({ band, count }: { band: Band; count: number }) {
  const t = useTranslations("queue");
  return (
    <h2 className="flex h-7 items-center gap-2 px-4 type-row">
      <span aria-hidden className={`h-2.5 w-1 rounded-full ${marks[band]}`} />
      <span className="font-semibold">{t(`bands.${band}`)}</span>
      <span className="text-ink-3">{count}</span>
      <span aria-hidden className="h-px flex-1 bg-line" />
      <span className="text-ink-3">{t(`hours.${band}`)}</span>
    </h2>
  );
}

const marks: Record<Band, string> = {
  first: "bg-now",
  now: "bg-now",
  today: "bg-today",
  week: "bg-ink-3 !h-1",
  calm: "!w-0",
  later: "!w-0",
};

const ANNOUNCE_MS = 5_000;

/** New rows that would have moved others: a click, or the full stop, lets them in. */
function Pill({ count, urgent, onShow }: { count: number; urgent: number; onShow(): void }) {
  const t = useTranslations("queue");
  const words = count > 0 ? t("arrived", { count, urgent }) : "";
  const [told, tell] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => tell(words), words ? ANNOUNCE_MS : 0);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <>
      <p role="status" className="sr-only">
        {told}
      </p>
      {count > 0 ? (
        <button
          type="button"
          onClick={onShow}
          data-pill
          className="opens absolute top-0 right-3 z-10 flex h-7 items-center gap-2 rounded-full bg-ink px-3 font-medium text-canvas shadow-float"
        >
          <Icon of={ArrowUp} size={14} />
          {words}
          <KeyCap keys="." tone="ink" />
        </button>
      ) : null}
    </>
  );
}

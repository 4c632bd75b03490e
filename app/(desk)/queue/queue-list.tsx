"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { useTranslations } from "use-intl";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import { shownAs } from "@/app/_live/fits";
import { lazy } from "@/app/_ui/lazy";
import { useDesk } from "@/app/(desk)/desk";
import { getOldest } from "@/app/(desk)/first-calls";
import { useGo, usePlace } from "@/app/(desk)/place";
import { placeHref } from "@/app/(desk)/place-of";
import { useTriage } from "@/app/(desk)/triage/actions";
import { setShownRows } from "@/app/(desk)/triage/order";
import type { ListedRow } from "@/lib/conversations/types";
import { bandOf, type Entry, withHeadings } from "./bands";
import { Heading } from "./heading";
import { Pill } from "./pill";
import { Row } from "./row";
import { useGroups } from "./use-groups";
import { type First, loadMore, useList } from "./use-list";
import { indexOf, useListFocus } from "./use-list-focus";
import { useNews } from "./use-news";
import { usePrefetch } from "./use-prefetch";
import { usePressed } from "./use-pressed";
import { useSettled } from "./use-settled";

const EmptyList = lazy(async () => ({ default: (await import("./empty-list")).EmptyList }));

/** Rows below the last one in sight when the next page is asked for: a held-down key must not run into the end. */
const AHEAD = 60;
/** Whoever scrolls further looks for something else. */
const ROW_PX = 60;
const FADE_MS = 160;
/** The oldest changes only when it is answered or taken. */
const MARK_AGAIN_MS = 30_000;
const none: readonly ListedRow[] = [];
const scrolled = new Map<string, number>();

/** The list of work. Its rows never move under the pointer, the focus or at the open row: see settle.ts. */
export function QueueList({ first }: { first: First }) {
  const t = useTranslations("queue");
  const desk = useDesk();
  const place = usePlace();
  const go = useGo();
  const triage = useTriage();
  const client = useQueryClient();
  const { view, sort, q } = place;
  const key = `${view} ${sort} ${q}`;
  const { data: list } = useList(first);

  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useRef<VirtualizerHandle>(null);
  /** Marked until the virtualiser knows how tall its rows are: see globals.css. */
  const flow = useRef<HTMLDivElement>(null);
  const pointed = useRef<string | null>(null);
  /** On a phone, the row whose conversation was closed, and where the list stood: who comes back looks for it there. */
  const cameFrom = useRef<{ number: number; offset: number } | null>(null);
  /** As last drawn: what must stand still is asked before the next drawing. */
  const drawn = useRef<ReadonlyArray<Entry<ListedRow>>>([]);
  const [moment, settleAgain] = useReducer((count: number) => count + 1, 0);
  const [isFading, setFading] = useState(false);

  const truth = list?.rows ?? none;
  const { rows: settled, arrived, left, live, release } = useSettled(key, truth, stillRows, moment);
  const { rows, groups, unfolded, toggle } = useGroups(settled);
  const as = shownAs({ view, sort, q });
  const hasBands = sort === "left" && (as === "queue" || as === "mine" || as === "team");
  const entries: Array<Entry<ListedRow>> = useMemo(
    () =>
      hasBands
        ? withHeadings(rows)
        : rows.map(
            (row, index): Entry<ListedRow> => ({ type: "row", row, band: bandOf(row), place: index + 1 }),
          ),
    [hasBands, rows],
  );
  const { data: oldest } = useQuery({
    queryKey: ["oldest"],
    queryFn: getOldest,
    enabled: hasBands,
    refetchInterval: MARK_AGAIN_MS,
  });
  drawn.current = entries;
  const { focused, show } = useListFocus({ scroller, virtual, entries });
  usePressed(scroller);
  const news = useNews({ where: { view, sort, q }, list, truth, arrived, entries, virtual });

  useEffect(() => setShownRows({ shown: live, drawn: rows, left }), [live, rows, left]);
  usePrefetch(rows, place.open);

  // The open row comes into sight when it is opened, and the list stands where it was left when it is shown again.
  useLayoutEffect(() => {
    const number = place.open;
    if (number === null) return;
    cameFrom.current = null;
    const index = indexOf(drawn.current, number);
    if (index >= 0) virtual.current?.scrollToIndex(index, { align: "nearest" });
    return () => {
      // Where both stand side by side, nobody comes back.
      if (scroller.current?.clientHeight === 0)
        cameFrom.current = { number, offset: virtual.current?.scrollOffset ?? 0 };
    };
  }, [place.open]);
  // Until its first scroll the virtualiser draws as many rows as the server did, and no other: what arrives in a short
  // list, or stands below them on a tall screen, would stay out of sight.
  useEffect(() => {
    virtual.current?.scrollTo(virtual.current.scrollOffset);
    requestAnimationFrame(() => {
      scroller.current?.dispatchEvent(new Event("scroll"));
      // In the frame after the one in which the virtualiser has measured its rows.
      requestAnimationFrame(() => flow.current?.removeAttribute("data-flow"));
    });
  }, []);
  const shownKey = useRef(key);
  useLayoutEffect(() => {
    if (shownKey.current === key) return;
    shownKey.current = key;
    scroller.current?.scrollTo({ top: scrolled.get(key) ?? 0 });
  }, [key]);

  /** What must not move: under the pointer, open or just closed, in focus, and what stands first once one has scrolled. */
  function stillRows(): Array<string | null> {
    if (typeof document === "undefined") return [];
    const focusedRow = document.activeElement?.closest("[data-line]")?.getAttribute("data-line");
    const byNumber = (number: number) => truth.find((row) => row.number === number)?.id ?? idOfDrawn(number);
    const offset = virtual.current?.scrollOffset ?? 0;
    // The row below, where a heading stands first.
    const top =
      offset > 0
        ? drawn.current
            .slice(virtual.current?.findItemIndex(offset) ?? 0)
            .find((entry) => entry.type === "row")
        : undefined;
    return [
      pointed.current,
      place.open === null ? null : byNumber(place.open),
      cameFrom.current === null ? null : byNumber(cameFrom.current.number),
      focusedRow ? byNumber(Number(focusedRow)) : null,
      top?.type === "row" ? top.row.id : null,
    ];
  }

  function idOfDrawn(number: number): string | null {
    const entry = drawn.current[indexOf(drawn.current, number)];
    return entry?.type === "row" ? entry.row.id : null;
  }

  const onPoint = useCallback((id: string) => {
    pointed.current = id;
    cameFrom.current = null;
    setFading(false);
  }, []);
  const onOpen = useCallback((row: ListedRow) => go({ open: row.number }), [go]);
  const act = useRef(triage);
  act.current = triage;
  const onAct = useCallback(
    (action: "mine" | "snooze" | "resolve" | "why" | "due", row: ListedRow, anchor: Element) => {
      if (action === "mine" || action === "resolve") act.current[action](row);
      else act.current.choose(action, row, anchor);
    },
    [],
  );

  // Once the pointer has gone, what left fades before the others close up.
  useEffect(() => {
    if (!isFading) return;
    const timer = setTimeout(() => {
      setFading(false);
      settleAgain();
    }, FADE_MS);
    return () => clearTimeout(timer);
  }, [isFading]);

  function onScroll(offset: number) {
    scrolled.set(key, offset);
    if (cameFrom.current && Math.abs(offset - cameFrom.current.offset) > ROW_PX) cameFrom.current = null;
    if (offset > 0) flow.current?.removeAttribute("data-flow");
    news.look();
    const end = virtual.current?.findItemIndex(offset + (scroller.current?.clientHeight ?? 0)) ?? 0;
    if (end + AHEAD > entries.length) void loadMore(client, { view, sort, q }, desk.me).catch(() => {});
  }

  async function showArrived() {
    const hadFocus = document.activeElement?.matches("[data-pill]") ?? false;
    pointed.current = null;
    cameFrom.current = null;
    const target = await news.first();
    release();
    news.clear();
    settleAgain();
    if (target) show({ number: target.number, withFocus: hadFocus, align: "center" });
  }

  const reachable = focused ?? place.open ?? rows[0]?.number ?? null;
  const kept = focused === null ? -1 : indexOf(entries, focused);
  const total = list?.next === null ? rows.length : -1;

  return (
    <div className="relative min-h-0 flex-1">
      <Pill count={news.count} urgent={news.urgent()} onShow={() => void showArrived()} />
      <div
        ref={scroller}
        className="scrolls h-full pb-3 [overflow-anchor:none]"
        onPointerLeave={() => {
          pointed.current = null;
          setFading(true);
        }}
      >
        <Suspense fallback={null}>
          {list && rows.length === 0 ? <EmptyList view={view} filter={q} /> : null}
        </Suspense>
        {/* biome-ignore lint/a11y/useSemanticElements: what lies between a list and its rows is drawn by the virtualiser. */}
        <div ref={flow} role="list" data-flow="">
          <Virtualizer
            ref={virtual}
            scrollRef={scroller}
            data={entries}
            itemSize={desk.me.density === "compact" ? 52 : 60}
            ssrCount={Math.min(entries.length, 18)}
            keepMounted={kept >= 0 ? [kept] : undefined}
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
                  view={as}
                  isByAge={sort === "longest"}
                  isOldest={hasBands && entry.row.id === oldest && entry.row.assigneeId === null}
                  snippet={list?.snippets?.[entry.row.id] ?? null}
                  place={entry.place}
                  total={total}
                  href={placeHref({ ...place, open: entry.row.number })}
                  selected={entry.row.number === place.open}
                  reachable={entry.row.number === reachable}
                  left={left.has(entry.row.id) ? (isFading ? "fading" : "still") : "no"}
                  ruled={isRuled(entries, index, place.open)}
                  groupCount={groups.get(entry.row.id)?.rows.length ?? 1}
                  perHour={groups.get(entry.row.id)?.perHour ?? null}
                  isUnfolded={entry.row.groupKey !== null && unfolded.has(entry.row.groupKey)}
                  onUnfold={toggle}
                  onOpen={onOpen}
                  onPoint={onPoint}
                  onAct={onAct}
                />
              )
            }
          </Virtualizer>
        </div>
        {list?.next ? <p className="px-4 py-3 text-ink-3 type-meta">{t("more")}</p> : null}
      </div>
    </div>
  );
}

function isRuled(entries: ReadonlyArray<Entry<ListedRow>>, index: number, open: number | null): boolean {
  const before = entries[index - 1];
  const here = entries[index];
  if (before?.type !== "row" || here?.type !== "row") return false;
  return before.row.number !== open && here.row.number !== open;
}

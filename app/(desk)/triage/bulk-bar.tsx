"use client";

import { AlarmClock, CheckCheck, Ellipsis, type LucideIcon, Reply, Tag, UserRound, X } from "lucide-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { useWhere } from "@/app/(desk)/place";
import type { BulkAct } from "@/lib/bulk/act";
import { type BulkAsk, onAsk } from "./ask-desk";
import { BarMenu } from "./bulk-menu";
import { Choices } from "./choices";
import { startMany } from "./many";
import { shownRows } from "./order";
import { clearSelection, selectEverything, selected, selectRows, useSelection } from "./selection";
import { wordsOf } from "./use-change";

const ReplyDialog = lazy(async () => ({ default: (await import("./bulk-reply")).BulkReply }));
const MergeDialog = lazy(async () => ({ default: (await import("./merge-dialog")).MergeMany }));

type Open = "assign" | "team" | "snooze" | "tag" | "noReply" | "reply" | "merge" | "more" | null;

/** Over the foot of the list: how many are selected, and what can be done with all of them. */
export function BulkBar() {
  const t = useTranslations("triage.many");
  const { me } = useDesk();
  const place = useWhere();
  const { rows, everything, count } = useSelection();
  const [open, setOpen] = useState<Open>(null);
  const bar = useRef<HTMLDivElement>(null);
  const first = rows.values().next().value;

  async function start(act: BulkAct) {
    setOpen(null);
    try {
      await startMany(act, new Date());
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  useEffect(() =>
    onAsk("bulk", (asked: BulkAsk) => {
      if (selected().count === 0) return;
      switch (asked.do) {
        case "resolve":
        case "wait":
        case "spam":
          return void start({ verb: asked.do });
        case "mine":
          return void start({ verb: "assign", agentId: me.id });
        case "pin":
          return void start({ verb: "pin", pin: asked.pin });
        default:
          setOpen(asked.do);
      }
    }),
  );

  useEffect(() => {
    if (count === 0) return;
    function onKeyDown(event: KeyboardEvent) {
      if (
        event.key !== "Escape" ||
        event.defaultPrevented ||
        document.querySelector("dialog[open], :popover-open")
      )
        return;
      event.preventDefault();
      clearSelection();
    }
    document.addEventListener("keydown", onKeyDown, true);
    return () => document.removeEventListener("keydown", onKeyDown, true);
  }, [count]);

  // Another list has other rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these name the list.
  useEffect(() => clearSelection, [place.view, place.q]);

  if (count === 0) return null;
  const anchor = bar.current;
  const asRow = first && { ...first, assigneeId: null, teamId: null, tags: [] };
  return (
    <>
      <div
        ref={bar}
        role="toolbar"
        aria-label={t("label")}
        className="opens fixed inset-x-3 bottom-20 z-40 flex h-11 items-center gap-0.5 rounded-row bg-ink pr-1 pl-3 text-canvas shadow-float desk:right-auto desk:bottom-3 desk:left-[calc(var(--rail-width)+0.5rem)] desk:w-[calc(var(--list-width)-1rem)]"
      >
        <span role="status" className="mr-auto truncate font-semibold">
          {everything ? t("everything", { count }) : <Count count={count} />}
        </span>
        <BarButton icon={UserRound} label={t("assign")} keys="a" onClick={() => setOpen("assign")} />
        <BarButton icon={Tag} label={t("tag")} keys="t" onClick={() => setOpen("tag")} />
        <BarButton icon={AlarmClock} label={t("snooze")} keys="h" onClick={() => setOpen("snooze")} />
        <BarButton
          icon={CheckCheck}
          label={t("resolve")}
          keys="e"
          onClick={() => start({ verb: "resolve" })}
        />
        {me.canReply ? (
          <BarButton icon={Reply} label={t("reply")} keys="r" onClick={() => setOpen("reply")} />
        ) : null}
        <BarButton icon={Ellipsis} label={t("more")} onClick={() => setOpen("more")} />
        <BarButton icon={X} label={t("clear")} keys="escape" onClick={clearSelection} />
      </div>
      {/* Outside of the bar, whose ink they must not take on. */}
      <Suspense fallback={null}>
        {open === "more" ? (
          <BarMenu
            anchor={anchor}
            canMerge={everything === null && rows.size > 1}
            onClose={() => setOpen(null)}
            onOpen={setOpen}
            onStart={start}
            onLoaded={() => selectRows(shownRows())}
            onEverything={() => selectEverything({ view: place.view, q: place.q, count: shownRows().length })}
          />
        ) : null}
        {asRow &&
        (open === "assign" ||
          open === "team" ||
          open === "snooze" ||
          open === "tag" ||
          open === "noReply") ? (
          <Choices
            name={open}
            row={asRow}
            anchor={anchor}
            onClose={() => setOpen(null)}
            onAssign={(agent) => start({ verb: "assign", agentId: agent?.id ?? null })}
            onTeam={(team) => start({ verb: "team", teamId: team?.id ?? null })}
            onSnooze={(until) => start({ verb: "snooze", until })}
            onTag={(name) => start({ verb: "tag", name })}
            onNoReply={(reason) => start({ verb: "noReply", reason })}
          />
        ) : null}
        {open === "reply" ? <ReplyDialog count={count} onClose={() => setOpen(null)} /> : null}
        {open === "merge" ? (
          <MergeDialog rows={[...rows.values()]} onClose={() => setOpen(null)} onStart={start} />
        ) : null}
      </Suspense>
    </>
  );
}

/** On a phone the number alone; read aloud it is a sentence everywhere. */
function Count({ count }: { count: number }) {
  const t = useTranslations("triage.many");
  return (
    <>
      <span aria-hidden className="desk:hidden">
        {count}
      </span>
      <span className="max-desk:sr-only">{t("count", { count })}</span>
    </>
  );
}

export function BarButton({
  icon,
  label,
  keys,
  onClick,
}: {
  icon: LucideIcon;
  label: string;
  keys?: string;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      data-tip-keys={keys}
      onClick={onClick}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-control hover:bg-canvas/15 max-desk:size-10"
    >
      <Icon of={icon} size={17} />
    </button>
  );
}

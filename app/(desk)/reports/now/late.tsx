"use client";

import { ArrowRight, ChevronRight } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Time, useLeft } from "@/app/_ui/time";
import { useChannelIcon, useDesk } from "@/app/(desk)/desk";
import { Card } from "@/app/(desk)/reports/card";
import type { ListedRow, Person, QueuePage } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";
import { overdue, queueHref } from "./queue-href";
import { useLate } from "./use-late";

const Peek = lazy(async () => ({ default: (await import("./peek")).Peek }));

const fewRows = 8;

/** Who is past their target, and who has them: looked into, given and nudged from here. */
export function Late({ now, first, brand }: { now: Now; first: QueuePage; brand: Person | null }) {
  const t = useTranslations("reportNow");
  const { rows } = useLate(first, overdue(brand));
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, fewRows);
  return (
    <Card
      title={t("late")}
      aside={
        rows.length > 0 ? (
          <Go
            href={queueHref("is:overdue", brand)}
            className="inline-flex items-center gap-1 text-accent underline-offset-4 hover:underline max-desk:min-h-11 print:hidden"
          >
            {t("openAll", { n: Math.max(now.pastTarget, rows.length) })}
            <Icon of={ArrowRight} size={14} />
          </Go>
        ) : undefined
      }
    >
      {rows.length === 0 ? <p className="text-ink-2">{t("nobodyLate")}</p> : null}
      <ul aria-label={t("late")} className="-mx-2 flex flex-col">
        {shown.map((row) => (
          <LateRow key={row.id} row={row} />
        ))}
      </ul>
      {rows.length > shown.length ? (
        <div className="print:hidden">
          <Button look="plain" onClick={() => setAll(true)}>
            {t("showAll", { n: rows.length })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function LateRow({ row }: { row: ListedRow }) {
  const t = useTranslations("reportNow");
  const { agents, teams } = useDesk();
  const iconOf = useChannelIcon();
  const left = useLeft();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const assignee = agents.find((agent) => agent.id === row.assigneeId);
  const team = teams.find((one) => one.id === row.teamId);
  return (
    <li data-late={row.number} className="border-line border-b last:border-b-0 print:break-inside-avoid">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="grid w-full grid-cols-[auto_1fr_auto] items-center gap-x-2.5 rounded-row px-2 py-2 text-left outline-offset-[-2px] hover:bg-hover"
      >
        <Avatar name={row.customerName} size={28} />
        <span className="min-w-0">
          <span className="flex items-center gap-1.5">
            <span className="truncate font-medium" dir="auto">
              {row.customerName}
            </span>
            <ChannelIcon name={iconOf(row.channelKind)} size={14} className="text-ink-2" />
            <span className="text-ink-3 type-meta">#{row.number}</span>
          </span>
          <span className="block truncate text-ink-2">
            {assignee ? (
              <span className="text-ink">{assignee.name}</span>
            ) : (
              <span className="text-now">{t("nobodyHas")}</span>
            )}
            {team ? ` · ${team.name}` : ""}
            {row.waitingSince ? (
              <>
                {" · "}
                {t("waitsSince")} <Time at={row.waitingSince} />
              </>
            ) : null}
          </span>
        </span>
        <span className="flex items-center gap-1.5">
          <span className="whitespace-nowrap text-now tabular-nums">{left(row.dueAt).text}</span>
          <Icon
            of={ChevronRight}
            size={15}
            className={`text-ink-3 transition-transform print:hidden ${isOpen ? "rotate-90" : ""}`}
          />
        </span>
      </button>
      <div id={id} className="print:hidden">
        {isOpen ? (
          <Suspense fallback={<p className="px-2 pb-3 text-ink-3">…</p>}>
            <Peek row={row} />
          </Suspense>
        ) : null}
      </div>
    </li>
  );
}

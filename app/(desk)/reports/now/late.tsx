"use client";

import { ArrowRight, ChevronRight } from "lucide-react";
import { Suspense, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Button } from "@/app/_ui/button";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { Time, useLeft } from "@/app/_ui/time";
import { useChannelIcon, useDesk } from "@/app/(desk)/desk";
import { DueTime } from "@/app/(desk)/due/due-time";
import { Card } from "@/app/(desk)/reports/card";
import type { ListedRow, Person, QueuePage } from "@/lib/conversations/types";
import { filterOf, queueHref } from "./queue-href";
import { useLate } from "./use-late";

const Peek = lazy(async () => ({ default: (await import("./peek")).Peek }));

const fewRows = 8;

/**
 * Who is past their target, or will be within the hour, and who has them: looked into, given and nudged from here.
 * `words` are keys of `reportNow`.
 */
export function Late({
  first,
  filter,
  brand,
  words,
}: {
  first: QueuePage;
  filter: string;
  brand: Person | null;
  words: { title: string; none: string };
}) {
  const t = useTranslations("reportNow");
  const { rows, hasMore } = useLate(first, filterOf(filter, brand));
  const [isAll, setAll] = useState(false);
  const shown = isAll ? rows : rows.slice(0, fewRows);
  return (
    <Card
      title={t(words.title)}
      aside={
        rows.length > 0 ? (
          <Go
            href={queueHref(filter, brand)}
            className="inline-flex items-center gap-1 text-accent underline-offset-4 hover:underline max-desk:min-h-11 print:hidden"
          >
            {hasMore ? t("openEvery") : t("openAll", { n: rows.length })}
            <Icon of={ArrowRight} size={14} />
          </Go>
        ) : undefined
      }
    >
      {rows.length === 0 ? (
        <p className="text-ink-2">{t(words.none)}</p>
      ) : (
        <ul aria-label={t(words.title)} className="-mx-2 -my-1 flex flex-col">
          {shown.map((row) => (
            <LateRow key={row.id} row={row} />
          ))}
        </ul>
      )}
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
  const due = useLeft()(row.dueAt);
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const assignee = agents.find((agent) => agent.id === row.assigneeId);
  const team = teams.find((one) => one.id === row.teamId);
  return (
    <li
      data-late={row.number}
      className="relative border-line border-b last:border-b-0 print:break-inside-avoid"
    >
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
          <span className="block truncate text-ink-2 max-desk:whitespace-normal">
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
          {/* Keeps the place of the button that stands over it: none can stand inside another. */}
          <span aria-hidden className="invisible whitespace-nowrap tabular-nums">
            {due.text}
          </span>
          <Icon
            of={ChevronRight}
            size={15}
            className={`text-ink-3 transition-transform print:hidden ${isOpen ? "rotate-90" : ""}`}
          />
        </span>
      </button>
      <span
        className={`absolute top-0 right-7.25 flex h-14 items-center tabular-nums ${due.late ? "text-now" : ""}`}
      >
        <DueTime id={row.id} answerId={null} version={row.version}>
          {due.text}
        </DueTime>
      </span>
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

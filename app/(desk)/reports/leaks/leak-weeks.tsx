"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { LeakReport } from "@/lib/leaks/report";

type Weeks = LeakReport["weeks"];

const height = 160;
const top = 8;

/** Public complaints by week: all that we hold behind, linked ones before them, those after telling us darkest. */
export function LeakWeeks({ weeks }: { weeks: Weeks }) {
  const t = useTranslations("leaks.report");
  const day = useWeek();
  const most = Math.max(4, ...weeks.map(({ posts }) => posts));
  const step = most <= 5 ? 1 : most <= 12 ? 4 : Math.ceil(most / 4);
  const lines = Array.from({ length: Math.floor(most / step) + 1 }, (_, at) => at * step);
  const y = (count: number) => top + height - (count / most) * height;
  const sum = (of: "posts" | "linked" | "leaks") => weeks.reduce((all, week) => all + week[of], 0);
  const width = 100 / weeks.length;
  return (
    <figure className="flex flex-col gap-2">
      <div className="relative pl-8">
        <svg
          viewBox={`0 0 100 ${height + top}`}
          preserveAspectRatio="none"
          className="h-44 w-full"
          role="img"
          aria-label={t("weeksSummary", { posts: sum("posts"), linked: sum("linked"), leaks: sum("leaks") })}
        >
          {lines.map((count) => (
            <line
              key={count}
              x1="0"
              x2="100"
              y1={y(count)}
              y2={y(count)}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {weeks.map((week, at) => (
            <g key={week.week}>
              <Bar x={at * width} width={width} y={y(week.posts)} className="fill-ink-3/35" />
              <Bar x={at * width} width={width} y={y(week.linked)} className="fill-accent/40" />
              <Bar x={at * width} width={width} y={y(week.leaks)} className="fill-accent" />
            </g>
          ))}
        </svg>
        {lines.map((count) => (
          <span
            key={count}
            aria-hidden
            className="absolute left-0 w-6 -translate-y-1/2 text-right text-ink-3 type-meta"
            style={{ top: `${(y(count) / (height + top)) * 100}%` }}
          >
            {count}
          </span>
        ))}
      </div>
      <p aria-hidden className="flex justify-between pl-8 text-ink-3 type-meta">
        <span>{weeks[0] ? day(weeks[0].week) : null}</span>
        <span>{weeks.at(-1) ? day(weeks.at(-1)?.week ?? "") : null}</span>
      </p>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 type-meta">
        <Key className="bg-ink-3/35">{t("keyPosts", { count: sum("posts") })}</Key>
        <Key className="bg-accent/40">{t("keyLinked", { count: sum("linked") })}</Key>
        <Key className="bg-accent">{t("keyLeaks", { count: sum("leaks") })}</Key>
      </figcaption>
    </figure>
  );
}

function Bar({ x, width, y, className }: { x: number; width: number; y: number; className: string }) {
  const tall = top + height - y;
  return tall <= 0 ? null : (
    <rect x={x + width * 0.12} width={width * 0.76} y={y} height={tall} className={className} />
  );
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className={`size-3 rounded-key ${className}`} />
      {children}
    </span>
  );
}

/** The same as figures, for whoever reads them so. */
export function WeeksTable({ weeks }: { weeks: Weeks }) {
  const t = useTranslations("leaks.report");
  const day = useWeek();
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-right">
        <thead className="text-ink-2">
          <tr>
            <th scope="col" className="py-1 text-left font-normal">
              {t("week")}
            </th>
            <th scope="col" className="py-1 pl-3 font-normal">
              {t("colPosts")}
            </th>
            <th scope="col" className="py-1 pl-3 font-normal">
              {t("colLinked")}
            </th>
            <th scope="col" className="py-1 pl-3 font-normal">
              {t("colLeaks")}
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, posts, linked, leaks }) => (
            <tr key={week} className="border-line border-t">
              <th scope="row" className="py-1 text-left font-normal">
                {day(week)}
              </th>
              <td className="py-1 pl-3">{posts}</td>
              <td className="py-1 pl-3">{linked}</td>
              <td className="py-1 pl-3 font-semibold">{leaks}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A week by its Monday, which is a day and no moment. */
function useWeek(): (week: string) => string {
  const format = useFormatter();
  return (week) =>
    format.dateTime(new Date(`${week}T12:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
}

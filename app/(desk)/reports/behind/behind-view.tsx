import { ArrowLeft, ArrowRight, ListChecks } from "lucide-react";
import { notFound } from "next/navigation";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import {
  type Params,
  type ReportFilter,
  reportFilter,
  reportQuery,
  sliceOf,
} from "@/app/(desk)/reports/report-filter";
import { reportWords } from "@/app/(desk)/reports/say";
import type { Actor } from "@/lib/access";
import { cursorOf } from "@/lib/cursor";
import { figure as figureName, isAtEnd } from "@/lib/reports/figure";
import { houseDay } from "@/lib/reports/house-day";
import { behindCursor, readBehind } from "@/lib/reports/read-behind";
import { addDays } from "@/lib/reports/steps";
import { csvHref } from "./csv-href";
import { figureTitle, pageOf } from "./figure-title";
import { reasonNameOf } from "./reason-name-of";
import { Rows } from "./rows";

/** The conversations that a figure counts: exactly those, with both clocks, when they were due, and who has them. */
export async function BehindView({
  actor,
  params,
  whose,
}: {
  actor: Actor;
  params: Params;
  /** `mine` whatever the address says. */
  whose: "all" | "mine";
}) {
  const asked = figureName.safeParse(params.figure);
  if (!asked.success || actor.kind !== "agent") notFound();
  const narrowed = reportFilter(params);
  const filter = whose === "mine" ? { ...narrowed, agentId: actor.id } : narrowed;
  const { today, zone } = await houseDay();
  const slice = sliceOf(filter, today);
  const lastDay = addDays(slice.to, -1);
  const cursor = cursorOf(params.cursor, behindCursor);
  const { rows, next, n, hidden } = await readBehind(actor, { figure: asked.data, slice, cursor });
  const language = await locale(actor.language);
  const words = reportWords(language, filter.clock, zone);
  const [t, report] = [translator(language, "reports.behind"), translator(language, "reports")];
  const reasonName = await reasonNameOf(actor, { figure: asked.data, language });
  const back = whose === "mine" ? "me" : pageOf(asked.data);
  const here = (more: { cursor: string | null }) =>
    `/reports/${whose === "mine" ? "me/behind" : "behind"}${reportQuery(narrowed, { figure: asked.data, ...more })}`;

  return (
    <>
      <header className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <Go
            href={`/reports/${back}${back === "month" ? monthQuery(narrowed) : reportQuery(narrowed)}`}
            className="mb-1 inline-flex items-center gap-1.5 text-ink-2 hover:text-ink print:hidden"
          >
            <Icon of={ArrowLeft} size={14} />
            {report(`pages.${back}`)}
          </Go>
          <h2 className="type-zone">{figureTitle(asked.data, { t, report, words, reasonName })}</h2>
          <p className="text-ink-2">
            {isAtEnd(asked.data)
              ? t(slice.to > today ? "restsNow" : "restsAtEnd", { n, day: words.wholeDay(lastDay) })
              : t("rests", { n, from: words.wholeDay(slice.from), to: words.wholeDay(lastDay) })}
            {hidden > 0 ? ` ${t("hidden", { n: hidden })}` : null}
          </p>
        </div>
        {n > 0 ? (
          <a href={csvHref(asked.data, slice)} className={`${buttonClass("outline")} print:hidden`} download>
            CSV
          </a>
        ) : null}
      </header>
      {rows.length === 0 ? (
        <EmptyState icon={ListChecks} title={t("empty")}>
          {t(n > 0 ? "emptyHidden" : "emptyText")}
        </EmptyState>
      ) : (
        <Rows rows={rows} words={words} t={t} isOfClock={!asked.data.startsWith("handling:")} />
      )}
      <nav aria-label={t("pages")} className="mt-3 flex justify-between gap-3 print:hidden">
        {cursor ? (
          <Go href={here({ cursor: null })} className={buttonClass("outline")}>
            {t("first")}
          </Go>
        ) : (
          <span />
        )}
        {next ? (
          <Go href={here({ cursor: next })} className={buttonClass("outline")}>
            {t("next")}
            <Icon of={ArrowRight} size={14} />
          </Go>
        ) : null}
      </nav>
    </>
  );
}

/** The page of a month asks for it by its name. */
function monthQuery({ days, brandId }: ReportFilter): string {
  const query = new URLSearchParams();
  if (days) query.set("month", days.from.slice(0, 7));
  if (brandId) query.set("brand", brandId);
  return query.size > 0 ? `?${query}` : "";
}

import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { type Params, reportFilter, sliceBefore, sliceOf } from "@/app/(desk)/reports/report-filter";
import { reportWords } from "@/app/(desk)/reports/say";
import { Tabs } from "@/app/(desk)/reports/times/tabs";
import { can } from "@/lib/access";
import { houseDay } from "@/lib/reports/house-day";
import { markedDates } from "@/lib/reports/marked-dates";
import { readBehind } from "@/lib/reports/read-behind";
import { readTargetTrend } from "@/lib/reports/read-target-trend";
import { readTargets } from "@/lib/reports/read-targets";
import { addDays } from "@/lib/reports/steps";
import { ByTable } from "./by-table";
import { Kinds } from "./kinds";
import { Overdue } from "./overdue";
import { Reasons } from "./reasons";
import { kinds, targetsView, viewQuery } from "./targets-filter";
import { TargetTrend } from "./trend";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.targets") };
}

/** Targets met and missed, who is overdue at this moment, why some were missed, and for whom it is otherwise. */
export default async function TargetsReport({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/targets");
  const params = await searchParams;
  const filter = reportFilter(params);
  const { today, zone } = await houseDay();
  const slice = sliceOf(filter, today);
  const view = targetsView(params, slice);
  const before = filter.compare === null ? null : sliceBefore(slice, filter.compare);
  const [all, allBefore, trend, rows, marks, overdue] = await Promise.all([
    readTargets(actor, { slice, by: "all" }),
    before === null ? null : readTargets(actor, { slice: before, by: "all" }),
    readTargetTrend(actor, { slice, step: view.step }),
    readTargets(actor, { slice, by: view.by }),
    markedDates(actor, { from: slice.from, to: addDays(slice.to, -1), brandId: slice.brandId }),
    Promise.all(
      kinds.map(async (kind) => ({
        kind,
        ...(await readBehind(actor, { figure: `${kind}:overdue`, slice, cursor: null })),
      })),
    ),
  ]);
  const language = await locale(actor.language);
  const t = translator(language, "reports.targets");
  const page = { filter, slice, view, words: reportWords(language, filter.clock, zone), t };

  if (all.every(({ met, missed, running }) => met + missed + running === 0))
    return (
      <EmptyState
        icon={ListChecks}
        title={t("empty")}
        actions={
          can(actor, "target.edit") ? (
            <Go href="/settings/targets" className={buttonClass("outline")}>
              {t("toSettings")}
            </Go>
          ) : null
        }
      >
        {t("emptyText")}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <h2 className="sr-only">{t("title")}</h2>
      <Kinds page={page} all={all} before={before && allBefore ? { slice: before, all: allBefore } : null} />
      <Tabs
        label={t("kind")}
        now={view.kind}
        options={kinds.map((kind) => ({ value: kind, name: t(`kinds.${kind}`) }))}
        filter={filter}
        query={(kind) => viewQuery({ ...view, kind })}
      />
      <div className="grid items-stretch gap-3 wide:grid-cols-[5fr_3fr] [&>*]:min-w-0">
        <TargetTrend page={page} trend={trend} marks={marks} />
        <Overdue page={page} overdue={overdue} />
        <ByTable page={page} rows={rows} />
        <Reasons page={page} all={all} />
      </div>
    </div>
  );
}

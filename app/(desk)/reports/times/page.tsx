import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { EmptyState } from "@/app/_ui/empty-state";
import { type Params, sliceBefore } from "@/app/(desk)/reports/report-filter";
import { measures } from "@/db/enums";
import { can } from "@/lib/access";
import { compareTimes } from "@/lib/reports/compare";
import { markedDates } from "@/lib/reports/marked-dates";
import { readBy } from "@/lib/reports/read-by";
import { readSpread } from "@/lib/reports/read-spread";
import { readTimes } from "@/lib/reports/read-times";
import { readTrend, readTrends } from "@/lib/reports/read-trend";
import { readWaiting } from "@/lib/reports/read-waiting";
import { readWeekHours } from "@/lib/reports/read-week-hours";
import { addDays } from "@/lib/reports/steps";
import { listTargets } from "@/lib/targets/list-targets";
import { ByTable } from "./by-table";
import { Changes } from "./changes";
import { Headline } from "./headline";
import { Multiples } from "./multiples";
import { prepareTimes } from "./prepare";
import { Spread } from "./spread";
import { StillWaiting } from "./still-waiting";
import { Tabs } from "./tabs";
import { oneTarget } from "./target-line";
import { coarseStep, viewQuery } from "./times-filter";
import { Trend } from "./trend";
import { WhenTheyWrite } from "./when-they-write";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.times") };
}

/** How long customers wait: the headline, its course, its spread, when they write, and for whom it is otherwise. */
export default async function TimesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { actor, filter, slice, view, language, words } = await prepareTimes("/reports/times", searchParams);
  const { measure, step, by } = view;
  const before = filter.compare === null ? null : sliceBefore(slice, filter.compare);
  const [
    first,
    next,
    resolution,
    asked,
    waiting,
    trend,
    spread,
    week,
    rows,
    multiples,
    targets,
    marks,
    changes,
  ] = await Promise.all([
    readTimes(actor, { measure: "first_response", slice }),
    readTimes(actor, { measure: "next_response", slice }),
    readTimes(actor, { measure: "resolution", slice }),
    readWaiting(actor, { measure, slice }),
    readWaiting(actor, { measure: "next_response", slice }),
    readTrend(actor, { measure, slice, step }),
    readSpread(actor, { measure, slice }),
    readWeekHours(actor, { slice }),
    readBy(actor, { measure, slice, by }),
    readTrends(actor, { measure, slice, step: coarseStep(slice), by: "channel" }),
    can(actor, "channel.read") ? listTargets(actor) : [],
    markedDates(actor, { from: slice.from, to: addDays(slice.to, -1), brandId: slice.brandId }),
    before === null
      ? null
      : Promise.all(
          (["first_response", "next_response", "resolution"] as const).map(async (one) => ({
            measure: one,
            ...(await compareTimes(actor, { measure: one, slice, before })),
          })),
        ),
  ]);
  const page = {
    filter,
    slice,
    view,
    words,
    t: translator(language, "reports.times"),
    whose: "all",
  } as const;

  if (first.n + next.n + resolution.n + waiting.n === 0)
    return (
      <EmptyState icon={ChartNoAxesColumn} title={page.t("empty")}>
        {page.t("emptyText")}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <h2 className="sr-only">{translator(language, "reports")("pages.times")}</h2>
      <Headline page={page} waiting={waiting} first={first} next={next} resolution={resolution} />
      {changes && before ? <Changes page={page} before={before} changes={changes} /> : null}
      <Tabs
        label={page.t("measure")}
        now={measure}
        options={measures.map((one) => ({ value: one, name: page.t(`measures.${one}`) }))}
        filter={filter}
        query={(one) => viewQuery({ ...view, measure: one }, slice)}
      />
      <div className="grid items-stretch gap-3 wide:grid-cols-[5fr_3fr] [&>*]:min-w-0">
        <Trend page={page} trend={trend} target={oneTarget(targets, measure, filter)} marks={marks} />
        <StillWaiting page={page} waiting={asked} />
        <WhenTheyWrite page={page} week={week} />
        <ByTable page={page} rows={rows} />
      </div>
      <div className="grid items-stretch gap-3 wide:auto-cols-fr wide:grid-flow-col [&>*]:min-w-0">
        <Spread page={page} spread={spread} />
        <Multiples page={page} lines={multiples} />
      </div>
    </div>
  );
}

import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { EmptyState } from "@/app/_ui/empty-state";
import type { Params } from "@/app/(desk)/reports/report-filter";
import { prepareTimes } from "@/app/(desk)/reports/times/prepare";
import { WhenTheyWrite } from "@/app/(desk)/reports/times/when-they-write";
import { markedDates } from "@/lib/reports/marked-dates";
import { readStaffing } from "@/lib/reports/read-staffing";
import { readTimes } from "@/lib/reports/read-times";
import { readVolume } from "@/lib/reports/read-volume";
import { readWeekHours } from "@/lib/reports/read-week-hours";
import { addDays } from "@/lib/reports/steps";
import { Course } from "./course";
import { Headline } from "./headline";
import { Hours } from "./hours";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.workload") };
}

/** What comes and what gets done, when it comes, and where an hour of opening would help most. */
export default async function WorkloadPage({ searchParams }: { searchParams: Promise<Params> }) {
  const { actor, filter, slice, view, language, words } = await prepareTimes(
    "/reports/workload",
    searchParams,
  );
  const [volume, week, staffing, handling, marks] = await Promise.all([
    readVolume(actor, { slice, step: view.step }),
    readWeekHours(actor, { slice }),
    readStaffing(actor, { slice }),
    readTimes(actor, { measure: "handling", slice: { ...slice, clock: "wall" } }),
    markedDates(actor, { from: slice.from, to: addDays(slice.to, -1), brandId: slice.brandId }),
  ]);
  const page = {
    filter,
    slice,
    view,
    words,
    t: translator(language, "workload"),
    whose: "all" as const,
  };
  const isEmpty = volume.every(({ received, answered, backlog }) => received + answered + backlog === 0);

  if (isEmpty)
    return (
      <EmptyState icon={ChartNoAxesColumn} title={page.t("empty")}>
        {page.t("emptyText")}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-3">
      <Headline page={page} volume={volume} handling={handling} />
      <Course page={page} volume={volume} marks={marks} />
      <div className="grid items-stretch gap-3 wide:grid-cols-2 [&>*]:min-w-0">
        <Hours page={page} staffing={staffing} />
        <WhenTheyWrite page={{ ...page, t: translator(language, "reports.times") }} week={week} />
      </div>
    </div>
  );
}

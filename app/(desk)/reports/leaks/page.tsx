import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { ReportFilters } from "@/app/(desk)/reports/filters";
import { reportFilter } from "@/app/(desk)/reports/report-filter";
import { ReportHead } from "@/app/(desk)/reports/report-head";
import { leakReport } from "@/lib/leaks/report";
import { LeakFigures } from "./leak-figures";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.leaks") };
}

type Params = Promise<{ [name: string]: string | string[] | undefined }>;

/** Who went public after telling us: how many, where the time went, and what of it we can know. */
export default async function LeakReportPage({ searchParams }: { searchParams: Params }) {
  const actor = await requireActor("/reports/leaks");
  const language = await locale(actor.language);
  const [t, words] = [translator(language, "leaks"), translator(language, "reports")];
  const filter = reportFilter(await searchParams);
  const report = await leakReport(actor, filter);
  const query = new URLSearchParams({ weeks: String(filter.weeks) });
  if (filter.brandId) query.set("brandId", filter.brandId);
  return (
    <>
      <ReportHead title={t("report.title")} text={t("report.text")}>
        <ReportFilters filter={filter} />
        <a href={`/api/v1/reports/leaks.csv?${query}`} className={buttonClass("outline")} download>
          {words("csv")}
        </a>
      </ReportHead>
      <LeakFigures report={report} />
    </>
  );
}

import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { ReportFilters } from "@/app/(desk)/reports/filters";
import { reportFilter } from "@/app/(desk)/reports/report-filter";
import { ReportHead } from "@/app/(desk)/reports/report-head";
import { listSpikes } from "@/lib/spikes/list-spikes";
import { SpikeList } from "./spike-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.spikes") };
}

type Params = Promise<{ [name: string]: string | string[] | undefined }>;

/** What was more than usual in the last weeks, and what became of it. */
export default async function SpikesPage({ searchParams }: { searchParams: Params }) {
  const actor = await requireActor("/reports/spikes");
  const t = translator(await locale(actor.language), "spikes");
  const filter = reportFilter(await searchParams);
  const spikes = await listSpikes(actor, filter);
  return (
    <>
      <ReportHead title={t("title")} text={t("text")}>
        <ReportFilters filter={filter} />
      </ReportHead>
      <SpikeList spikes={spikes} />
    </>
  );
}

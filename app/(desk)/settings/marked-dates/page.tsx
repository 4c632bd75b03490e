import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { houseDay } from "@/lib/reports/house-day";
import { markedDates } from "@/lib/reports/marked-dates";
import { DateList } from "./date-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.marked-dates") };
}

/** Strikes, recalls, launches: what explains a figure afterwards. Shown on every trend and in the month. */
export default async function MarkedDatesPage() {
  const actor = await requireActor("/settings/marked-dates");
  if (!can(actor, "report.edit")) notFound();
  const language = await locale(actor.language);
  const t = translator(language, "satisfaction.dates");
  const [dates, brands, { today }] = await Promise.all([
    markedDates(actor, { from: "1970-01-01", to: "9999-12-31", brandId: null }),
    listBrands(actor),
    houseDay(),
  ]);
  return (
    <MoreWords messages={pick(language, ["satisfaction"])}>
      <PageHead title={t("title")} text={t("text")} />
      <DateList dates={dates.reverse()} brands={brands.map(({ id, name }) => ({ id, name }))} today={today} />
    </MoreWords>
  );
}

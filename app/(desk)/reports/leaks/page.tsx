import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { ReportHead } from "@/app/(desk)/reports/report-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.leaks") };
}

export default async function Page() {
  const actor = await requireActor("/reports/leaks");
  const t = translator(await locale(actor.language), "reports");
  return <ReportHead title={t("pages.leaks")} text="" />;
}

import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import type { Params } from "@/app/(desk)/reports/report-filter";
import { BehindView } from "./behind-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.behind") };
}

export default async function BehindPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/behind");
  return <BehindView actor={actor} params={await searchParams} whose="all" />;
}

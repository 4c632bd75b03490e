import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { BehindView } from "@/app/(desk)/reports/behind/behind-view";
import type { Params } from "@/app/(desk)/reports/report-filter";
import { can } from "@/lib/access";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.behind") };
}

/** What is behind one of my own figures. */
export default async function MyBehindPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/me");
  if (!can(actor, "conversation.reply")) notFound();
  return <BehindView actor={actor} params={await searchParams} whose="mine" />;
}

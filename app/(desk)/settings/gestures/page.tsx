import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listLimits } from "@/lib/gestures/set-limit";
import { LimitForm } from "./limit-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.gestures") };
}

type Params = { [name: string]: string | string[] | undefined };

/** How much each role, or one person, may give without asking. */
export default async function GesturesPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/settings/gestures");
  if (!can(actor, "gesture.limit")) notFound();
  const t = translator(await locale(actor.language), "promises.limits");
  const { currency } = await searchParams;
  const limits = await listLimits(actor, {
    currency: typeof currency === "string" && /^[A-Z]{3}$/.test(currency) ? currency : "EUR",
  });
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <LimitForm limits={limits} ownRole={actor.role} />
    </>
  );
}

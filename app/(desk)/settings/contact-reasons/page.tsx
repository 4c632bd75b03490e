import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listContactReasons } from "@/lib/contact-reasons/list";
import { ReasonList } from "./reason-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.contact-reasons") };
}

/** What customers write about, in two levels: asked when a conversation is settled, counted in the month. */
export default async function ContactReasonsPage() {
  const actor = await requireActor("/settings/contact-reasons");
  if (!can(actor, "report.edit")) notFound();
  const language = await locale(actor.language);
  const t = translator(language, "satisfaction.reasonList");
  const reasons = await listContactReasons(actor);
  return (
    <MoreWords messages={pick(language, ["satisfaction"])}>
      <PageHead title={t("title")} text={t("text")} />
      <ReasonList reasons={reasons} />
    </MoreWords>
  );
}

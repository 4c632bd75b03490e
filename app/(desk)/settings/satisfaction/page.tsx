import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listSurveyChannels } from "@/lib/satisfaction/channels";
import { ChannelDelays } from "./channel-delays";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.satisfaction") };
}

/** On which channels customers are asked how it went, how long after, and when they never are. */
export default async function SatisfactionSettings() {
  const actor = await requireActor("/settings/satisfaction");
  const language = await locale(actor.language);
  const t = translator(language, "satisfaction.settings");
  const channels = await listSurveyChannels(actor);
  return (
    <MoreWords messages={pick(language, ["satisfaction"])}>
      <PageHead title={t("title")} text={t("text")} />
      <ChannelDelays channels={channels} mayChange={can(actor, "report.edit")} />
      <p className="mt-6 max-w-150 text-ink-2">{t("never")}</p>
    </MoreWords>
  );
}

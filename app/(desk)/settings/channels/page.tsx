import { Plug } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listChannels } from "@/lib/channels/list-channels";
import { ChannelLine } from "./channel-line";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.channels") };
}

/** Every source, whether it works, and since when it does not. */
export default async function ChannelsPage() {
  const actor = await requireActor("/settings/channels");
  const t = translator(await locale(actor.language), "settings.channels");
  const channels = await listChannels(actor);
  const mayEdit = can(actor, "channel.edit");
  const add = mayEdit ? (
    <Go href="/settings/channels/new" className={buttonClass("accent")}>
      {t("add")}
    </Go>
  ) : null;
  return (
    <>
      <PageHead title={t("title")} text={t("text")} action={add} />
      {channels.length === 0 ? (
        <EmptyState icon={Plug} title={t("empty.title")} actions={add}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {channels.map((channel) => (
            <li key={channel.id}>
              <ChannelLine channel={channel} mayEdit={mayEdit} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { useLasted, useMoment } from "@/app/_ui/time";
import { useDesk } from "@/app/(desk)/desk";
import type { ChannelView } from "@/lib/channels/list-channels";
import { CheckButton } from "./check-button";
import { useFailureWords } from "./failure-words";

/** As long before as people are told, see lib/channels/tell-trouble.ts. */
const WARNING_DAYS = 7;

/** One source in one line: name, kind, how it is, and a button that asks it. */
export function ChannelLine({ channel, mayEdit }: { channel: ChannelView; mayEdit: boolean }) {
  const kinds = useTranslations("channels");
  // A sample channel stands for a real network; the desk knows which, also for those who may not see its settings.
  const icon = useDesk().channels.find((one) => one.id === channel.id)?.icon ?? channel.icon;
  return (
    <div className="flex items-center gap-3 px-4 py-3 max-desk:flex-wrap">
      <ChannelIcon name={icon} size={20} className="text-ink-2" />
      <div className="min-w-0 flex-1">
        <p className="flex items-baseline gap-2">
          <Go href={`/settings/channels/${channel.id}`} className="truncate font-medium hover:underline">
            {channel.name}
          </Go>
          <span className="shrink-0 text-ink-3 type-meta max-desk:hidden">
            {kinds.has(`${channel.kind}.name`) ? kinds(`${channel.kind}.name`) : channel.kind}
          </span>
        </p>
        <Health channel={channel} />
      </div>
      {mayEdit ? <CheckButton channelId={channel.id} /> : null}
    </div>
  );
}

export function Health({ channel }: { channel: ChannelView }) {
  const t = useTranslations("settings.channels.health");
  const words = useFailureWords();
  const lasted = useLasted();
  const moment = useMoment();
  const now = useNow();
  const { health } = channel;
  const endsSoon =
    health.accessEndsAt !== null && Date.parse(health.accessEndsAt) < now + WARNING_DAYS * 86_400_000;
  const ago = (at: string) => lasted(Date.parse(at), Math.max(now, Date.parse(at) + 1000));
  return (
    <p
      className={`flex flex-wrap items-center gap-x-2 type-meta ${health.state === "failing" ? "text-now" : "text-ink-2"}`}
    >
      {health.state === "failing" && health.failingSince ? (
        <span className="flex min-w-0 gap-1.5">
          <Icon of={TriangleAlert} size={14} className="mt-0.5 shrink-0" />
          <span className="min-w-0 break-words">
            {t("failing", { time: ago(health.failingSince) })} {health.failure ? words(health.failure) : null}
            {health.nextTryAt && Date.parse(health.nextTryAt) > now + 30_000
              ? ` ${t("resumes", { time: moment(health.nextTryAt) })}`
              : null}
          </span>
        </span>
      ) : health.state === "working" ? (
        health.lastItemAt ? (
          t("lastItem", { time: ago(health.lastItemAt) })
        ) : (
          t("quiet")
        )
      ) : (
        t(health.state)
      )}
      {endsSoon ? (
        <span className="font-medium text-today">
          {t("accessEnds", { time: moment(health.accessEndsAt ?? "") })}
        </span>
      ) : null}
      {health.parked > 0 ? (
        <Go href="/settings/parked" className="font-medium text-today hover:underline">
          {t("parked", { count: health.parked })}
        </Go>
      ) : null}
    </p>
  );
}

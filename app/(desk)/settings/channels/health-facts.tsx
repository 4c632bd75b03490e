"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useNow } from "@/app/_ui/now";
import { useLasted, useMoment } from "@/app/_ui/time";
import type { ChannelView } from "@/lib/channels/list-channels";

/** The figures behind a channel's health: when it last worked, how far behind it is, what waits, when access ends. */
export function HealthFacts({ channel }: { channel: ChannelView }) {
  const t = useTranslations("settings.channels.facts");
  const lasted = useLasted();
  const moment = useMoment();
  const now = useNow();
  const { health } = channel;
  const ago = (at: string) =>
    t("ago", { time: lasted(Date.parse(at), Math.max(now, Date.parse(at) + 1000)) });
  const facts: Array<[key: string, value: ReactNode]> = [
    ["lastSuccess", health.lastSuccessAt ? ago(health.lastSuccessAt) : t("never")],
    ["lastMessage", health.lastItemAt ? ago(health.lastItemAt) : t("never")],
    ...(health.lagSeconds !== null && health.lastSuccessAt !== null
      ? [["lag", lasted(now - health.lagSeconds * 1000, now)] satisfies [string, ReactNode]]
      : []),
    ...(health.unread
      ? [
          [
            "unread",
            t("unreadValue", {
              count: health.unread.count,
              time: lasted(Date.parse(health.unread.oldestAt), now),
            }),
          ] satisfies [string, ReactNode],
        ]
      : []),
    ...(health.accessEndsAt ? [["access", moment(health.accessEndsAt)] satisfies [string, ReactNode]] : []),
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 type-meta">
      {facts.map(([key, value]) => (
        <div key={key} className="flex gap-1.5">
          <dt className="text-ink-3">{t(key)}</dt>
          <dd className="text-ink-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

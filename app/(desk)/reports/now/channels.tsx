"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import { useChannelIcon } from "@/app/(desk)/desk";
import { Card } from "@/app/(desk)/reports/card";
import type { Person } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";
import { queueHref } from "./queue-href";

/** Which channels work, and how much is open in each; those that do not stand first. */
export function Channels({ now, brand }: { now: Now; brand: Person | null }) {
  const t = useTranslations("reportNow");
  const iconOf = useChannelIcon();
  const order = { failing: 0, paused: 1, working: 2 } as const;
  const channels = now.channels.toSorted((a, b) => order[a.state] - order[b.state]);
  const working = channels.filter(({ state }) => state === "working").length;
  return (
    <Card
      title={t("channels")}
      aside={<span className="text-ink-2">{t("working", { n: working, of: channels.length })}</span>}
    >
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {channels.map(({ id, name, kind, state, open, failingSince, lastItemAt }) => (
          <li key={id} data-channel={name} className="flex items-center gap-2.5 py-1.5">
            <ChannelIcon name={iconOf(kind)} size={16} className="shrink-0 text-ink-2" />
            <span className="min-w-0 flex-1">
              <span className="block truncate">{name}</span>
              {state === "failing" ? (
                <Go
                  href={`/settings/channels/${id}`}
                  className="flex items-center gap-1 text-now underline-offset-4 hover:underline"
                >
                  <Icon of={TriangleAlert} size={13} />
                  {t("failing")} {failingSince ? <Time at={failingSince} /> : null}
                </Go>
              ) : (
                <span className="block text-ink-3 type-meta">
                  {state === "paused" ? (
                    t("paused")
                  ) : lastItemAt === null ? (
                    t("nothingYet")
                  ) : (
                    <>
                      {t("lastItem")} <Time at={lastItemAt} />
                    </>
                  )}
                </span>
              )}
            </span>
            <Go
              href={queueHref(`is:open channel:"${name}"`, brand)}
              className="shrink-0 text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink max-desk:inline-flex max-desk:min-h-11 max-desk:items-center"
            >
              {t("hasOpen", { n: open })}
            </Go>
          </li>
        ))}
      </ul>
    </Card>
  );
}

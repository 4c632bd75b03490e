"use client";

import { ArrowRight } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import { useChannelIcon } from "@/app/(desk)/desk";
import { Bars } from "@/app/(desk)/reports/charts/bars";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { sayDuration } from "@/app/(desk)/reports/duration";
import type { Person } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";
import { ageFilter, queueHref } from "./queue-href";

/** Those who wait for us, by how long on their own watch, and the one who has waited longest. */
export function Ages({ now, brand }: { now: Now; brand: Person | null }) {
  const t = useTranslations("reportNow");
  const length = useTranslations("charts.length");
  const format = useFormatter();
  const say = (seconds: number) => sayDuration((key, values) => length(key, values), seconds, "wall");
  const nameOf = ({ from, to }: { from: number; to: number | null }) =>
    to === null
      ? t("over", { from: say(from) })
      : from === 0
        ? t("under", { to: say(to) })
        : t("between", { from: say(from), to: say(to) });
  const rows = now.ages.map((age) => ({
    name: nameOf(age),
    value: age.n,
    text: format.number(age.n),
    look: age.from >= 86_400 ? ("now" as const) : ("solid" as const),
    interval: null,
    href: age.n > 0 ? queueHref(ageFilter(age), brand, "longest") : null,
  }));
  const waiting = now.ages.reduce((sum, { n }) => sum + n, 0);
  return (
    <Chart
      title={t("waiting")}
      aside={t("n", { n: format.number(waiting) })}
      name={`waiting-${now.today}`}
      clock="wall"
      summary={t("waitingSummary", {
        n: waiting,
        list: rows.map(({ name, text }) => `${name}: ${text}`).join(", "),
      })}
      table={{
        columns: [
          { label: t("waitsFor"), unit: "text" },
          { label: t("people"), unit: "count" },
        ],
        rows: rows.map(({ name, value, href }) => ({ cells: [name, value], href })),
      }}
    >
      <Bars label={t("waiting")} rows={rows} />
      {now.oldest ? <Oldest oldest={now.oldest} brand={brand} waiting={waiting} /> : null}
    </Chart>
  );
}

function Oldest({
  oldest,
  brand,
  waiting,
}: {
  oldest: NonNullable<Now["oldest"]>;
  brand: Person | null;
  waiting: number;
}) {
  const t = useTranslations("reportNow");
  const iconOf = useChannelIcon();
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3 border-line border-t pt-3">
      <Go
        href={`/queue?c=${oldest.number}`}
        className="group flex min-w-0 items-center gap-2.5 max-desk:min-h-11"
      >
        <Avatar name={oldest.customerName} size={28} />
        <span className="min-w-0">
          <span className="flex items-center gap-1.5 font-medium group-hover:underline">
            <span className="truncate" dir="auto">
              {oldest.customerName}
            </span>
            <ChannelIcon name={iconOf(oldest.channelKind)} size={14} className="text-ink-2" />
          </span>
          <span className="block text-ink-2">
            {t("since")} <Time at={oldest.since} /> ·{" "}
            {oldest.assigneeName === null ? t("nobodyHas") : t("has", { name: oldest.assigneeName })}
          </span>
        </span>
      </Go>
      <Go
        href={queueHref("waited:0h", brand, "longest")}
        className="inline-flex items-center gap-1 text-accent underline-offset-4 hover:underline max-desk:min-h-11 print:hidden"
      >
        {t("openAll", { n: waiting })}
        <Icon of={ArrowRight} size={14} />
      </Go>
    </div>
  );
}

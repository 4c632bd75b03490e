"use client";

import { Sunrise, X } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import type { Opening } from "@/lib/desk/read-opening";

/** What lies on the desk after a closed period, in one line; put away, it stays so until the next one. */
export function OpeningLine({ opening }: { opening: Opening }) {
  const t = useTranslations("opening");
  const format = useFormatter();
  const [isAway, putAway] = useState(false);
  if (isAway) return null;
  const { seconds, basis } = opening;
  const minutes = seconds === null ? 0 : Math.round(seconds / 60);
  const left = minutes % 60;
  const time =
    seconds === null
      ? "none"
      : minutes < 60
        ? t("minutes", { minutes })
        : left === 0
          ? t("hours", { hours: Math.floor(minutes / 60) })
          : t("hoursMinutes", { hours: Math.floor(minutes / 60), minutes: String(left).padStart(2, "0") });
  return (
    <section
      aria-label={t("region")}
      className="mx-3 mb-2 flex items-start gap-2 rounded-row border border-line bg-surface py-1.5 pr-1 pl-2.5"
    >
      <Icon of={Sunrise} size={15} className="mt-0.5 text-ink-2" />
      <p
        className="min-w-0 flex-1"
        title={
          seconds === null
            ? undefined
            : t("basis", {
                count: basis.count,
                days: basis.days,
                minutes: Math.max(1, Math.round(basis.median / 60)),
              })
        }
      >
        {t("line", {
          since: format.dateTime(new Date(opening.since), dayAndHour),
          arrived: opening.arrived,
          due: opening.due,
          before: format.dateTime(new Date(opening.before), hour),
          people: opening.people,
          time,
        })}
        {seconds === null ? null : (
          <span className="block text-ink-3 type-meta">
            {t("basis", {
              count: basis.count,
              days: basis.days,
              minutes: Math.max(1, Math.round(basis.median / 60)),
            })}
          </span>
        )}
      </p>
      <IconButton
        icon={X}
        size={14}
        label={t("dismiss")}
        onClick={() => {
          putAway(true);
          // It was only looked at: should this not be kept, it shows once more.
          void api("POST /opening/dismiss").catch(() => {});
        }}
      />
    </section>
  );
}

const hour = { hour: "2-digit", minute: "2-digit" } as const;
const dayAndHour = { weekday: "long", ...hour } as const;

"use client";

import { Hourglass } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { useMoment } from "@/app/_ui/time";

const soonMs = 6 * 3_600_000;

/** Until when the network takes a private answer, and from when on only a person's own. */
export function ReplyWindow({ closesAt, freeUntil }: { closesAt: string; freeUntil: string | null }) {
  const t = useTranslations("composer.window");
  const moment = useMoment();
  const now = useNow();
  const isFree = freeUntil !== null && Date.parse(freeUntil) > now;
  const next = isFree ? freeUntil : closesAt;
  const left = Date.parse(next) - now;
  const hours = Math.max(1, Math.round(left / 3_600_000));
  const isSoon = left < soonMs;
  const words = isFree
    ? isSoon
      ? t("freeSoon", { hours })
      : t("free", { until: moment(freeUntil) })
    : isSoon
      ? t("soon", { hours })
      : freeUntil === null
        ? t("until", { until: moment(closesAt) })
        : t("personal", { until: moment(closesAt) });
  return (
    <p className={`flex items-center gap-1.5 type-meta ${isSoon ? "font-medium text-today" : "text-ink-2"}`}>
      <Icon of={Hourglass} size={14} />
      {words}
    </p>
  );
}

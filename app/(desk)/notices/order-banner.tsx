"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDownNarrowWide } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import { useDesk } from "@/app/(desk)/desk";

/** The daily look decides it. */
const LOOK_AGAIN_MS = 5 * 60_000;

/** To whoever runs the desk: the order has given itself up and follows response targets, and why. It stays while it is so. */
export function OrderBanner() {
  const t = useTranslations("orderBanner");
  const moment = useMoment();
  const { me } = useDesk();
  const { data } = useQuery({
    queryKey: ["risk", "state"],
    queryFn: () => api("GET /risk/state"),
    enabled: me.canSeeReports,
    refetchInterval: LOOK_AGAIN_MS,
  });

  if (!data?.fallenBackAt) return null;
  return (
    <section
      aria-label={t("region")}
      aria-live="polite"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b bg-note-soft px-4 py-1.5 print:hidden"
    >
      <Icon of={ArrowDownNarrowWide} size={16} className="text-note" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{t("line", { at: moment(data.fallenBackAt) })}</strong>{" "}
        <span className="text-ink-2">{t("because", { least: data.leastLift })}</span>
      </p>
      <Go
        href="/reports/risk"
        className="inline-flex items-center whitespace-nowrap font-medium text-accent hover:underline max-desk:min-h-11"
      >
        {t("open")}
      </Go>
    </section>
  );
}

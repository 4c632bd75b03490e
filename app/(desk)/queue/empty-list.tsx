"use client";

import { useQuery } from "@tanstack/react-query";
import { CheckCheck, FunnelX, Hourglass, Plug } from "lucide-react";
import { useTranslations } from "use-intl";
import { filterOf } from "@/app/_live/fits";
import { held } from "@/app/_live/keys";
import { Button, buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { useDesk } from "@/app/(desk)/desk";
import { getCounts } from "@/app/(desk)/first-calls";
import { useGo } from "@/app/(desk)/place";
import type { ViewName } from "@/lib/conversations/types";

/** Nothing connected, everything answered, or hidden by the filter: three different silences. */
export function EmptyList({ view, filter }: { view: ViewName; filter: string }) {
  const t = useTranslations("queue.empty");
  const { channels, counts: drawn, me } = useDesk();
  const { data: counts } = useQuery({ queryKey: held.counts, queryFn: getCounts, initialData: drawn });
  const go = useGo();

  if (filter) {
    const hidden = counts[view as keyof typeof counts] ?? null;
    return (
      <EmptyState
        icon={FunnelX}
        title={t("filter.title")}
        actions={
          <>
            {view !== "all" && filterOf(filter).text.length > 0 ? (
              <Button look="accent" onClick={() => go({ view: "all" })}>
                {t("filter.everywhere")}
              </Button>
            ) : null}
            <Button onClick={() => go({ q: "", view: view === "all" ? "queue" : view })}>
              {t("filter.clear")}
            </Button>
          </>
        }
      >
        {hidden === null ? t("filter.nowhere") : t("filter.text", { count: hidden })}
      </EmptyState>
    );
  }
  if (channels.length === 0) {
    return (
      <EmptyState
        icon={Plug}
        title={t("unconnected.title")}
        actions={
          me.canSeeSettings ? (
            <Go href="/settings/channels" className={buttonClass("accent")}>
              {t("unconnected.add")}
            </Go>
          ) : null
        }
      >
        {t("unconnected.text")}
      </EmptyState>
    );
  }
  if (view === "queue" && counts.waiting > 0) {
    return (
      <EmptyState
        icon={CheckCheck}
        title={t("answered.title")}
        actions={<Button onClick={() => go({ view: "waiting" })}>{t("answered.seeTheirTurn")}</Button>}
      >
        {t("answered.text", { count: counts.waiting })}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon={view === "waiting" ? Hourglass : CheckCheck} title={t(`${view}.title`)}>
      {t(`${view}.text`)}
    </EmptyState>
  );
}

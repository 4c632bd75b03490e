"use client";

import { CheckCheck, FunnelX, Hourglass, Plug } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { useDesk } from "@/app/(desk)/desk";
import { useGo } from "@/app/(desk)/place";
import type { ViewName } from "@/lib/conversations/types";

/** Nothing connected, everything answered, or hidden by the filter: three different silences. */
export function EmptyList({ view, filter, hidden }: { view: ViewName; filter: string; hidden: number }) {
  const t = useTranslations("queue.empty");
  const { channels, counts, me } = useDesk();
  const go = useGo();

  if (filter) {
    return (
      <EmptyState
        icon={FunnelX}
        title={t("filter.title")}
        actions={
          <Button look="accent" onClick={() => go({ q: "" })}>
            {t("filter.clear")}
          </Button>
        }
      >
        <code className="rounded-key bg-sunken px-1.5 font-medium font-sans">{filter}</code>{" "}
        {t("filter.text", { count: hidden })}
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

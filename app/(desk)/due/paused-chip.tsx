"use client";

import { useQuery } from "@tanstack/react-query";
import { CirclePause } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { chipClass } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import type { QueueRow } from "@/lib/conversations/types";

/** Where the end of it is promised and stands still because it is their turn: nothing is due, and nothing is forgotten. */
export function PausedChip({ row, onDue }: { row: QueueRow; onDue(): void }) {
  const t = useTranslations("conversation");
  const { data } = useQuery({
    queryKey: ["due", row.id, row.version],
    queryFn: () => api("GET /conversations/{id}/due", { params: { id: row.id } }),
  });
  if (!data?.dues.some(({ kind, dueAt }) => kind === "resolution" && dueAt === null)) return null;
  return (
    <button
      type="button"
      data-tip={t("whyPaused")}
      onClick={onDue}
      className={`${chipClass()} hover:bg-hover hover:text-ink`}
    >
      <Icon of={CirclePause} size={14} />
      {t(row.status === "snoozed" ? "pausedAsleep" : "pausedTheirTurn")}
      <span className="sr-only">{t("whyPaused")}</span>
    </button>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { isAlikeKey } from "@/lib/conversations/alike-key";
import type { ListedRow } from "@/lib/conversations/types";

/** In place of initials: how many people stand behind this row; a press shows or folds them. */
export function GroupCount({
  row,
  count,
  isUnfolded,
  onToggle,
}: {
  row: ListedRow;
  count: number;
  isUnfolded: boolean;
  onToggle(key: string): void;
}) {
  const t = useTranslations("queue");
  const words = t(`${isAlikeKey(row.groupKey) ? "alikes" : "comments"}.${isUnfolded ? "fold" : "unfold"}`, {
    count,
  });
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={isUnfolded}
      aria-label={words}
      data-tip={words}
      onClick={() => row.groupKey !== null && onToggle(row.groupKey)}
      className="absolute top-1/2 left-3 grid size-7.5 -translate-y-1/2 place-items-center rounded-control bg-lead font-semibold text-ink-2 hover:text-ink max-desk:size-11 max-desk:left-1.5"
    >
      {count}
    </button>
  );
}

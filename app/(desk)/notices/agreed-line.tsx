"use client";

import { Megaphone } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { useNotices } from "./use-notices";

/** The line that was agreed to say today, beside the words being written; one click puts it among them. */
export function AgreedLine({
  brandId,
  language,
  onInsert,
}: {
  brandId: string;
  /** Of the customer; the other language where nothing was agreed in theirs. */
  language: string | null;
  onInsert(line: string): void;
}) {
  const t = useTranslations("noticeOfDay");
  const line = useNotices(brandId)
    .map((one) => (language === "fr" ? (one.lineFr ?? one.lineEn) : (one.lineEn ?? one.lineFr)))
    .find((one) => one !== null);
  if (!line) return null;
  return (
    <p className="flex items-center gap-2 rounded-control bg-note-soft px-2 py-1">
      <Icon of={Megaphone} size={14} className="text-note" />
      <span className="min-w-0 flex-1 truncate text-ink-2" title={line}>
        <span className="font-medium text-ink">{t("agreed")}</span> {line}
      </span>
      <button
        type="button"
        onClick={() => onInsert(line)}
        className="shrink-0 rounded-control px-1.5 font-medium text-accent hover:underline max-desk:min-h-11"
      >
        {t("insert")}
      </button>
    </p>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Time } from "@/app/_ui/time";
import type { CalmedView } from "@/lib/risk/calm";
import { Part } from "./part";

/** Who said "not a risk" of what, and what became of it. */
export function CalmedList({ items }: { items: CalmedView[] }) {
  const t = useTranslations("riskReport.calmed");
  return (
    <Part title={t("title")} text={t("text")}>
      {items.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line bg-surface">
          {items.map((item) => (
            <li
              key={`${item.conversationId} ${item.at}`}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5"
            >
              <Go href={`/queue?c=${item.number}`} className="font-medium hover:underline">
                {item.customerName}, #{item.number}
              </Go>
              <span className="min-w-0 flex-1 text-ink-2" dir="auto">
                {t("because", { name: item.by ?? t("somebody"), because: item.because })}
              </span>
              {item.hasLeaked ? <span className="font-medium text-now">{t("leaked")}</span> : null}
              <span className="text-ink-3 type-meta">{t(item.isOver ? "over" : "holds")}</span>
              <Time at={item.at} className="text-ink-3 type-meta" />
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

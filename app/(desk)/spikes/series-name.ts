"use client";

import { useTranslations } from "use-intl";

/** What a series counts, in words: "Complaints", "Topic refund". */
export function useSeriesName(): (spike: { series: string; topic: string | null }) => string {
  const t = useTranslations("spikeLine.series");
  return ({ series, topic }) => {
    if (series.startsWith("topic:")) return t("topic", { name: topic ?? "?" });
    const code = series.replace("rate:", "");
    return t.has(code) ? t(code) : code;
  };
}

/** The queue with just these conversations. */
export function numbersHref(numbers: readonly number[]): string {
  return `/queue?${new URLSearchParams({ view: "all", q: numbers.map((number) => `#${number}`).join(",") })}`;
}

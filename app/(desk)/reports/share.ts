"use client";

import { useLocale, useTranslations } from "use-intl";
import { sayShare } from "@/lib/reports/say-share";
import { enough } from "./enough";

/** "19 %, between 9 and 36 %, n 31"; "too few to say, n 7". */
export function useShare(): (share: {
  hits: number;
  n: number;
  low: number | null;
  high: number | null;
}) => string {
  const t = useTranslations("reports");
  const language = useLocale();
  return ({ hits, n, low, high }) =>
    n < enough || low === null || high === null
      ? t("notYet", { n, enough })
      : t("share", {
          share: sayShare(language, hits / n),
          low: Math.floor(100 * low),
          high: Math.ceil(100 * high),
          n,
        });
}

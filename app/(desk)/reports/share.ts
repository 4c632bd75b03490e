"use client";

import { useTranslations } from "use-intl";
import { enough } from "./enough";

/** "19 %, between 9 and 36 %, n 31"; "too few to say, n 7". */
export function useShare(): (share: {
  hits: number;
  n: number;
  low: number | null;
  high: number | null;
}) => string {
  const t = useTranslations("reports");
  return ({ hits, n, low, high }) =>
    n < enough || low === null || high === null
      ? t("notYet", { n, enough })
      : t("share", {
          share: Math.round((100 * hits) / n),
          low: Math.floor(100 * low),
          high: Math.ceil(100 * high),
          n,
        });
}

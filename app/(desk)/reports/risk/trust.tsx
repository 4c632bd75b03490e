"use client";

import { useFormatter, useLocale, useTranslations } from "use-intl";
import { enough } from "@/app/(desk)/reports/enough";
import type { Share } from "@/lib/leaks/report";
import { sayShare } from "@/lib/reports/say-share";
import type { Evaluation } from "@/lib/risk/read-model";
import { cellClass, headClass, Part, Sheet, tableClass } from "./part";

/** Whether this order is better than a plain one, and how much of what happens in public it can know of. */
export function Trust({
  evaluation,
  linked,
  sample,
  weeks,
}: {
  evaluation: Evaluation;
  linked: Share;
  /** Linked posts of the sample, which teach nothing. */
  sample: number;
  weeks: number;
}) {
  const t = useTranslations("riskReport.trust");
  const format = useFormatter();
  const language = useLocale();
  const { lift, posts, leastLift, orders, calibration } = evaluation;
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const percent = (value: number | null) => (value === null ? "" : sayShare(language, value));
  const notYet = calibration.isCalibrated ? "" : ` (${t("notYet")})`;
  return (
    <Part title={t("title")} definition="put_first" text={t("text")}>
      <p>
        {lift === null
          ? t(sample > 0 ? "noLiftSample" : "noLift", { least: number(leastLift) })
          : t("lift", { lift: number(lift), posts, least: number(leastLift) })}
        {lift === null ? "" : notYet}
      </p>
      <Sheet label={t("orders")}>
        <table className={tableClass}>
          <caption className="sr-only">{t("orders")}</caption>
          <thead className="border-line border-b">
            <tr>
              <th scope="col" className={headClass}>
                {t("order")}
              </th>
              <th scope="col" className={headClass}>
                {t("c")}
              </th>
              <th scope="col" className={headClass}>
                {t("posts")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {orders.map(({ order, c, posts: n }) => (
              <tr key={order}>
                <th scope="row" className={`${cellClass} font-medium`}>
                  {t(`names.${order}`)}
                </th>
                <td className={`${cellClass} tabular-nums`}>
                  {c === null ? t("none") : `${number(c)}${notYet}`}
                </td>
                <td className={`${cellClass} text-ink-2 tabular-nums`}>{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <p className="text-ink-2">
        {linked.n === 0
          ? t("nothingPublic", { weeks })
          : t(linked.n < enough ? "linkedFew" : "linked", {
              enough,
              weeks,
              hits: linked.hits,
              n: linked.n,
              low: percent(linked.low),
              high: percent(linked.high),
            })}
        {sample > 0 ? ` ${t("ofSample")}` : ""}
      </p>
    </Part>
  );
}

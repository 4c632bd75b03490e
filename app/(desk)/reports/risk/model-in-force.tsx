"use client";

import { Suspense, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { lazy } from "@/app/_ui/lazy";
import type { ModelView } from "@/lib/risk/read-model";
import { cellClass, headClass, Part, Sheet, tableClass } from "./part";

const EditModel = lazy(async () => ({ default: (await import("./edit-model")).EditModel }));

/** Each thing that may be known, by what it multiplies, and how often it was known. */
export function ModelInForce({
  model,
  isCalibrated,
  mayEdit,
}: {
  model: ModelView;
  isCalibrated: boolean;
  mayEdit: boolean;
}) {
  const t = useTranslations("riskReport.model");
  const format = useFormatter();
  const [isOpen, setOpen] = useState(false);
  const times = (value: number) => `×${format.number(value, { maximumFractionDigits: 2 })}`;
  const perThousand = format.number(model.levelPerHour * 1000, { maximumFractionDigits: 2 });
  return (
    <Part title={t("title", { version: model.version })} definition="multiplier" text={t("text")}>
      <p>
        {t("level", { count: perThousand })}{" "}
        {isCalibrated ? null : <span className="text-ink-3">({t("notYet")})</span>}
      </p>
      <Sheet label={t("factors")}>
        <table className={tableClass}>
          <caption className="sr-only">{t("factors")}</caption>
          <thead className="border-line border-b">
            <tr>
              <th scope="col" className={headClass}>
                {t("what")}
              </th>
              <th scope="col" className={headClass}>
                {t("multiplier")}
              </th>
              <th scope="col" className={headClass}>
                {t("shipped")}
              </th>
              <th scope="col" className={headClass}>
                {t("seen")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {model.factors.map((factor) => (
              <tr key={factor.signal}>
                <th scope="row" className={`${cellClass} font-medium`}>
                  {t(`signals.${factor.signal}`)}
                </th>
                <td className={`${cellClass} tabular-nums`}>{times(factor.multiplier)}</td>
                <td className={`${cellClass} text-ink-2 tabular-nums`}>{times(factor.shipped)}</td>
                <td className={`${cellClass} text-ink-2 tabular-nums`}>
                  {t("seenOf", { seen: factor.seen, of: model.phases })}
                </td>
              </tr>
            ))}
            {model.clock.map((stretch) => (
              <tr key={stretch.from}>
                <th scope="row" className={`${cellClass} font-medium`}>
                  {stretch.until === null
                    ? t("clockFrom", { from: format.number(stretch.from) })
                    : t("clock", { from: format.number(stretch.from), until: format.number(stretch.until) })}
                </th>
                <td className={`${cellClass} tabular-nums`} colSpan={3}>
                  {times(stretch.multiplier)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
      <p className="text-ink-2">{t("cap", { most: model.largestMultiplier })}</p>
      <dl className="grid max-w-120 grid-cols-[1fr_auto] gap-x-6 gap-y-1">
        {model.patienceHours.map(({ patience, hours }) => (
          <div key={patience} className="contents">
            <dt className="text-ink-2">{t(`patience.${patience}`)}</dt>
            <dd className="tabular-nums">{t("hours", { hours })}</dd>
          </div>
        ))}
        <div className="contents">
          <dt className="text-ink-2">{t("budget")}</dt>
          <dd className="tabular-nums">
            {format.number(model.budget, { style: "percent", maximumFractionDigits: 1 })}
          </dd>
        </div>
      </dl>
      {mayEdit ? (
        <p className="print:hidden">
          <Button onClick={() => setOpen(true)}>{t("edit")}</Button>
        </p>
      ) : null}
      <Suspense fallback={null}>
        {isOpen ? <EditModel model={model} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </Part>
  );
}

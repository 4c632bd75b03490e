"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Calibration, CalibrationBand } from "@/lib/risk/calibration";
import type { Evaluation } from "@/lib/risk/read-model";
import { cellClass, headClass, Part, Sheet, tableClass } from "./part";

/** What was said against what came, by how likely it was said to be; the picture stands in the table. */
export function CalibrationTable({ evaluation }: { evaluation: Evaluation }) {
  const t = useTranslations("riskReport.calibration");
  const { calibration, oldest } = evaluation;
  return (
    <Part title={t("title")} definition="said_came" text={t("text")}>
      <Bands calibration={calibration} caption={t("title")} />
      <p className="text-ink-2">
        {oldest.bands.some(({ phases }) => phases > 0)
          ? t("oldest", { seen: oldest.seen, expected: Math.round(oldest.expected * 10) / 10 })
          : t("noOldest")}
      </p>
    </Part>
  );
}

function Bands({ calibration, caption }: { calibration: Calibration; caption: string }) {
  const t = useTranslations("riskReport.calibration");
  const format = useFormatter();
  const round = (value: number) => format.number(value, { maximumFractionDigits: 1 });
  const percent = (value: number) => format.number(value, { style: "percent", maximumFractionDigits: 1 });
  const most = Math.max(1, ...calibration.bands.map((band) => Math.max(band.expected, band.high)));
  const name = (band: CalibrationBand) =>
    band.to >= 1
      ? t("over", { from: percent(band.from) })
      : t("between", { from: percent(band.from), to: percent(band.to) });
  return (
    <>
      <p aria-hidden className="flex flex-wrap gap-4 text-ink-2 type-meta">
        <span className="flex items-center gap-1.5">
          <span className="h-2.5 w-6 rounded-sm bg-ink-3" />
          {t("said")}
        </span>
        <span className="flex items-center gap-1.5">
          <span className="h-2.5 w-6 rounded-sm border border-accent" style={stripes} />
          {t("came")}
        </span>
        <span className="flex items-center gap-1.5">
          <span className="h-px w-6 bg-ink" />
          {t("interval")}
        </span>
      </p>
      <Sheet label={caption}>
        <table className={tableClass}>
          <caption className="sr-only">{caption}</caption>
          <thead className="border-line border-b">
            <tr>
              {(["chance", "waits", "said", "came"] as const).map((column) => (
                <th key={column} scope="col" className={headClass}>
                  {t(column)}
                </th>
              ))}
              <td className={`${headClass} w-64`} />
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {calibration.bands.map((band) => (
              <tr key={band.from}>
                <th scope="row" className={`${cellClass} whitespace-nowrap font-medium`}>
                  {name(band)}
                </th>
                <td className={`${cellClass} tabular-nums`}>{format.number(band.phases)}</td>
                <td className={`${cellClass} tabular-nums`}>{round(band.expected)}</td>
                <td className={`${cellClass} tabular-nums`}>
                  {t("withInterval", { seen: band.seen, low: round(band.low), high: round(band.high) })}
                </td>
                <td className={`${cellClass} w-64`} aria-hidden>
                  <Bars band={band} most={most} />
                </td>
              </tr>
            ))}
            <tr className="font-medium">
              <th scope="row" className={cellClass}>
                {t("all")}
              </th>
              <td className={cellClass} />
              <td className={`${cellClass} tabular-nums`}>{round(calibration.expected)}</td>
              <td className={`${cellClass} tabular-nums`} colSpan={2}>
                {t("withInterval", {
                  seen: calibration.seen,
                  low: round(calibration.low),
                  high: round(calibration.high),
                })}{" "}
                {calibration.isCalibrated ? null : <span className="text-ink-3">({t("notYet")})</span>}
              </td>
            </tr>
          </tbody>
        </table>
      </Sheet>
    </>
  );
}

const stripes = {
  backgroundImage: "repeating-linear-gradient(135deg, var(--accent) 0 2px, transparent 2px 5px)",
  printColorAdjust: "exact",
} as const;

function Bars({ band, most }: { band: CalibrationBand; most: number }) {
  const width = (value: number) => `${Math.min(100, (100 * value) / most)}%`;
  return (
    <div className="flex flex-col gap-1">
      <div className="h-2 rounded-sm bg-ink-3" style={{ width: width(band.expected) }} />
      <div className="relative h-2">
        <div
          className="h-2 rounded-sm border border-accent"
          style={{ ...stripes, width: width(band.seen), minWidth: band.seen > 0 ? 2 : 0 }}
        />
        <div
          className="absolute top-1/2 h-px bg-ink"
          style={{ left: width(band.low), width: width(band.high - band.low) }}
        />
      </div>
    </div>
  );
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { useMoment } from "@/app/_ui/time";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { ModelView, VersionView } from "@/lib/risk/read-model";
import { cellClass, headClass, Part, Sheet, tableClass } from "./part";

/** Every version, what it was fitted to, and the way back to it. */
export function Versions({ model, mayEdit }: { model: ModelView; mayEdit: boolean }) {
  const t = useTranslations("riskReport.versions");
  const format = useFormatter();
  const moment = useMoment();
  const { busy, failed, save } = useSave();
  const goBack = (version: number | null) =>
    void save(() => api("POST /risk/model/return", { body: { version } }), {
      said: version === null ? t("saidShipped") : t("said", { version }),
    });
  const change = (row: VersionView) =>
    row.isByHand
      ? t("by", { name: row.changedBy ?? t("somebody") })
      : t(row.posts === 0 ? "asShipped" : "byFit");
  return (
    <Part title={t("title")} text={t("text", { posts: model.postsForWeights })}>
      {model.versions.length === 0 ? (
        <p className="text-ink-2">{t("onlyShipped")}</p>
      ) : (
        <Sheet label={t("title")}>
          <table className={tableClass}>
            <caption className="sr-only">{t("title")}</caption>
            <thead className="border-line border-b">
              <tr>
                {(["version", "since", "how", "fittedTo", "heldOut", "lift"] as const).map((column) => (
                  <th key={column} scope="col" className={headClass}>
                    {t(column)}
                  </th>
                ))}
                {mayEdit ? <td className={`${headClass} print:hidden`} /> : null}
              </tr>
            </thead>
            <tbody className="divide-y divide-line">
              {model.versions.map((row) => (
                <tr key={row.version}>
                  <th scope="row" className={`${cellClass} font-medium tabular-nums`}>
                    {row.version}
                  </th>
                  <td className={`${cellClass} whitespace-nowrap text-ink-2`}>{moment(row.inForceAt)}</td>
                  <td className={cellClass}>{change(row)}</td>
                  <td className={`${cellClass} tabular-nums`}>
                    {t("fitted", { posts: row.posts, hours: format.number(Math.round(row.hours)) })}
                  </td>
                  <td className={`${cellClass} text-ink-2 tabular-nums`}>
                    {row.heldOut === null || row.heldOutBefore === null
                      ? "–"
                      : t("against", {
                          now: format.number(row.heldOut, { maximumFractionDigits: 1 }),
                          before: format.number(row.heldOutBefore, { maximumFractionDigits: 1 }),
                        })}
                  </td>
                  <td className={`${cellClass} text-ink-2 tabular-nums`}>
                    {row.lift === null ? "–" : format.number(row.lift, { maximumFractionDigits: 1 })}
                  </td>
                  {mayEdit ? (
                    <td className={`${cellClass} print:hidden`}>
                      {row.version === model.version ? (
                        <span className="text-ink-3">{t("inForce")}</span>
                      ) : (
                        <Button disabled={busy} onClick={() => goBack(row.version)}>
                          {t("return", { version: row.version })}
                        </Button>
                      )}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </Sheet>
      )}
      {mayEdit && model.versions.length > 0 ? (
        <p className="print:hidden">
          <Button disabled={busy} onClick={() => goBack(null)}>
            {t("returnShipped")}
          </Button>
        </p>
      ) : null}
      <FailedLine text={failed} />
    </Part>
  );
}

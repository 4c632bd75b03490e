import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Bars } from "@/app/(desk)/reports/charts/bars";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import { missReasons } from "@/db/enums";
import type { TargetRow } from "@/lib/reports/slice";
import type { TargetsPage } from "./targets-filter";

/** What was true when the time was over, of the kind that is looked at. */
export function Reasons({ page, all }: { page: TargetsPage; all: TargetRow[] }) {
  const { t, words, filter, view, slice } = page;
  const row = all.find(({ kind }) => kind === view.kind);
  const reasons = missReasons.map((reason) => ({
    reason,
    n: row?.reasons.find((one) => one.reason === reason)?.n ?? 0,
  }));
  const rows = reasons.map(({ reason, n }) => ({
    name: t(`reasons.${reason}`),
    value: n,
    text: words.number(n),
    look: "solid" as const,
    interval: null,
    href: n > 0 ? behindHref(filter, `${view.kind}:missed:${reason}`) : null,
  }));
  return (
    <Chart
      title={t("why")}
      aside={`n ${words.number(row?.missed ?? 0)}`}
      note={t(`kinds.${view.kind}`)}
      name={`${view.kind}-missed-${slice.from}`}
      clock={filter.clock}
      summary={t("whySummary", { list: rows.map(({ name, text }) => `${name}: ${text}`).join(", ") })}
      table={{
        columns: [
          { label: t("reason"), unit: "text" },
          { label: t("missed"), unit: "count" },
        ],
        rows: rows.map(({ name, value, href }) => ({ cells: [name, value], href })),
      }}
    >
      {(row?.missed ?? 0) === 0 ? (
        <p className="text-ink-2">{t("whyNone")}</p>
      ) : (
        <Bars label={t("why")} rows={rows} />
      )}
    </Chart>
  );
}

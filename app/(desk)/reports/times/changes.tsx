import { Card } from "@/app/(desk)/reports/card";
import { plusDays } from "@/app/(desk)/reports/report-filter";
import type { Measure } from "@/db/enums";
import type { Compared } from "@/lib/reports/compare";
import type { Slice } from "@/lib/reports/slice";
import { medianText } from "./median-text";
import type { TimesPage } from "./page-of";

/** What is otherwise than in another period, one sentence a measure, and whether that can be chance. */
export function Changes({
  page,
  before,
  changes,
}: {
  page: TimesPage;
  before: Slice;
  changes: Array<Compared & { measure: Measure }>;
}) {
  const { t, words } = page;
  const days = { from: words.wholeDay(before.from), to: words.wholeDay(plusDays(before.to, -1)) };
  return (
    <Card title={t("changes.title")} aside={<span className="text-ink-2">{t("changes.days", days)}</span>}>
      <ul className="flex flex-col gap-1.5">
        {changes.map((one) => (
          <li key={one.measure}>
            <span className="font-medium">{t(`measures.${one.measure}`)}:</span>{" "}
            {one.verdict === "few"
              ? t("changes.few", {
                  n: one.now.n + one.now.waiting.n,
                  before: one.before.n + one.before.waiting.n,
                })
              : t(`changes.${one.verdict}`, {
                  now: medianText(page, one.now),
                  before: medianText(page, one.before),
                  n: words.number(one.now.n),
                  nBefore: words.number(one.before.n),
                })}
          </li>
        ))}
      </ul>
      <p className="max-w-170 text-ink-2 type-meta">{t("changes.how")}</p>
    </Card>
  );
}

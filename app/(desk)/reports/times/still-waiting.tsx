import { ArrowRight } from "lucide-react";
import { Avatar } from "@/app/_ui/avatar";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Bars } from "@/app/(desk)/reports/charts/bars";
import { Chart } from "@/app/(desk)/reports/charts/chart";
import type { Waiting } from "@/lib/reports/read-waiting";
import type { TimesPage } from "./page-of";

/** Those who have no answer yet, by how long on their own watch, and the one who waits longest. */
export function StillWaiting({ page, waiting }: { page: TimesPage; waiting: Waiting }) {
  const { t, words, filter, view, slice } = page;
  const nameOf = ({ from, to }: { from: number; to: number | null }) =>
    to === null
      ? t("over", { from: words.duration(from, "wall") })
      : from === 0
        ? t("under", { to: words.duration(to, "wall") })
        : t("between", { from: words.duration(from, "wall"), to: words.duration(to, "wall") });
  const rows = waiting.classes.map((one) => ({
    name: nameOf(one),
    value: one.n,
    text: words.number(one.n),
    look: one.from >= 86_400 ? ("now" as const) : ("solid" as const),
    interval: null,
    href: one.n > 0 ? behindHref(filter, `${view.measure}:since:${one.from}-${one.to ?? ""}`) : null,
  }));
  return (
    <Chart
      title={t(view.measure === "resolution" ? "stillOpen" : "stillWaiting")}
      aside={t("n", { n: words.number(waiting.n) })}
      note={t("countedIn")}
      name={`${view.measure}-waiting-${slice.to}`}
      clock="wall"
      summary={t("waitingSummary", { list: rows.map(({ name, text }) => `${name}: ${text}`).join(", ") })}
      table={{
        columns: [
          { label: t("waitsFor"), unit: "text" },
          { label: t("nName"), unit: "count" },
        ],
        rows: rows.map(({ name, value, href }) => ({ cells: [name, value], href })),
      }}
    >
      <Bars label={t("stillWaiting")} rows={rows} />
      {waiting.oldest ? (
        <div className="mt-3 flex flex-wrap items-center justify-between gap-3 border-line border-t pt-3">
          <Go href={`/queue?c=${waiting.oldest.number}`} className="group flex min-w-0 items-center gap-2.5">
            <Avatar name={waiting.oldest.customerName} size={28} />
            <span className="min-w-0">
              <span className="block truncate font-medium group-hover:underline">
                {waiting.oldest.customerName}
              </span>
              <span className="block text-ink-2">
                {t("since", { at: words.moment(waiting.oldest.since) })}
              </span>
            </span>
          </Go>
          <Go
            href={behindHref(filter, `${view.measure}:waiting`)}
            className="inline-flex items-center gap-1 text-accent underline-offset-4 hover:underline print:hidden"
          >
            {t("openAll", { n: waiting.n })}
            <Icon of={ArrowRight} size={14} />
          </Go>
        </div>
      ) : null}
    </Chart>
  );
}

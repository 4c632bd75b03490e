import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { EmptyState } from "@/app/_ui/empty-state";
import { myBehindHref } from "@/app/(desk)/reports/behind-href";
import { enough } from "@/app/(desk)/reports/enough";
import { Figure } from "@/app/(desk)/reports/figure";
import { type Params, reportFilter, sliceOf } from "@/app/(desk)/reports/report-filter";
import { reportWords } from "@/app/(desk)/reports/say";
import { medianText } from "@/app/(desk)/reports/times/median-text";
import { Tabs } from "@/app/(desk)/reports/times/tabs";
import { timesView } from "@/app/(desk)/reports/times/times-filter";
import { Trend } from "@/app/(desk)/reports/times/trend";
import { can } from "@/lib/access";
import { houseDay } from "@/lib/reports/house-day";
import { readBy } from "@/lib/reports/read-by";
import { readTimes } from "@/lib/reports/read-times";
import { readTrend } from "@/lib/reports/read-trend";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.me") };
}

/** One's own figures, whoever one is; nobody else's can be asked for here. */
export default async function MyFiguresPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/me");
  if (!can(actor, "conversation.reply")) notFound();
  const params = await searchParams;
  const filter = { ...reportFilter(params), agentId: actor.id };
  const { today, zone } = await houseDay();
  const slice = sliceOf(filter, today);
  const view = timesView(params, slice);
  const [first, next, trend, [own]] = await Promise.all([
    readTimes(actor, { measure: "first_response", slice }),
    readTimes(actor, { measure: "next_response", slice }),
    readTrend(actor, { measure: view.measure, slice, step: view.step }),
    readBy(actor, { measure: "next_response", slice, by: "agent" }),
  ]);
  const language = await locale(actor.language);
  const words = reportWords(language, filter.clock, zone);
  const page = {
    filter,
    slice,
    view,
    words,
    t: translator(language, "reports.times"),
    whose: "mine",
  } as const;
  const [t, report] = [translator(language, "reports.mine"), translator(language, "reports")];
  const again = own?.wroteAgain ?? null;
  const behind = (figure: string) => myBehindHref(filter, figure);
  const figureOf = (measure: "first_response" | "next_response", times: typeof first) => (
    <Figure
      title={page.t(measure === "first_response" ? "firstMedian" : "nextMedian")}
      definition={measure}
      value={medianText(page, times)}
      of={page.t("n", { n: words.number(times.n) })}
      href={times.n > 0 ? behind(`${measure}:answered`) : null}
      also={
        times.waiting.n > 0
          ? { text: page.t("andWaiting", { n: times.waiting.n }), href: behind(`${measure}:waiting`) }
          : null
      }
    />
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="flex max-w-170 flex-col gap-1">
          <h1 className="type-title">{t("title")}</h1>
          <p className="text-ink-2">{t("text", { enough })}</p>
        </div>
        <div className="flex flex-wrap gap-x-4">
          <Tabs
            label={report("period")}
            now={String(filter.weeks)}
            options={["4", "13", "26", "52"].map((weeks) => ({
              value: weeks,
              name: report("lastWeeks", { weeks: Number(weeks) }),
            }))}
            filter={{ ...filter, agentId: null, days: null }}
            query={(weeks) => ({ weeks: weeks === "13" ? null : weeks })}
          />
        </div>
      </div>
      {first.n + next.n + next.waiting.n === 0 ? (
        <EmptyState icon={ChartNoAxesColumn} title={t("empty")}>
          {t("emptyText")}
        </EmptyState>
      ) : (
        <>
          <div className="grid gap-3 desk:grid-cols-3">
            {figureOf("first_response", first)}
            {figureOf("next_response", next)}
            <Figure
              title={t("again")}
              definition="wrote_again"
              value={
                again === null || again.n < enough ? page.t("tooFew") : words.share(again.hits / again.n)
              }
              of={
                again === null
                  ? t("few", { n: 0, enough })
                  : again.n < enough
                    ? t("few", { n: again.n, enough })
                    : t("againOf", { hits: words.number(again.hits), n: words.number(again.n) })
              }
              href={again !== null && again.hits > 0 ? behind("next_response:again") : null}
            />
          </div>
          <Trend page={page} trend={trend} target={null} marks={[]} />
        </>
      )}
    </div>
  );
}

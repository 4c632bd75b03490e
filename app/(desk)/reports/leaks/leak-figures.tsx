"use client";

import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Card } from "@/app/(desk)/reports/card";
import { useShare } from "@/app/(desk)/reports/share";
import { numbersHref } from "@/app/(desk)/spikes/series-name";
import type { LeakReport, Share } from "@/lib/leaks/report";
import { LeakRows } from "./leak-rows";
import { LeakWeeks, WeeksTable } from "./leak-weeks";

/** The rate with the share that can be known beside it, where the time went, week by week, and the stories behind it. */
export function LeakFigures({ report }: { report: LeakReport }) {
  const t = useTranslations("leaks.report");
  const words = useTranslations("reports");
  const [isTable, setTable] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      {report.isSample ? <p className="rounded-row bg-note-soft px-3 py-2">{t("sample")}</p> : null}
      <div className="grid gap-4 desk:grid-cols-3">
        <Figure title={t("leaks")} share={report.leaks} of={t("ofLinked", { n: report.leaks.n })}>
          {report.linkedNumbers.length > 0 ? (
            <Behind numbers={report.linkedNumbers}>
              {t("openLinked", { count: report.linkedNumbers.length })}
            </Behind>
          ) : null}
        </Figure>
        <Figure title={t("linked")} share={report.linked} of={t("ofPosts", { n: report.linked.n })}>
          {report.unlinkedNumbers.length > 0 ? (
            <Behind numbers={report.unlinkedNumbers}>
              {t("openUnlinked", { count: report.unlinkedNumbers.length })}
            </Behind>
          ) : null}
        </Figure>
        <Figure title={t("told")} share={report.told} of={t("ofTold", { n: report.told.n })} />
      </div>
      <div className="grid items-start gap-4 wide:grid-cols-[5fr_3fr]">
        <Card
          title={t("weeks")}
          aside={
            <Button look="plain" onClick={() => setTable(!isTable)}>
              {words(isTable ? "chart" : "table")}
            </Button>
          }
        >
          {isTable ? <WeeksTable weeks={report.weeks} /> : <LeakWeeks weeks={report.weeks} />}
        </Card>
        <Card title={t("causes")} aside={<span className="text-ink-2">n {report.rows.length}</span>}>
          <Causes report={report} />
        </Card>
      </div>
      <Card title={t("stories")} aside={<span className="text-ink-2">n {report.rows.length}</span>}>
        <LeakRows rows={report.rows} />
      </Card>
      <details className="text-ink-2">
        <summary className="cursor-pointer font-medium text-ink">{t("howTitle")}</summary>
        <p className="mt-2 max-w-[75ch] whitespace-pre-line">{t("how")}</p>
      </details>
    </div>
  );
}

function Figure({
  title,
  share,
  of,
  children,
}: {
  title: string;
  share: Share;
  of: string;
  children?: ReactNode;
}) {
  const say = useShare();
  return (
    <section className="flex flex-col gap-1 rounded-card border border-line bg-surface p-4 print:break-inside-avoid">
      <h3>{title}</h3>
      <p className="type-figure">{share.hits}</p>
      <p className="text-ink-2">{of}</p>
      <p className="text-ink-2">{say(share)}</p>
      {children}
    </section>
  );
}

function Behind({ numbers, children }: { numbers: readonly number[]; children: string }) {
  return (
    <Go
      href={numbersHref(numbers)}
      className="self-start text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink print:no-underline"
    >
      {children}
    </Go>
  );
}

function Causes({ report }: { report: LeakReport }) {
  const t = useTranslations("leaks");
  const say = useShare();
  return (
    <ul className="flex flex-col gap-3">
      {report.causes.map(({ cause, share }) => (
        <li key={cause}>
          <p className="flex justify-between gap-3">
            <span className="font-medium">{t(`causes.${cause}`)}</span>
            <span className="font-semibold">{share.hits}</span>
          </p>
          <p
            aria-hidden
            className="my-1 h-2 rounded-key bg-accent"
            style={{ width: `${share.n === 0 ? 0 : Math.max(0.5, (100 * share.hits) / share.n)}%` }}
          />
          <p className="text-ink-2 type-meta">
            {say(share)} · {t(`causeHints.${cause}`)}
          </p>
        </li>
      ))}
    </ul>
  );
}

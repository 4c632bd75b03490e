"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { Card } from "@/app/(desk)/reports/card";
import { Figure } from "@/app/(desk)/reports/figure";
import { useShare } from "@/app/(desk)/reports/share";
import { numbersHref } from "@/app/(desk)/spikes/series-name";
import type { LeakReport, Share } from "@/lib/leaks/report";
import { LeakCauses } from "./leak-causes";
import { LeakRows } from "./leak-rows";
import { LeakWeeks } from "./leak-weeks";

/** The rate with the share that can be known beside it, where the time went, week by week, and the stories behind it. */
export function LeakFigures({ report }: { report: LeakReport }) {
  const t = useTranslations("leaks.report");
  const words = useTranslations("reports");
  const { leaks, linked, told, linkedNumbers, unlinkedNumbers } = report;
  const unlinked = linked.n - linked.hits;
  return (
    <div className="flex flex-col gap-3">
      {report.isSample ? <p className="rounded-row bg-note-soft px-3 py-2">{t("sample")}</p> : null}
      <div className="grid gap-3 desk:grid-cols-3">
        <Counted
          title={t("leaks")}
          definition="leak_rate"
          share={leaks}
          of={t("ofLinked", { n: leaks.n })}
          href={hrefOf(linkedNumbers, leaks.n)}
        />
        <Counted
          title={t("linked")}
          definition="linked"
          share={linked}
          of={t("ofPosts", { n: linked.n })}
          href={null}
        >
          {unlinked > 0 ? <Unlinked n={unlinked} href={hrefOf(unlinkedNumbers, unlinked)} /> : null}
        </Counted>
        <Counted
          title={t("told")}
          definition="told"
          share={told}
          of={t("ofTold", { n: told.n })}
          href={null}
        />
      </div>
      <div className="grid items-stretch gap-3 wide:grid-cols-[5fr_3fr] [&>*]:min-w-0">
        <LeakWeeks weeks={report.weeks} />
        <LeakCauses report={report} />
      </div>
      <div id="stories" className="scroll-mt-4">
        <Card
          title={t("stories")}
          aside={<span className="text-ink-2">{words("n", { count: report.rows.length })}</span>}
        >
          <LeakRows rows={report.rows} />
        </Card>
      </div>
      <details className="text-ink-2">
        <summary className="cursor-pointer font-medium text-ink">{t("howTitle")}</summary>
        <p className="mt-2 max-w-[75ch] whitespace-pre-line">{t("how")}</p>
      </details>
    </div>
  );
}

function Unlinked({ n, href }: { n: number; href: string | null }) {
  const text = useTranslations("leaks.report")("unlinked", { count: n });
  if (href === null) return <p className="text-ink-2">{text}</p>;
  return (
    <p>
      <Go href={href} className="text-ink-2 underline decoration-dotted underline-offset-4 hover:text-ink">
        {text}
      </Go>
    </p>
  );
}

/** A link only where it opens all of them: of many the report names sixty, and some are not mine to see. */
function hrefOf(numbers: readonly number[], n: number): string | null {
  return n > 0 && numbers.length === n ? numbersHref(numbers) : null;
}

function Counted({
  title,
  definition,
  share,
  of,
  href,
  children,
}: {
  title: string;
  definition: string;
  share: Share;
  of: string;
  href: string | null;
  children?: ReactNode;
}) {
  const say = useShare();
  return (
    <Figure title={title} definition={definition} value={String(share.hits)} of={of} href={href}>
      <p className="text-ink-2">{say(share)}</p>
      {children}
    </Figure>
  );
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { behindHref } from "@/app/(desk)/reports/behind-href";
import { Definition } from "@/app/(desk)/reports/definition";
import { sayDuration } from "@/app/(desk)/reports/duration";
import { enough } from "@/app/(desk)/reports/enough";
import { reportFilter } from "@/app/(desk)/reports/report-filter";
import type { Person } from "@/lib/conversations/types";
import type { Now } from "@/lib/reports/slice";

/** How long those who wrote today waited for a first answer, as far as it is known. */
export function Today({ now, brand }: { now: Now; brand: Person | null }) {
  const t = useTranslations("reportNow");
  const lengths = useTranslations("charts.length");
  const format = useFormatter();
  const { firstResponse: times, today } = now;
  const filter = { ...reportFilter({ from: today, to: today }), brandId: brand?.id ?? null };
  const isFew = times.n + times.waiting.n < enough;
  const length = (seconds: number) => sayDuration((key, values) => lengths(key, values), seconds);
  const median =
    times.median !== null
      ? length(times.median)
      : times.atLeast === null
        ? "–"
        : t("atLeast", { time: length(times.atLeast) });
  const p90 = times.p90 === null ? t("notKnown") : length(times.p90);
  const behind = (part: string, n: number, words: string) =>
    n === 0 ? (
      <span>{words}</span>
    ) : (
      <Go
        href={behindHref(filter, `first_response:${part}`)}
        className="underline decoration-dotted underline-offset-4 hover:text-ink"
      >
        {words}
      </Go>
    );
  return (
    <section
      aria-label={t("today")}
      className="rounded-card border border-line bg-surface px-4.5 py-3 print:break-inside-avoid"
    >
      <header className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{t("today")}</h3>
        <span className="-mr-1.5">
          <Definition of="first_response" />
        </span>
      </header>
      {times.n === 0 ? (
        <p className="mt-1 type-title">{t(times.waiting.n === 0 ? "nobodyWrote" : "nobodyAnswered")}</p>
      ) : (
        <dl className="mt-1 grid grid-cols-2 gap-3">
          <div>
            <dt className="text-ink-2">{t("median")}</dt>
            <dd className="type-title tabular-nums">{isFew ? t("tooFew") : median}</dd>
          </div>
          <div>
            <dt className="text-ink-2">{t("p90")}</dt>
            <dd className="type-title tabular-nums">{isFew ? t("tooFew") : p90}</dd>
          </div>
        </dl>
      )}
      <p className="mt-1 text-ink-2">
        {behind("answered", times.n, t("answeredN", { n: format.number(times.n) }))}
        {" · "}
        {behind("waiting", times.waiting.n, t("stillN", { n: times.waiting.n }))}
      </p>
    </section>
  );
}

"use client";

import { useTranslations } from "use-intl";
import { zoneName } from "@/app/_ui/zone-name";
import type { AnsweredView } from "@/lib/targets/read-answered";
import { useDueWords } from "./use-due-words";

const shownAtOnce = 7;

/** The stretches of opening hours that were counted, the days that were not, and the sum of both clocks. */
export function Counted({
  of,
}: {
  of: Pick<AnsweredView, "hours" | "counted" | "closed" | "businessSeconds" | "wallSeconds">;
}) {
  const t = useTranslations("due");
  const { hours, counted, closed } = of;
  const { stretch, lasts, date, isElsewhere } = useDueWords(hours.of === "nobody" ? null : hours.zone);
  const isLong = counted.length > shownAtOnce;
  const line = (one: (typeof counted)[number]) => (
    <li key={one.from} className="flex justify-between gap-4">
      <span>
        {stretch(one.from, one.to)}
        {one.exception ? ` (${one.exception})` : null}
      </span>
      <span className="shrink-0 tabular-nums">{lasts(one.seconds)}</span>
    </li>
  );
  return (
    <>
      <p className="text-ink-2">
        {hours.of === "nobody"
          ? t("hours.nobody")
          : t(`hours.${hours.of}`, { name: hours.name ?? "", of: hours.ofName ?? "" })}
        {isElsewhere ? ` ${t("zone", { zone: zoneName(hours.zone) })}` : null}
      </p>
      {counted.length > 0 ? (
        <section aria-label={t("counted")}>
          <h4 className="font-medium">{t("counted")}</h4>
          <ul className="flex flex-col gap-0.5">
            {(isLong ? counted.slice(0, 3) : counted).map(line)}
            {isLong ? (
              <li>
                <details>
                  <summary className="cursor-pointer text-accent">
                    {t("more", { count: counted.length - 5 })}
                  </summary>
                  <ul className="flex flex-col gap-0.5">{counted.slice(3, -2).map(line)}</ul>
                </details>
              </li>
            ) : null}
            {isLong ? counted.slice(-2).map(line) : null}
          </ul>
        </section>
      ) : null}
      {closed.length > 0 ? (
        <p>
          {t("closed", { days: closed.map((each) => `${date(each.date)} (${each.name || "–"})`).join(", ") })}
        </p>
      ) : null}
      <p className="font-medium">
        {t("sum", { business: lasts(of.businessSeconds), wall: lasts(of.wallSeconds) })}
      </p>
    </>
  );
}

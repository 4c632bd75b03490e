"use client";

import { useFormatter, useTranslations } from "use-intl";

/** Said elsewhere: the year beside the name, the segment with the signs, the currency with the amount. */
const saidElsewhere = ["customerSince", "segment", "currency"];

/** Amounts in several currencies, which do not add up. */
function severalOf(facts: { [name: string]: unknown }): Array<[string, number]> {
  const amounts = Object.entries(facts.spentIn ?? {}).filter(([, amount]) => typeof amount === "number");
  return amounts.length > 1 ? amounts : [];
}

type Fact = { name: string; label: string; value: string };

/** What the outside told us, in words: "Spent €363.00", "Last order 12 Nov 2026". */
export function useFacts(): (facts: { [name: string]: unknown }) => Fact[] {
  const t = useTranslations("context.facts");
  const format = useFormatter();

  function said(name: string, value: string | number, currency: unknown): string {
    if (name === "spent" && typeof value === "number" && typeof currency === "string") {
      return format.number(value, { style: "currency", currency });
    }
    if (typeof value === "number") return format.number(value);
    // A day of the calendar, the same wherever it is read.
    return /^\d{4}-\d\d-\d\d$/.test(value)
      ? format.dateTime(new Date(`${value}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" })
      : value;
  }

  return (facts) =>
    Object.entries({
      ...facts,
      spentIn: severalOf(facts)
        .map(([currency, amount]) => format.number(amount, { style: "currency", currency }))
        .join(" + "),
    }).flatMap(([name, value]) =>
      value !== "" &&
      !saidElsewhere.includes(name) &&
      (typeof value === "string" || typeof value === "number")
        ? [{ name, label: t.has(name) ? t(name) : name, value: said(name, value, facts.currency) }]
        : [],
    );
}

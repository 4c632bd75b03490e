"use client";

import { useFormatter, useTranslations } from "use-intl";
import { digitsOf, majorOf, mostMinor, readAmount } from "@/lib/gestures/amount";

/** What was typed as an amount: in the smallest unit, or the sentence that is said at its field; null while it is empty. */
export function useAmount(): (
  text: string,
  currency: string,
) => { minor: number; problem?: undefined } | { minor: null; problem: string | undefined } {
  const t = useTranslations("promises.amounts");
  const money = useMoney();
  return (text, currency) => {
    if (text.trim() === "") return { minor: null, problem: undefined };
    const read = readAmount(text, currency);
    if ("minor" in read) return read;
    const values = { currency, digits: digitsOf(currency), most: money(mostMinor, currency) };
    return { minor: null, problem: t(read.problem, values) };
  };
}

/** "85 €": without cents where there are none. */
export function useMoney(): (minor: number, currency: string) => string {
  const format = useFormatter();
  return (minor, currency) => {
    const amount = majorOf(minor, currency);
    return format.number(amount, {
      style: "currency",
      currency,
      ...(Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {}),
    });
  };
}

import { z } from "zod";
import type { SignalCustomer } from "@/lib/signals/signal";

/** Ids are numbers or text on the other side, and text here. */
export const id = z.union([z.string(), z.number()]).transform(String);
export const text = z.string().nullish();

/** Decimal money as text or number → the currency's smallest unit. */
export function minorOf(
  amount: string | number | null | undefined,
  currency: string | null | undefined,
): number | undefined {
  const value = Number(amount ?? Number.NaN);
  if (!Number.isFinite(value)) return undefined;
  return Math.round(Math.abs(value) * 10 ** decimalsOf(currency ?? ""));
}

/** ISO 4217: most have two. */
export function decimalsOf(currency: string): number {
  if (without.has(currency.toUpperCase())) return 0;
  return withThree.has(currency.toUpperCase()) ? 3 : 2;
}

const without = new Set("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" "));
const withThree = new Set("BHD IQD JOD KWD LYD OMR TND".split(" "));

export function currencyOf(currency: string | null | undefined): string | undefined {
  return currency && /^[A-Za-z]{3}$/.test(currency) ? currency.toUpperCase() : undefined;
}

/** Leaves out what is empty: other systems send "" and null for what they do not know. */
export function who(
  given: { [name in keyof SignalCustomer]?: SignalCustomer[name] | null | "" },
): SignalCustomer {
  const known = Object.entries(given).filter(
    ([, value]) => value !== null && value !== undefined && value !== "",
  );
  return Object.fromEntries(known);
}

/** Names that are known, nothing empty. */
export function details(given: { [name: string]: string | number | null | undefined }): {
  [name: string]: string | number;
} {
  const known: { [name: string]: string | number } = {};
  for (const [name, value] of Object.entries(given))
    if (value !== null && value !== undefined && value !== "")
      known[name] = typeof value === "string" ? value.slice(0, 300) : value;
  return known;
}

export function nameOf(
  first: string | null | undefined,
  last: string | null | undefined,
): string | undefined {
  return [first, last].filter(Boolean).join(" ").trim() || undefined;
}

import { fail } from "@/lib/errors";
import { digitsOf, majorOf, mostMinor } from "./amount";

/** Throws `invalid` for what is no amount in a currency: a part of its smallest unit, below nothing, above the most. */
export function checkAmount(amountMinor: number, currency: string): void {
  if (!isCurrency(currency)) fail("invalid", "gesture.currency");
  if (!Number.isInteger(amountMinor))
    fail("invalid", "gesture.decimals", { currency, digits: digitsOf(currency) });
  if (amountMinor < 0 || amountMinor > mostMinor)
    fail("invalid", "gesture.amount", { most: majorOf(mostMinor, currency), currency });
}

function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && Intl.supportedValuesOf("currency").includes(code);
}

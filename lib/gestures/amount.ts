/** The largest amount, in the smallest unit of any currency. */
export const mostMinor = 100_000_000;

export type ReadAmount = { minor: number } | { problem: "unread" | "decimals" | "most" };

/**
 * An amount as somebody types it ("12,50", "1 000") in the smallest unit of a currency. It is never rounded: more
 * decimals than the currency has are a slip of the hand, as is "1,000" for a thousand. Pure.
 */
export function readAmount(text: string, currency: string): ReadAmount {
  const found = /^(\d+)(?:[.,](\d+))?$/.exec(text.replaceAll(/[\s\u00a0\u202f']/g, ""));
  if (!found) return { problem: "unread" };
  const [, whole = "", decimals = ""] = found;
  const digits = digitsOf(currency);
  if (decimals.length > digits) return { problem: "decimals" };
  const minor = Number(whole + decimals.padEnd(digits, "0"));
  return minor > mostMinor ? { problem: "most" } : { minor };
}

/** Decimals of a currency (ISO 4217): two for the euro, none for the yen. */
export function digitsOf(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}

/** An amount in the unit that people say: 4000 is 40 €. */
export function majorOf(minor: number, currency: string): number {
  return minor / 10 ** digitsOf(currency);
}

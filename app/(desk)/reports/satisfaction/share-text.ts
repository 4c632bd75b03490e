import { enough } from "@/app/(desk)/reports/enough";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Share } from "@/lib/satisfaction/report";

type Say = (key: string, values?: { [name: string]: string | number }) => string;

/** A share with what it rests on: "82 %" and "between 77 and 86 %, n 214"; under twenty only what was counted. `t` says `reports`. */
export function shareText(
  t: Say,
  words: ReportWords,
  { hits, n, low, high }: Share,
): { value: string; of: string } {
  if (n === 0 || low === null || high === null) return { value: "–", of: t("n", { count: 0 }) };
  if (n < enough) return { value: `${words.number(hits)} / ${words.number(n)}`, of: t("tooFew") };
  const interval = t("between", { low: Math.floor(100 * low), high: Math.ceil(100 * high) });
  return { value: words.share(hits / n), of: `${interval}, ${t("n", { count: words.number(n) })}` };
}

import { enough } from "@/app/(desk)/reports/enough";
import type { Times } from "@/lib/reports/slice";
import type { TimesPage } from "./page-of";

/** "1 h 02"; "at least 6 h" where too many still wait; "too few" under twenty; a dash of nothing. */
export function medianText({ t, words }: Pick<TimesPage, "t" | "words">, times: Times): string {
  const all = times.n + times.waiting.n;
  if (all === 0) return "–";
  if (all < enough) return t("tooFew");
  if (times.median !== null) return words.duration(times.median);
  return times.atLeast === null ? t("tooFew") : t("atLeast", { time: words.duration(times.atLeast) });
}

import type { MarkedDate } from "@/lib/reports/marked-dates";
import { stepAt } from "@/lib/reports/steps";

/** Where marked dates stand on an axis of steps, `days` being those on which the steps begin; two of one step share a name. */
export function marksOn(
  marks: readonly MarkedDate[],
  days: readonly string[],
): Array<{ at: number; name: string }> {
  const names = new Map<number, string[]>();
  for (const { firstDay, title } of marks) {
    const at = Math.max(0, stepAt(days, firstDay));
    names.set(at, [...(names.get(at) ?? []), title]);
  }
  return [...names].map(([at, titles]) => ({ at, name: titles.join(", ") })).sort((a, b) => a.at - b.at);
}

import type { Actor } from "@/lib/access";
import type { Slice } from "@/lib/reports/slice";
import { csvCell } from "@/lib/text/csv-cell";
import { readSatisfaction, type Satisfaction } from "./report";

/** The report as a table, one line for each part of it; shares between 0 and 1. */
export async function satisfactionCsv(actor: Actor, input: { slice: Slice }): Promise<string> {
  const report = await readSatisfaction(actor, input);
  const lines = [
    line("all", "", report),
    ...report.channels.map((row) => line("channel", row.name ?? "", row)),
    ...report.teams.map((row) => line("team", row.name ?? "", row)),
    ...report.months.map((row) => line("month", row.month, row)),
    ...report.refused.map(({ reason, n }) => [
      "not_asked",
      reason,
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      String(n),
    ]),
  ];
  return `\uFEFF${[head, ...lines.map((cells) => cells.map(csvCell).join(","))].join("\r\n")}\r\n`;
}

const head =
  "by,name,asked,answered,satisfied,partly,unsatisfied,satisfied_share,satisfied_low,satisfied_high,not_asked";

function line(by: string, name: string, { satisfied, answered, verdicts }: Satisfaction): string[] {
  const { hits, n, low, high } = satisfied;
  const share = (value: number | null) => (value === null ? "" : value.toFixed(4));
  return [
    by,
    name,
    String(answered.n),
    String(n),
    String(verdicts.satisfied),
    String(verdicts.partly),
    String(verdicts.unsatisfied),
    share(n === 0 ? null : hits / n),
    share(low),
    share(high),
    "",
  ];
}

import type { Language } from "@/db/enums";
import type { Actor } from "@/lib/access";
import type { Slice } from "@/lib/reports/slice";
import { sentence } from "@/lib/sentences";
import { csvCell } from "@/lib/text/csv-cell";
import { readSatisfaction, type Satisfaction } from "./report";

const columns = [
  "by",
  "name",
  "asked",
  "answered",
  "satisfied",
  "partly",
  "unsatisfied",
  "share",
  "low",
  "high",
  "notAsked",
] as const;

/** The report as a table in the reader's words, one line for each part of it; shares between 0 and 1, months as their first day. */
export async function satisfactionCsv(
  actor: Actor,
  input: { slice: Slice; language: Language },
): Promise<string> {
  const report = await readSatisfaction(actor, input);
  const say = (key: string) => sentence(input.language, `satisfaction.report.${key}`) ?? key;
  const lines = [
    line(say("file.all"), "", report),
    ...report.channels.map((row) => line(say("head.channel"), row.name ?? "", row)),
    ...report.teams.map((row) => line(say("head.team"), row.name ?? "", row)),
    ...report.months.map((row) => line(say("month"), row.month, row)),
    ...report.refused.map(({ reason, n }) => [
      say("file.notAsked"),
      say(`refusals.${reason}`),
      ...Array.from({ length: columns.length - 3 }, () => ""),
      String(n),
    ]),
  ];
  const head = columns.map((column) => say(`file.${column}`));
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

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

import type { Language } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { sentence } from "@/lib/sentences";
import { csvCell } from "@/lib/text/csv-cell";
import type { Figure } from "./figure";
import { readBehindRows } from "./read-behind";
import type { Slice } from "./slice";

/** More rows are another question than a figure's. */
const most = 5_000;
const atOnce = 500;

const columns = [
  "number",
  "who",
  "channel",
  "agent",
  "from",
  "to",
  "business",
  "wall",
  "due",
  "missed",
] as const;

/**
 * The rows behind a figure as a table in the reader's words: moments in UTC as ISO 8601 says them, durations in seconds,
 * each with its unit in the heading; the first 5,000.
 */
export async function behindCsv(
  actor: Actor,
  input: { figure: Figure; slice: Slice; language: Language },
): Promise<string> {
  const { language } = input;
  const say = (key: string) => sentence(language, key);
  const lines: string[] = [
    columns.map((column) => csvCell(say(`reports.behind.file.${column}`) ?? column)).join(","),
  ];
  for (let cursor: string | null = null; lines.length <= most; ) {
    const { rows, next } = await readBehindRows(actor, { ...input, cursor, limit: atOnce });
    for (const row of rows)
      lines.push(
        [
          String(row.number),
          row.customerName,
          row.channelKind === null ? "" : (say(`channels.${row.channelKind}.name`) ?? row.channelKind),
          row.agentName ?? "",
          row.fromAt,
          row.toAt ?? "",
          String(row.business),
          String(row.wall),
          row.dueAt ?? "",
          row.missed === null ? "" : (say(`reports.behind.reasons.${row.missed}`) ?? row.missed),
        ]
          .map(csvCell)
          .join(","),
      );
    if (next === null) break;
    cursor = next;
  }
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

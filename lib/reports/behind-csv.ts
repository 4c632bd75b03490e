import type { Actor } from "@/lib/access";
import { csvCell } from "@/lib/text/csv-cell";
import type { Figure } from "./figure";
import { readBehindRows } from "./read-behind";
import type { Slice } from "./slice";

/** More rows are another question than a figure's. */
const most = 5_000;
const atOnce = 500;

/** The rows behind a figure as a table: moments in UTC, durations in seconds; the first 5,000. */
export async function behindCsv(actor: Actor, input: { figure: Figure; slice: Slice }): Promise<string> {
  const lines: string[] = [head];
  for (let cursor: string | null = null; lines.length <= most; ) {
    const { rows, next } = await readBehindRows(actor, { ...input, cursor, limit: atOnce });
    for (const row of rows)
      lines.push(
        [
          String(row.number),
          row.customerName,
          row.channelKind ?? "",
          row.agentName ?? "",
          row.fromAt,
          row.toAt ?? "",
          String(row.business),
          String(row.wall),
          row.dueAt ?? "",
          row.missed ?? "",
        ]
          .map(csvCell)
          .join(","),
      );
    if (next === null) break;
    cursor = next;
  }
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

const head = "conversation,customer,channel,agent,from_at,to_at,business_seconds,wall_seconds,due_at,missed";

import { csvCell } from "@/lib/text/csv-cell";
import type { Times } from "./slice";

type Cell = string | number | boolean | null;

/** Rows as a table for a spreadsheet, the names of the first row on top; nothing stands for null. */
export function toCsv(rows: ReadonlyArray<{ [name: string]: Cell }>): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => names.map((name) => csvCell(String(row[name] ?? ""))).join(","));
  return `\uFEFF${[names.join(","), ...lines].join("\r\n")}\r\n`;
}

/** Figures of times side by side, in seconds. */
export function timesCells(times: Times) {
  return {
    n: times.n,
    median_seconds: times.median,
    at_least_seconds: times.atLeast,
    nine_of_ten_seconds: times.p90,
    waiting: times.waiting.n,
    waiting_since: times.waiting.oldestSince,
    answered_only_median_seconds: times.answeredOnly.median,
    answered_only_nine_of_ten_seconds: times.answeredOnly.p90,
    closed_without_answer: times.closed,
  };
}

import type { Language } from "@/db/enums";
import type { Actor } from "@/lib/access";
import { authorize } from "@/lib/access";
import { sentence } from "@/lib/sentences";
import { csvCell } from "@/lib/text/csv-cell";
import { type LeakRow, leakReport } from "./report";

const columns = [
  "told",
  "answered",
  "posted",
  "waited",
  "cause",
  "door",
  "private",
  "public",
  "url",
] as const;

/**
 * The leaks of the report as a table in the reader's words: moments in UTC as ISO 8601 says them, the unit in the heading.
 * Addresses of posts have a column only where one is known.
 */
export async function leaksCsv(
  actor: Actor,
  input: { weeks: number; brandId: string | null; language: Language },
): Promise<string> {
  authorize(actor, "report.read");
  const { rows } = await leakReport(actor, input);
  const say = (key: string) => sentence(input.language, `leaks.${key}`);
  const shown = columns.filter((column) => column !== "url" || rows.some(({ url }) => url !== null));
  const head = shown.map((column) => say(`file.${column}`) ?? column);
  const lines = rows.map((row) => {
    const cells = cellsOf(row, say);
    return shown.map((column) => cells[column]);
  });
  return `\uFEFF${[head, ...lines].map((cells) => cells.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

function cellsOf(
  row: LeakRow,
  say: (key: string) => string | null,
): Record<(typeof columns)[number], string> {
  const waited = Date.parse(row.answeredAt ?? row.postedAt) - Date.parse(row.toldAt);
  return {
    told: row.toldAt,
    answered: row.answeredAt ?? "",
    posted: row.postedAt,
    waited: (waited / 3_600_000).toFixed(1),
    cause: row.cause === null ? "" : (say(`causes.${row.cause}`) ?? row.cause),
    door: say(`doors.${row.door}`) ?? row.door,
    private: String(row.told),
    public: row.posted === null ? "" : String(row.posted),
    url: row.url ?? "",
  };
}

import type { Actor } from "@/lib/access";
import { authorize } from "@/lib/access";
import { csvCell } from "@/lib/text/csv-cell";
import { leakReport } from "./report";

/** The leaks of the report as a table, moments in UTC; a spreadsheet reads every cell as text or number. */
export async function leaksCsv(
  actor: Actor,
  input: { weeks: number; brandId: string | null },
): Promise<string> {
  authorize(actor, "report.read");
  const { rows } = await leakReport(actor, input);
  const lines = rows.map((row) =>
    [
      row.toldAt,
      row.answeredAt ?? "",
      row.postedAt,
      ((Date.parse(row.answeredAt ?? row.postedAt) - Date.parse(row.toldAt)) / 3_600_000).toFixed(1),
      row.cause ?? "",
      row.door,
      String(row.told),
      row.posted === null ? "" : String(row.posted),
      row.url ?? "",
    ]
      .map(csvCell)
      .join(","),
  );
  return `\uFEFF${[head, ...lines].join("\r\n")}\r\n`;
}

const head =
  "told_at,answered_at,posted_at,waited_hours,cause,door,private_conversation,public_conversation,url";

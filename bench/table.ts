/** One line of the table. A ratio is always product against the bare thing beside it, in the same run. */
export type Row = {
  path: string;
  /** What was set against what, and the absolute figures of this machine, which mean little elsewhere. */
  detail: string;
  ratio: number | null;
  /** As SPEED says it: "≥ 1", "≤ 1.2"; null where nothing is promised. */
  goal: { atLeast: number } | { atMost: number } | null;
  /** In front of the ratio, "×" if left out. */
  unit?: string;
};

/** Prints the rows as a Markdown table, so that a figure can be quoted as it stands. */
export function printTable(rows: readonly Row[]): void {
  console.log("\n| path | measured | goal | | detail |\n|---|---|---|---|---|");
  for (const row of rows) {
    const unit = row.unit ?? "×";
    const measured = row.ratio === null ? "not measured" : `${round(row.ratio)} ${unit}`;
    const goal = row.goal
      ? "atLeast" in row.goal
        ? `≥ ${row.goal.atLeast} ${unit}`
        : `≤ ${row.goal.atMost} ${unit}`
      : "";
    console.log(`| ${row.path} | ${measured} | ${goal} | ${verdict(row)} | ${row.detail} |`);
  }
}

export function isMet(row: Row): boolean {
  if (row.ratio === null || row.goal === null) return true;
  return "atLeast" in row.goal ? row.ratio >= row.goal.atLeast : row.ratio <= row.goal.atMost;
}

function verdict(row: Row): string {
  if (row.ratio === null || row.goal === null) return "";
  return isMet(row) ? "met" : "**missed**";
}

export function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3).replace(/\.?0+$/, "");
}

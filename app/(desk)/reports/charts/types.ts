import type { Clock } from "@/db/enums";

/** What a number of a chart is; durations are seconds, shares lie between 0 and 1. */
export type Unit = "seconds" | "count" | "share" | "hours";

/** The same figures for whoever reads them as a table, and for CSV: there seconds and shares stay numbers. */
export type ChartTable = {
  columns: Array<{ label: string; unit: Unit | "text" }>;
  rows: Array<{
    cells: Array<string | number | null>;
    href: string | null;
    /** Where each cell opens rows of its own. */
    hrefs?: Array<string | null>;
  }>;
};

/** One place on the horizontal axis. */
export type Place = {
  /** Under the axis, short: "2 Nov". */
  tick: string;
  /** What the reading line says there, whole: "week of 2 Nov: median 52 min, n 138". */
  reading: string;
  /** The rows behind it; Enter and click open them. */
  href: string | null;
};

export type LineLook = "solid" | "dashed" | "dotted" | "pale";
export type Line = { name: string; look: LineLook; values: Array<number | null> };

export type FillLook = "solid" | "hatch" | "pale" | "outline" | "now";

export type ClockOf = { clock: Clock };

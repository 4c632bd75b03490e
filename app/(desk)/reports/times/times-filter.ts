import type { Params, ReportFilter } from "@/app/(desk)/reports/report-filter";
import { type dimensions, type Measure, measures } from "@/db/enums";
import type { Slice, Step } from "@/lib/reports/slice";

export const steps = ["day", "week", "month"] as const satisfies readonly Step[];
export const tables = [
  "channel",
  "team",
  "agent",
  "tag",
  "brand",
] as const satisfies readonly (typeof dimensions)[number][];
export type TableBy = (typeof tables)[number];

/** What of the page its address names: which time, in which steps, told apart by what. */
export type TimesView = { measure: Measure; step: Step; by: TableBy };

export function timesView(params: Params, slice: Slice): TimesView {
  return {
    measure: measures.find((measure) => measure === params.measure) ?? "first_response",
    step: steps.find((step) => step === params.step) ?? usualStep(slice),
    by: tables.find((by) => by === params.by) ?? "channel",
  };
}

/** The words of it that are not the usual, for an address. */
export function viewQuery(view: TimesView, slice: Slice): { [name: string]: string | null } {
  return {
    measure: view.measure === "first_response" ? null : view.measure,
    step: view.step === usualStep(slice) ? null : view.step,
    by: view.by === "channel" ? null : view.by,
  };
}

/** Small pictures stand beside each other: fewer and larger steps. */
export function coarseStep(slice: Slice): Step {
  return daysIn(slice) > 63 ? "month" : "week";
}

/** A step of a slice as days of one's own, so that it opens exactly what it counts. */
export function daysOfStep(from: string, next: string | undefined, slice: Slice): ReportFilter["days"] {
  const end = next ?? slice.to;
  return { from, to: new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10) };
}

function usualStep(slice: Slice): Step {
  const days = daysIn(slice);
  return days <= 35 ? "day" : days <= 400 ? "week" : "month";
}

function daysIn({ from, to }: Slice): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

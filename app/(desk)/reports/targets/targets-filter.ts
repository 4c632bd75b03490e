import type { Say } from "@/app/_server/words";
import type { Params, ReportFilter } from "@/app/(desk)/reports/report-filter";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Slice, Step, TargetRow } from "@/lib/reports/slice";

export const kinds = [
  "first_response",
  "next_response",
  "resolution",
] as const satisfies readonly TargetRow["kind"][];
export const tables = ["channel", "team", "brand"] as const;
export type TargetsView = { kind: TargetRow["kind"]; by: (typeof tables)[number]; step: Step };

/** What every part of the page needs. */
export type TargetsPage = {
  filter: ReportFilter;
  slice: Slice;
  view: TargetsView;
  words: ReportWords;
  t: Say;
};

export function targetsView(params: Params, slice: Slice): TargetsView {
  const days = (Date.parse(slice.to) - Date.parse(slice.from)) / 86_400_000;
  return {
    kind: kinds.find((kind) => kind === params.kind) ?? "first_response",
    by: tables.find((by) => by === params.by) ?? "channel",
    step: days > 200 ? "month" : "week",
  };
}

export function viewQuery({ kind, by }: Pick<TargetsView, "kind" | "by">): { [name: string]: string | null } {
  return { kind: kind === "first_response" ? null : kind, by: by === "channel" ? null : by };
}

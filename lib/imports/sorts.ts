import { customerSort } from "@/lib/customers/import-sort";
import { signalSort } from "@/lib/signals/import-sort";
import type { Sort } from "./sort";

export const importSorts = ["signals", "customers"] as const;
export type ImportSort = (typeof importSorts)[number];

/** Hands the sort of a file to `use`, which knows nothing of its rows. */
export function withSort<T>(what: ImportSort, use: <Row>(sort: Sort<Row>) => T): T {
  switch (what) {
    case "signals":
      return use(signalSort);
    case "customers":
      return use(customerSort);
  }
}

/** What of a sort does not depend on its rows. */
export type RowlessSort = Pick<
  Sort<unknown>,
  "fields" | "dateField" | "moneyField" | "missing" | "tables" | "finish" | "undo" | "undone"
>;

export function sortOf(what: ImportSort): RowlessSort {
  return withSort<RowlessSort>(what, (sort) => sort);
}

import type { Say } from "@/app/_server/words";
import type { ReportFilter } from "@/app/(desk)/reports/report-filter";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Slice } from "@/lib/reports/slice";
import type { TimesView } from "./times-filter";

/** What every part of the page needs: the filter and its days, what is looked at, and how it is said. */
export type TimesPage = {
  filter: ReportFilter;
  slice: Slice;
  view: TimesView;
  words: ReportWords;
  t: Say;
  /** `mine` are one's own figures, which open elsewhere. */
  whose: "all" | "mine";
};

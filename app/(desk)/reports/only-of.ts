import type { ReportFilter } from "./report-filter";
import type { TableBy } from "./times/times-filter";

/** The filter that leaves one line of a table; null for the line of what has none. */
export function onlyOf(by: TableBy, id: string | null): Partial<ReportFilter> | null {
  if (id === null) return null;
  switch (by) {
    case "channel":
      return { channelId: id };
    case "team":
      return { teamId: id };
    case "agent":
      return { agentId: id };
    case "tag":
      return { tagId: id };
    case "brand":
      return { brandId: id };
  }
}

import type { Slice } from "@/lib/reports/slice";
import { isWorkable, isWorkableSpan } from "@/lib/reports/workable";

/** How far back a report looks, in weeks; the running one is the last of them. */
export const periods = [4, 13, 26, 52] as const;

export const comparisons = ["before", "year"] as const;
export type Comparison = (typeof comparisons)[number];

/** What every report can be narrowed to, as the address of its page keeps it. */
export type ReportFilter = {
  weeks: number;
  /** Days of one's own instead of the weeks; `to` is the last of them. */
  days: { from: string; to: string } | null;
  brandId: string | null;
  channelId: string | null;
  teamId: string | null;
  agentId: string | null;
  tagId: string | null;
  clock: "business" | "wall";
  compare: Comparison | null;
};

export type Params = { [name: string]: string | string[] | undefined };

/** From the page's address; what is not understood is the usual: thirteen weeks, all that one may see. */
export function reportFilter(params: Params): ReportFilter {
  const one = (name: string) => (typeof params[name] === "string" ? params[name] : null);
  const id = (name: string) => {
    const value = one(name);
    return value !== null && uuid.test(value) ? value : null;
  };
  const [from, to] = [dayOf(one("from")), dayOf(one("to"))];
  return {
    weeks: periods.find((weeks) => String(weeks) === params.weeks) ?? 13,
    days: from !== null && to !== null && from <= to && mayBeAsked(from, to) ? { from, to } : null,
    brandId: id("brand"),
    channelId: id("channel"),
    teamId: id("team"),
    agentId: id("agent"),
    tagId: id("tag"),
    clock: params.clock === "wall" ? "wall" : "business",
    compare: comparisons.find((compare) => compare === params.compare) ?? null,
  };
}

/** The same as the end of an address; the usual is not written. `more` are words of one page alone. */
export function reportQuery(filter: ReportFilter, more: { [name: string]: string | null } = {}): string {
  const query = new URLSearchParams();
  if (filter.days) {
    query.set("from", filter.days.from);
    query.set("to", filter.days.to);
  } else if (filter.weeks !== 13) query.set("weeks", String(filter.weeks));
  const named = {
    brand: filter.brandId,
    channel: filter.channelId,
    team: filter.teamId,
    agent: filter.agentId,
    tag: filter.tagId,
    clock: filter.clock === "wall" ? "wall" : null,
    compare: filter.compare,
    ...more,
  };
  for (const [name, value] of Object.entries(named)) if (value !== null) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}

/** The names that a filter has in an address: what a tab takes along to the next page. */
export const filterNames = [
  "weeks",
  "from",
  "to",
  "brand",
  "channel",
  "team",
  "agent",
  "tag",
  "clock",
  "compare",
];

/** The days that a filter means, on the day it is `today` in the house. */
export function sliceOf(filter: ReportFilter, today: string): Slice {
  const { brandId, channelId, teamId, agentId, tagId, clock } = filter;
  const narrowed = { brandId, channelId, teamId, agentId, tagId, clock };
  if (filter.days) return { ...narrowed, from: filter.days.from, to: plusDays(filter.days.to, 1) };
  const monday = plusDays(today, -((new Date(today).getUTCDay() + 6) % 7));
  return { ...narrowed, from: plusDays(monday, -7 * (filter.weeks - 1)), to: plusDays(today, 1) };
}

/** What a slice is compared with: as many days right before it, or the same weekdays a year ago. */
export function sliceBefore(slice: Slice, compare: Comparison): Slice {
  const length = Math.round((Date.parse(slice.to) - Date.parse(slice.from)) / 86_400_000);
  // Whole weeks, so that Mondays stand against Mondays.
  const back = compare === "year" ? 364 : Math.ceil(length / 7) * 7;
  return { ...slice, from: plusDays(slice.from, -back), to: plusDays(slice.to, -back) };
}

/** The day of a moment, in a zone. */
export function dayIn(zone: string, at = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);
}

export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Whatever it is compared with, as far back, must be days as well. */
function mayBeAsked(from: string, to: string): boolean {
  return isWorkableSpan(from, plusDays(to, 1)) && isWorkable(plusDays(from, -21 * 366));
}

function dayOf(text: string | null): string | null {
  return text !== null && isWorkable(text) ? text : null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

import type { FilterRow } from "./match";

/** A row of no importance, with something about it. */
export function row(change: Partial<FilterRow> = {}): FilterRow {
  return {
    number: 1001,
    status: "open",
    brandId: "marmelune",
    teamId: null,
    assigneeId: null,
    channelId: null,
    isPublic: false,
    isRestricted: false,
    isNew: false,
    kind: "contact",
    lane: 2,
    band: "calm",
    dueAt: "2026-12-24T12:00:00.000Z",
    waitingSince: null,
    lastMessageAt: "2026-11-23T08:00:00.000Z",
    tags: [],
    ...change,
  };
}

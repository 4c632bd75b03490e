import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Membership } from "@/lib/live/protocol";
import { setReader } from "./fits";
import { held } from "./keys";
import { isCounted, movedViewCounts, setCountedViews } from "./view-counts";

const me = { id: "salma", teamIds: [] };
const client = new QueryClient();

const open: Membership = {
  number: 1042,
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
  dueAt: null,
  waitingSince: null,
  lastMessageAt: "2026-11-20T09:00:00Z",
  tags: ["refund"],
};

beforeEach(() => {
  vi.useFakeTimers();
  setReader({
    id: "salma",
    teamIds: [],
    zone: "Europe/Paris",
    agents: [],
    teams: [],
    brands: [],
    channels: [],
  });
  setCountedViews([
    { id: "refunds", query: "tag:refund" },
    { id: "theirs", query: "is:waiting tag:refund" },
    { id: "mill", query: "moulin" },
  ]);
});
afterEach(() => vi.useRealTimers());

function moved(before: Membership | null, after: Membership | null, counts = { refunds: 2, theirs: 1 }) {
  return movedViewCounts(client, counts, before, after, me);
}

test("what comes in adds one, what leaves takes one, what stays changes nothing", () => {
  expect(moved(null, open)).toEqual({ refunds: 3, theirs: 1 });
  expect(moved(open, null)).toEqual({ refunds: 1, theirs: 1 });
  expect(moved(open, { ...open, tags: [] })).toEqual({ refunds: 1, theirs: 1 });
  expect(moved(open, { ...open, isNew: true })).toEqual({ refunds: 2, theirs: 1 });
  expect(moved(open, { ...open, status: "waiting" })).toEqual({ refunds: 1, theirs: 2 });
});

test("a count never falls below nothing, and a view without one gets none", () => {
  expect(moved(open, null, { refunds: 0, theirs: 0 })).toEqual({ refunds: 0, theirs: 0 });
  expect(movedViewCounts(client, {}, null, open, me)).toEqual({});
});

test("a view with words is asked again, once for all that changes together", () => {
  const asked = vi.spyOn(client, "invalidateQueries");
  const counts = { refunds: 0, theirs: 0, mill: 4 };
  expect(moved(null, open, counts).refunds).toBe(1);
  moved(null, open, counts);
  expect(asked).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(asked.mock.calls).toEqual([[{ queryKey: held.viewCounts }]]);
});

test("a view of history has no count", () => {
  expect(isCounted("is:resolved tag:refund")).toBe(false);
  expect(isCounted("is:waiting")).toBe(true);
});

import { expect, test } from "vitest";
import type { FilterRow } from "@/lib/filter/match";
import type { Reader } from "@/lib/filter/names";
import { fits, isSearch, noteAnswer, setReader, shownAs } from "./fits";

const me = { id: "salma", teamIds: ["care"] };
const reader: Reader = {
  id: "salma",
  teamIds: ["care"],
  zone: "Europe/Paris",
  agents: [{ id: "salma", name: "Salma Idrissi" }],
  teams: [{ id: "care", name: "Care" }],
  brands: [],
  channels: [],
};

function row(changed: Partial<FilterRow> = {}): FilterRow & { id: string } {
  return {
    id: "claire",
    number: 1042,
    status: "open",
    brandId: "marmelune",
    teamId: null,
    assigneeId: null,
    channelId: null,
    isPublic: false,
    isRestricted: false,
    isNew: true,
    kind: "contact",
    lane: 2,
    band: "calm",
    dueAt: null,
    waitingSince: null,
    lastMessageAt: "2026-11-20T09:00:00Z",
    tags: ["refund"],
    ...changed,
  };
}

function among(q: string, one: FilterRow & { id?: string }, view: "queue" | "mine" | "all" = "queue") {
  return fits({ view, sort: "left", q }, one, me);
}

test("before it is known what names mean, a filter leaves the answer to the server", () => {
  expect(among("tag:refund", row())).toBe("unknown");
});

test("a row is in a list when the view and every term say so", () => {
  setReader(reader);
  expect(among("", row())).toBe("in");
  expect(among("tag:refund", row())).toBe("in");
  expect(among("-tag:refund", row())).toBe("out");
  expect(among("tag:refund assignee:me", row())).toBe("out");
  expect(among("tag:refund", row(), "mine")).toBe("out");
  expect(among("tag:refund", row({ status: "waiting" }))).toBe("out");
});

test("a status that was typed takes the place of the view's own", () => {
  setReader(reader);
  expect(among("is:waiting", row({ status: "waiting" }))).toBe("in");
  expect(among("is:waiting", row())).toBe("out");
  expect(among("is:waiting", row({ status: "waiting" }), "mine")).toBe("out");
  expect(shownAs({ view: "queue", sort: "left", q: "is:waiting" })).toBe("waiting");
  expect(shownAs({ view: "queue", sort: "left", q: "is:open,resolved" })).toBe("all");
});

test("of words only the server can tell, and what it once found stays found", () => {
  setReader(reader);
  expect(among("moulin", row())).toBe("unknown");
  expect(among("moulin", row({ status: "resolved" }))).toBe("out");
  noteAnswer("moulin", [{ id: "claire" }]);
  expect(among("moulin", row())).toBe("in");
  expect(among("moulin", { ...row(), id: "marek" })).toBe("unknown");
});

test("words in a list of history are a search, in the queue they are a filter", () => {
  expect(isSearch({ view: "all", sort: "left", q: "moulin" })).toBe(true);
  expect(isSearch({ view: "all", sort: "left", q: "tag:refund" })).toBe(false);
  expect(isSearch({ view: "queue", sort: "left", q: "moulin" })).toBe(false);
});

import { expect, test, vi } from "vitest";
import { addressOf } from "./api";
import { fromAnswer } from "./api-error";

test("an address is filled in and its query written, without what is not given", () => {
  expect(addressOf("/conversations/{id}", { params: { id: "a/b" } })).toBe("/api/v1/conversations/a%2Fb");
  expect(
    addressOf("/conversations", { query: { view: "mine", cursor: null, sort: undefined, limit: 5 } }),
  ).toBe("/api/v1/conversations?view=mine&limit=5");
});

test("an answer of ours keeps its sentence; a proxy's page counts as unreachable", () => {
  const body = {
    error: { code: "conflict", key: "reply.answered", message: "Tom has answered.", params: { by: "Tom" } },
  };
  expect(fromAnswer(409, body)).toMatchObject({
    code: "conflict",
    key: "reply.answered",
    message: "Tom has answered.",
    params: { by: "Tom" },
    status: 409,
  });
  vi.stubGlobal("document", { documentElement: { lang: "fr" } });
  expect(fromAnswer(502, "<html>")).toMatchObject({
    code: "unavailable",
    key: "network.unavailable",
    status: 502,
  });
  vi.unstubAllGlobals();
});

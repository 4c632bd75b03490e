import { expect, test, vi } from "vitest";
import { addressOf, api } from "./api";
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

test("a POST that seemed lost is asked again with the same key; the next one gets a key of its own", async () => {
  vi.stubGlobal("document", { documentElement: { lang: "en" } });
  vi.stubGlobal("navigator", { onLine: true });
  const keys: string[] = [];
  const outcomes = ["lost", "fault", "done", "done"];
  vi.stubGlobal("fetch", async (_address: string, init: { headers: Record<string, string> }) => {
    keys.push(init.headers["idempotency-key"] ?? "");
    const outcome = outcomes.shift();
    if (outcome === "lost") throw new TypeError("network");
    return outcome === "fault"
      ? new Response("<html>", { status: 502 })
      : Response.json({ eventId: 1, messageId: "x" });
  });
  const note = () =>
    api("POST /conversations/{id}/notes", { params: { id: "x" }, body: { text: "Bonjour" } }).catch(
      (error) => error,
    );
  expect(await note()).toMatchObject({ code: "unavailable", status: 0 });
  expect(await note()).toMatchObject({ code: "unavailable", status: 502 });
  expect(await note()).toMatchObject({ eventId: 1 });
  await note();
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
  expect(keys[3]).not.toBe(keys[0]);
  vi.unstubAllGlobals();
});

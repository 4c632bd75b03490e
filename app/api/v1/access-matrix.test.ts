import { join } from "node:path";
import { expect, test } from "vitest";
import { roles } from "@/db/enums";
import { testDatabase } from "@/db/test";
import { actions, allowed } from "@/lib/access";
import { accessPage } from "./access-page";
import { nouns } from "./index";
import type { AnyRoute } from "./route-line";
import { ask, visitor } from "./testing";

testDatabase();

const routes = Object.values<readonly AnyRoute[]>(nouns).flat();

/** Doors in front of the sign-in. A new one is a decision, so it is named here. */
const open = [
  "DELETE /channels/{id}/messages/{message}",
  "GET /entrance",
  "GET /invitations/open",
  "GET /pictures/{token}",
  "PATCH /channels/{id}/messages/{message}",
  "POST /channels/{id}/messages",
  "POST /invitations/accept",
  "POST /notifications/stop",
  "POST /setup",
  "POST /signals",
];

/** What everybody may do who has signed in, in any role. */
const forAll = ["DELETE /me/other-sessions", "DELETE /me/session"];

test("every route says who may, and only the named doors are open", () => {
  expect(keysOf((route) => route.permission === "anybody")).toEqual(open);
  expect(keysOf((route) => route.permission === "signed_in")).toEqual(forAll);
  const known = new Set<string>([...actions, "anybody", "signed_in"]);
  expect(keysOf((route) => !known.has(route.permission))).toEqual([]);
});

test("no two routes have one name, and every parameter in an address is declared", () => {
  expect(new Set(routes.map((route) => route.key)).size).toBe(routes.length);
  for (const { key, path, params } of routes) {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    expect(params === undefined ? [] : Object.keys(shapeOf(params)), key).toEqual(named);
  }
});

test("nobody gets past a door without a session, and no role past one that is not theirs", async () => {
  const people = await Promise.all(
    roles.map(async (role) => ({ role, ask: (await visitor(role, role)).ask })),
  );
  for (const route of routes.filter(({ permission }) => permission !== "anybody")) {
    const key = `${route.method} ${route.path.replaceAll(/\{\w+\}/g, "01999999-9999-7999-8999-999999999999")}`;
    expect((await ask(key)).status, key).toBe(401);
    for (const { role, ask: knock } of people) {
      const action = actions.find((known) => known === route.permission);
      if (!action || allowed[role].has(action)) continue;
      // An empty body would be refused as well; who may comes first.
      expect(
        (await knock(key, route.method === "GET" ? undefined : {})).body,
        `${role}: ${key}`,
      ).toMatchObject({
        error: { code: "forbidden", key: "access.action" },
      });
    }
  }
});

test("docs/access.md is what the routes say; after a change, write it anew with vitest -u", async () => {
  await expect(accessPage(nouns)).toMatchFileSnapshot(join(import.meta.dirname, "../../../docs/access.md"));
});

function keysOf(which: (route: AnyRoute) => boolean): string[] {
  return routes
    .filter(which)
    .map(({ key }) => key)
    .sort();
}

function shapeOf(schema: object): object {
  return "shape" in schema && typeof schema.shape === "object" && schema.shape !== null ? schema.shape : {};
}

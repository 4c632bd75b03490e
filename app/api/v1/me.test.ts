import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/test";
import { type Visitor, visitor } from "./testing";

testDatabase();

let salma: Visitor;
let tom: Visitor;

beforeAll(async () => {
  salma = await visitor("Salma Idrissi", "agent");
  tom = await visitor("Tom Verhaegen", "agent", "fr");
});

test("keys, time zone, density and what comes after resolving are mine, and follow me", async () => {
  const change = {
    ownKeys: { resolve: ["v"], spam: [] },
    zone: "Europe/Brussels",
    density: "compact",
    afterResolve: "list",
  };
  expect((await salma.ask("PATCH /me", change)).status).toBe(204);
  expect((await salma.ask("GET /me")).body).toMatchObject(change);
  expect((await tom.ask("GET /me")).body).toMatchObject({
    ownKeys: {},
    zone: null,
    density: "comfortable",
    afterResolve: "next",
  });
  // What is not named stays.
  expect((await salma.ask("PATCH /me", { zone: null })).status).toBe(204);
  expect((await salma.ask("GET /me")).body).toMatchObject({ ...change, zone: null });
  expect((await salma.ask("PATCH /me", { ownKeys: {} })).status).toBe(204);
  expect((await salma.ask("GET /me")).body).toMatchObject({ ownKeys: {} });
});

test("a key that already means something is refused in the reader's language, unless the other gives it up", async () => {
  expect(await salma.ask("PATCH /me", { ownKeys: { snooze: ["e"] } })).toMatchObject({
    status: 409,
    body: {
      error: {
        key: "keys.taken",
        message: "The key e already means “Resolve”. Choose another one, or take it away there first.",
        details: { id: "snooze", other: "resolve", key: "e" },
      },
    },
  });
  expect(await tom.ask("PATCH /me", { ownKeys: { snooze: ["g"] } })).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringMatching(/«\sFile\s»/) } },
  });
  expect((await salma.ask("PATCH /me", { ownKeys: { snooze: ["e"], resolve: ["h"] } })).status).toBe(204);
});

test("what is no action, no key or no time zone is refused", async () => {
  for (const ownKeys of [
    { nonsense: ["e"] },
    { resolve: ["mod+e"] },
    { resolve: ["alt+e"] },
    { send: ["s"] },
  ])
    expect(await salma.ask("PATCH /me", { ownKeys })).toMatchObject({
      status: 422,
      body: { error: { key: "keys.unknown" } },
    });
  expect((await salma.ask("PATCH /me", { zone: "Mars/Olympus" })).status).toBe(422);
  expect((await salma.ask("PATCH /me", { density: "tiny" })).status).toBe(422);
});

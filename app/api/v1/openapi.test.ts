import { expect, test } from "vitest";
import { ask } from "./testing";

test("the whole interface can be described: no schema goes round in circles", async () => {
  expect((await ask("GET /openapi.json")).status).toBe(200);
});

import { expect, test } from "vitest";
import { ask } from "./testing";

test("the whole interface can be described: no schema goes round in circles", async () => {
  const { status, body } = await ask("GET /openapi.json");
  expect(status).toBe(200);
  expect(body).toMatchObject({
    openapi: expect.stringMatching(/^3\.1/),
    paths: { "/me": expect.anything() },
  });
  expect((await ask("GET /api/docs")).status).toBe(200);
});

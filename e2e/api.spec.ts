import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, itemsOf, test } from "./support/desk";

test("a token made on the command line reads the queue over the API, and nothing that it may not", async ({
  request,
}) => {
  const args = ["scripts/avant.mjs", "token:create", "--email", "salma@marmelune.example", "--name", "e2e"];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: {
      ...process.env,
      DATA_DIR: process.env.E2E_DATA_DIR,
      DATABASE_URL: "",
      SMTP_URL: "",
      LOG_LEVEL: "warn",
    },
  });
  const token = /\S{20,}/.exec(stdout)?.[0] ?? "";
  const headers = { authorization: `Bearer ${token}` };

  const answer = await request.get("/api/v1/conversations?limit=5", { headers });
  expect(answer.status()).toBe(200);
  const page = await answer.json();
  expect(itemsOf(page)).toHaveLength(5);
  expect(page.next).toEqual(expect.any(String));

  expect((await request.get("/api/v1/tokens", { headers })).status()).toBe(403);
  const stranger = await request.get("/api/v1/conversations", { headers: { authorization: "Bearer no" } });
  expect(stranger.status()).toBe(401);
  expect(await stranger.json()).toMatchObject({
    error: { code: expect.any(String), message: expect.any(String) },
  });
});

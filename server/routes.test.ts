import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/test";
import { requestHandler } from "./routes";

testDatabase();
let base = "";
const http = createServer();
const answer = requestHandler({
  isReady: true,
  dev: false,
  pages: async (request, response) => {
    if (request.url === "/broken") throw new Error("broken");
    if (request.url === "/away") throw Object.assign(new Error("gone"), { code: "ECONNREFUSED" });
    response.end("page");
  },
});
const rejections: unknown[] = [];
http.on("request", (request, response) => {
  answer(request, response).catch((error) => rejections.push(error));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  base = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => new Promise<void>((resolve) => http.close(() => resolve())));

test("no address that a stranger can make up ends the process", async () => {
  for (const path of ["/f/%00", "/f/%ff", "/f/a%00b/sent", "/api/hooks/email/%00", "/f/%E0%A4%A"]) {
    const { status } = await fetch(`${base}${path}`, { method: path.startsWith("/api") ? "POST" : "GET" });
    expect([path, status]).toEqual([path, 404]);
  }
  expect(rejections).toEqual([]);
});

test("a page that breaks, or cannot reach the database, is one answer and not the end", async () => {
  expect((await fetch(`${base}/broken`)).status).toBe(500);
  const away = await fetch(`${base}/away`);
  expect([away.status, away.headers.get("retry-after")]).toEqual([503, "2"]);
  expect(await (await fetch(`${base}/fine`)).text()).toBe("page");
  expect(rejections).toEqual([]);
});

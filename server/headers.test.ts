import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { secure } from "./headers";

let seen: IncomingMessage | undefined;
const http = createServer((request, response) => {
  secure(request, response, request.url?.startsWith("/api/") ? "api" : "page", false);
  seen = request;
  response.end();
});
let address = "";

beforeAll(async () => {
  await new Promise<void>((ready) => http.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});

afterAll(() => http.close());

async function policyOf(path: string, headers: { [name: string]: string } = {}): Promise<string> {
  return (await fetch(address + path, { headers })).headers.get("content-security-policy") ?? "";
}

test("every page gets a nonce of its own, which Next finds in the request", async () => {
  const nonce = (policy: string) => /'nonce-([^']+)'/.exec(policy)?.[1];
  const first = await policyOf("/queue");
  expect(seen?.headers["content-security-policy"]).toBe(first);
  expect(nonce(first)).toHaveLength(24);
  expect(nonce(await policyOf("/queue"))).not.toBe(nonce(first));
});

test("a nonce that the browser proposes is ignored", async () => {
  const policy = await policyOf("/queue", { "content-security-policy": "script-src 'nonce-mine'" });
  expect(policy).not.toContain("mine");
  expect(seen?.headers["content-security-policy"]).not.toContain("mine");
});

test("only the public form may be framed, and scripts come from nowhere else", async () => {
  expect(await policyOf("/queue")).toContain("frame-ancestors 'none'");
  expect(await policyOf("/f/contact")).toContain("frame-ancestors *");
  expect(await policyOf("/formidable")).toContain("frame-ancestors 'none'");
  expect(await policyOf("/queue")).toContain("object-src 'none'; base-uri 'none'");
  const form = await fetch(`${address}/f/contact`);
  expect(form.headers.get("x-frame-options")).toBeNull();
});

test("an answer of the API may do nothing, should a browser ever show it", async () => {
  expect(await policyOf("/api/v1/me")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect((await fetch(`${address}/api/v1/me`)).headers.get("x-content-type-options")).toBe("nosniff");
});

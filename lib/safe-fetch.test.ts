import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type SafeFetchOptions, safeConnect, safeFetch } from "./safe-fetch";

type Seen = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };
const seen: Seen[] = [];
let base = "";
let port = 0;

const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  "/plain": (_request, response) => response.setHeader("x-kettle", "warm").end("good morning"),
  "/gzip": (_request, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("good morning")),
  "/bomb": (_request, response) =>
    response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(20_000_000))),
  "/empty": (_request, response) => response.writeHead(204).end(),
  "/slow": (_request, response) => response.writeHead(200).write("a"),
  "/silent": () => {},
  "/loop": (_request, response) => response.writeHead(302, { location: "/loop" }).end(),
  "/away": (request, response) =>
    response.writeHead(302, { location: `http://localhost:${request.socket.localPort}/plain` }).end(),
  "/see-other": (_request, response) => response.writeHead(303, { location: "/plain" }).end(),
  "/again": (_request, response) => response.writeHead(307, { location: "/plain" }).end(),
  "/to-file": (_request, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/to-inside": (_request, response) =>
    response.writeHead(302, { location: "http://169.254.169.254/latest/" }).end(),
};

const server = createServer(async (request, response) => {
  let body = "";
  for await (const chunk of request) body += chunk;
  seen.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
  (pages[request.url ?? ""] ?? pages["/plain"])?.(request, response);
});

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  port = (server.address() as AddressInfo).port;
  base = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const local: SafeFetchOptions = { allow: ["loopback"] };

test("an answer reads like fetch's own: status, headers, text, final address", async () => {
  const response = await safeFetch(`${base}/plain`, {}, local);
  expect([response.status, response.headers.get("x-kettle"), response.url]).toEqual([
    200,
    "warm",
    `${base}/plain`,
  ]);
  expect(await response.text()).toBe("good morning");
  expect((await safeFetch(`${base}/empty`, {}, local)).status).toBe(204);
});

test("a form with a file is sent with its boundary and its length", async () => {
  const form = new FormData();
  form.set("file", new File(["pixels"], "pot.png", { type: "image/png" }));
  await safeFetch(`${base}/plain`, { method: "POST", body: form }, local);
  const last = seen.at(-1);
  expect(last?.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/);
  expect(Number(last?.headers["content-length"])).toBe(Buffer.byteLength(last?.body ?? ""));
  expect(last?.body).toContain('filename="pot.png"');
});

const disguises = [
  "127.0.0.1",
  "2130706433",
  "0x7f.1",
  "0177.0.0.1",
  "127.1",
  "[::1]",
  "[::ffff:127.0.0.1]",
  "0",
];

test.each(disguises)("loopback written as %s is refused without an opening", async (host) => {
  await expect(safeFetch(`http://${host}:8080/`)).rejects.toMatchObject({ reason: "address" });
});

test("a name that leads inside is refused, even when it also leads outside", async () => {
  const inside = async () => [{ address: "10.0.0.7", family: 4 }];
  await expect(safeFetch("http://inside.example/", {}, { resolve: inside })).rejects.toMatchObject({
    name: "BlockedAddress",
    reason: "address",
  });
  const mixed = async () => [
    { address: "1.1.1.1", family: 4 },
    { address: "127.0.0.1", family: 4 },
  ];
  await expect(safeFetch("http://mixed.example/", {}, { resolve: mixed })).rejects.toMatchObject({
    reason: "address",
  });
});

test("a name is resolved once for each hop, so rebinding changes nothing", async () => {
  let asked = 0;
  const rebinding = async () => [{ address: ++asked === 1 ? "127.0.0.1" : "10.0.0.7", family: 4 }];
  const options: SafeFetchOptions = { allow: ["loopback"], resolve: rebinding };
  const response = await safeFetch(`http://rebinding.example:${port}/plain`, {}, options);
  expect(await response.text()).toBe("good morning");
  expect(asked).toBe(1);
  asked = 0;
  await expect(safeFetch(`http://rebinding.example:${port}/again`, {}, options)).rejects.toMatchObject({
    reason: "address",
  });
  expect(asked).toBe(2);
});

test("schemes, ports and logins in the address are refused", async () => {
  await expect(safeFetch("ftp://example.com/")).rejects.toMatchObject({ reason: "scheme" });
  await expect(safeFetch("http://1.1.1.1:6379/")).rejects.toMatchObject({ reason: "port" });
  await expect(safeFetch("http://me:secret@1.1.1.1/")).rejects.toThrow();
});

test("a redirect starts the checks again", async () => {
  await expect(safeFetch(`${base}/to-inside`, {}, local)).rejects.toMatchObject({ reason: "address" });
  await expect(safeFetch(`${base}/to-file`, {}, local)).rejects.toMatchObject({ reason: "scheme" });
  await expect(safeFetch(`${base}/loop`, {}, local)).rejects.toMatchObject({ reason: "redirects" });
  await expect(safeFetch(`${base}/away`, { redirect: "error" }, local)).rejects.toMatchObject({
    reason: "redirects",
  });
  expect((await safeFetch(`${base}/away`, { redirect: "manual" }, local)).status).toBe(302);
});

test("a redirect to another origin loses the authorization, one within the origin keeps it", async () => {
  const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
  const headers = { authorization: "Bearer kettle" };
  await safeFetch(`${base}/away`, { headers }, { ...local, resolve });
  expect(seen.at(-1)?.headers.authorization).toBeUndefined();
  await safeFetch(`${base}/again`, { method: "POST", body: "x", headers }, local);
  expect(seen.at(-1)).toMatchObject({ method: "POST", url: "/plain", body: "x" });
  expect(seen.at(-1)?.headers.authorization).toBe("Bearer kettle");
  await safeFetch(`${base}/see-other`, { method: "POST", body: "x", headers }, local);
  expect(seen.at(-1)).toMatchObject({ method: "GET", url: "/plain", body: "" });
});

test("the size cap counts decoded bytes", async () => {
  expect(await (await safeFetch(`${base}/gzip`, {}, local)).text()).toBe("good morning");
  const bomb = await safeFetch(`${base}/bomb`, {}, { ...local, maxBytes: 100_000 });
  await expect(bomb.text()).rejects.toMatchObject({ name: "TooLarge" });
});

test("the time cap covers the name, the answer and the body", async () => {
  const never = () => new Promise<never>(() => {});
  const short = { ...local, timeoutMs: 150 };
  await expect(safeFetch("http://slow.example/", {}, { ...short, resolve: never })).rejects.toMatchObject({
    name: "TimeoutError",
  });
  await expect(safeFetch(`${base}/silent`, {}, short)).rejects.toMatchObject({ name: "TimeoutError" });
  const slow = await safeFetch(`${base}/slow`, {}, short);
  await expect(slow.text()).rejects.toMatchObject({ name: "TimeoutError" });
});

test("a caller's abort ends it with the caller's reason", async () => {
  const stop = new AbortController();
  const waiting = safeFetch(`${base}/silent`, { signal: stop.signal }, local);
  setTimeout(() => stop.abort(new Error("shop closed")), 30);
  await expect(waiting).rejects.toThrow("shop closed");
});

test("a closed port is a network failure like fetch's", async () => {
  await expect(safeFetch("http://127.0.0.1:1/", {}, local)).rejects.toBeInstanceOf(TypeError);
});

test("a plain connection is guarded by the same rules", async () => {
  await expect(safeConnect({ host: "127.0.0.1", port, tls: false })).rejects.toMatchObject({
    reason: "address",
  });
  const socket = await safeConnect({ host: "localhost", port, tls: false }, local);
  expect(socket.remotePort).toBe(port);
  socket.destroy();
});

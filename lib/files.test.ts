import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { AwsV4Signer } from "aws4fetch";
import { afterAll, beforeAll, expect, test } from "vitest";
import { env } from "@/env";
import { open, put, remove, type Store, sweep } from "@/lib/files";
import { bucketStore } from "@/lib/files/bucket";

test("a file comes back as it was stored, with its size and checksum", async () => {
  const bytes = Buffer.from("Facture n° 12\n".repeat(1000));
  const stored = await put(bytes);
  expect(stored).toMatchObject({
    size: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  });
  expect(await buffer(await open(stored.key))).toEqual(bytes);
});

test("a stream that grows too big is refused and leaves nothing", async () => {
  async function* endless() {
    for (;;) yield Buffer.alloc(64 * 1024);
  }
  await expect(put(endless(), 1_000_000)).rejects.toMatchObject({ code: "invalid", key: "file.too_big" });
  expect(await readdir(join(env.DATA_DIR, "files/incoming"))).toEqual([]);
});

test("a removed file is gone, and a key from outside cannot climb out of the folder", async () => {
  const { key } = await put(Buffer.from("x"));
  await remove(key);
  await remove(key);
  await expect(open(key)).rejects.toMatchObject({ code: "not_found" });
  await expect(open("../../secret.key")).rejects.toMatchObject({ code: "not_found" });
});

test("the sweep removes what no row points at, and never what is new", async () => {
  const kept = await put(Buffer.from("kept"));
  const orphan = await put(Buffer.from("orphan"));
  const known = async (keys: string[]) => new Set(keys.filter((key) => key !== orphan.key));
  expect(await sweep(new Date(Date.now() - 60_000), known)).toBe(0);
  expect(await sweep(new Date(Date.now() + 1_000), known)).toBe(1);
  expect(existsSync(join(env.DATA_DIR, "files", kept.key))).toBe(true);
  expect(existsSync(join(env.DATA_DIR, "files", orphan.key))).toBe(false);
});

// A bucket on loopback that checks each signature by making it again.
const objects = new Map<string, Buffer>();
const server = createServer(async (request, response) => {
  const body = await buffer(request);
  const path = new URL(request.url ?? "/", "http://bucket").pathname.replace("/care/", "");
  if (!(await isSigned(request))) return response.writeHead(403).end("<Code>SignatureDoesNotMatch</Code>");
  if (request.method === "PUT") objects.set(path, body);
  if (request.method === "DELETE") objects.delete(path);
  if (request.url?.includes("list-type=2")) {
    const entries = [...objects.keys()].map(
      (key) => `<Contents><Key>${key}</Key><LastModified>2026-11-02T08:00:00Z</LastModified></Contents>`,
    );
    return response.end(`<ListBucketResult>${entries.join("")}</ListBucketResult>`);
  }
  if (request.method === "GET" && !objects.has(path)) return response.writeHead(404).end();
  response.end(request.method === "GET" ? objects.get(path) : "");
});
let bucket: Store;

async function isSigned(request: IncomingMessage): Promise<boolean> {
  const again = new AwsV4Signer({
    method: request.method ?? "GET",
    url: `http://${request.headers.host}${request.url}`,
    headers: { "x-amz-content-sha256": String(request.headers["x-amz-content-sha256"]) },
    datetime: String(request.headers["x-amz-date"]),
    accessKeyId: "key",
    secretAccessKey: "s/ecret",
    region: "eu-west-3",
    service: "s3",
  });
  return (await again.sign()).headers.get("authorization") === request.headers.authorization;
}

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  bucket = bucketStore(`http://key:s%2Fecret@127.0.0.1:${port}/care/files?region=eu-west-3`);
});

afterAll(() => server.close());

test("a bucket stores, gives back, lists and removes, with signed requests", async () => {
  const path = join(await mkdtemp(join(env.DATA_DIR, "bucket-")), "file");
  const bytes = Buffer.alloc(300_000, "é");
  await writeFile(path, bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await bucket.take(path, "2026/11/one", { size: bytes.length, sha256 });
  expect([...objects.keys()]).toEqual(["files/2026/11/one"]);
  expect(await buffer((await bucket.open("2026/11/one"))!)).toEqual(bytes);
  const listed = [];
  for await (const files of bucket.list()) listed.push(...files);
  expect(listed).toEqual([{ key: "2026/11/one", storedAt: new Date("2026-11-02T08:00:00Z") }]);
  await bucket.remove("2026/11/one");
  expect(await bucket.open("2026/11/one")).toBeNull();
});

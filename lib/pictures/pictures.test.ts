import { createServer, type Server } from "node:http";
import { sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { env } from "@/env";
import { newId } from "@/lib/id";
import { readAvatar } from "./avatar";
import { openPicture } from "./open-picture";
import { pictureLink } from "./picture-link";
import { isDrawable, sniff } from "./sniff";

testDatabase();

const png = (width: number, height: number) => {
  const bytes = Buffer.alloc(33);
  bytes.write("\x89PNG\r\n\x1a\n", "latin1");
  bytes.write("IHDR", 12, "latin1");
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>steal()</script></svg>');
const page = Buffer.from("<!doctype html><script>steal()</script>");

let server: Server;
let base: string;
let desk: TestDesk;
const asked: string[] = [];
const served: Record<string, { type: string; body: Buffer }> = {
  "/good.png": { type: "image/png", body: png(40, 40) },
  "/unnamed": { type: "application/octet-stream", body: png(40, 40) },
  "/drawing.svg": { type: "image/svg+xml", body: svg },
  "/lying.png": { type: "image/png", body: page },
  "/svg-as.png": { type: "image/png", body: svg },
  "/bomb.png": { type: "image/png", body: png(60_000, 60_000) },
  "/large.png": { type: "image/png", body: Buffer.concat([png(40, 40), Buffer.alloc(9_000_000)]) },
};

beforeEach(() => {
  env.ALLOW_PRIVATE_NETWORK = true;
});

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const file = served[request.url ?? ""];
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": file.type }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  base = `http://127.0.0.1:${typeof bound === "object" ? bound?.port : 0}`;
  desk = await testDesk();
});
afterAll(() => {
  env.ALLOW_PRIVATE_NETWORK = false;
  server.close();
});

async function customerWith(url: string): Promise<string> {
  const id = newId();
  await db.execute(
    sql`insert into customers (id, brand_id, name, avatar_url) values (${id}, ${desk.brandId}, 'Claire', ${url})`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, cycle_started_at, last_message_at)
    values (${newId()}, ${desk.brandId}, ${id}, ${desk.channelId}, now(), now())`);
  return id;
}

const token = (url: string) => pictureLink({ url }).split("/").at(-1) ?? "";

test("an avatar is fetched once and served by us from then on, whatever its sender calls it", async () => {
  const customerId = await customerWith(`${base}/unnamed`);
  asked.length = 0;
  expect(await readAvatar(desk.salma, { customerId })).toMatchObject({ contentType: "image/png" });
  expect((await readAvatar(desk.salma, { customerId })).bytes.byteLength).toBe(33);
  expect(asked).toEqual(["/unnamed"]);
});

test.each(["drawing.svg", "lying.png", "svg-as.png", "bomb.png", "large.png", "gone.png"])(
  "an avatar that is %s is not served, and not asked for again today",
  async (name) => {
    const customerId = await customerWith(`${base}/${name}`);
    asked.length = 0;
    for (let times = 0; times < 2; times++)
      await expect(readAvatar(desk.salma, { customerId })).rejects.toMatchObject({ code: "not_found" });
    expect(asked).toEqual([`/${name}`]);
  },
);

test("nothing is fetched from the house's own network unless the operator allows it", async () => {
  env.ALLOW_PRIVATE_NETWORK = false;
  asked.length = 0;
  const customerId = await customerWith(`${base}/good.png`);
  await expect(readAvatar(desk.salma, { customerId })).rejects.toMatchObject({ code: "not_found" });
  await expect(openPicture({ token: token(`${base}/good.png`) })).rejects.toMatchObject({
    code: "not_found",
  });
  expect(asked).toEqual([]);
});

test("a picture in a mail comes through us when it is one, by its bytes", async () => {
  expect(await openPicture({ token: token(`${base}/good.png`) })).toMatchObject({ contentType: "image/png" });
  for (const name of ["drawing.svg", "lying.png", "svg-as.png", "bomb.png", "large.png"])
    await expect(openPicture({ token: token(`${base}/${name}`) }), name).rejects.toMatchObject({
      code: "not_found",
    });
});

test("the size of a picture is read from its header", () => {
  expect(sniff(png(640, 480))).toEqual({ contentType: "image/png", width: 640, height: 480 });
  const gif = Buffer.from("R0lGODlhAQABAAAAACw=", "base64");
  expect(sniff(gif)).toEqual({ contentType: "image/gif", width: 1, height: 1 });
  const jpeg = Buffer.from(
    "ffd8ffe000104a46494600010100000100010000ffc0001108012c0190030122000211010311",
    "hex",
  );
  expect(sniff(jpeg)).toEqual({ contentType: "image/jpeg", width: 400, height: 300 });
  const webp = Buffer.concat([
    Buffer.from("RIFF....WEBPVP8X", "latin1"),
    Buffer.from("0a000000000000008f01002b0100", "hex"),
  ]);
  expect(sniff(webp)).toEqual({ contentType: "image/webp", width: 400, height: 300 });
  expect(sniff(svg)).toBeNull();
  expect(sniff(page)).toBeNull();
  expect(isDrawable({ contentType: "image/png", width: 60_000, height: 60_000 })).toBe(false);
});

test("any bytes are looked at without harm", () => {
  const starts = [
    "",
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
    "GIF89a",
    "\xff\xd8\xff",
    "RIFF\0\0\0\0WEBPVP8X",
    "\0\0\0 ftypavif",
    "BM",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      sniff(Buffer.concat([Buffer.from(start, "latin1"), rest]));
    }),
    { numRuns: 500 },
  );
});

import { createHmac } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { sealSecrets } from "./load";
import { receiveWebhook } from "./webhook";

testDatabase();

const secret = "secret-of-the-application";
let door: string;
const ids = new Map<string, string>();

/** Two pages and an Instagram account of one application, a paused page of it, and a page of another one. */
beforeAll(async () => {
  door = await account("facebook", "100001", "4711");
  await account("facebook", "100002", "4711");
  await account("instagram", "178001", "4711");
  await account("facebook", "100003", "4711", "paused");
  await account("facebook", "100004", "9999");
});

async function account(kind: string, address: string, appId: string, state?: "paused"): Promise<string> {
  const { channelId } = await testDesk(kind);
  // Nobody listens there: what cannot be asked stays out.
  const config = { address, appId, apiUrl: "http://127.0.0.1:9" };
  const secrets = sealSecrets({
    appSecret: secret,
    verifyToken: "a-long-token",
    accessToken: "token-of-page",
  });
  await db.execute(sql`
    update channels set config = ${JSON.stringify(config)}::jsonb, secrets = ${secrets}, address = ${address},
      paused_at = ${state === "paused" ? new Date().toISOString() : null} where id = ${channelId}`);
  ids.set(address, channelId);
  return channelId;
}

function entry(address: string, comment: string) {
  const value = {
    item: "comment",
    verb: "add",
    comment_id: comment,
    post_id: `${address}_1`,
    message: "Bonjour",
    from: { id: "55", name: "Lucie Ferrand" },
  };
  return { id: address, time: 1763784000, changes: [{ field: "feed", value }] };
}

async function post(body: object, to = door, signedWith = secret): Promise<number> {
  const text = JSON.stringify(body);
  const signature = createHmac("sha256", signedWith).update(text).digest("hex");
  const headers = { "x-hub-signature-256": `sha256=${signature}` };
  const request = new Request("http://127.0.0.1/api/hooks/facebook/x", {
    method: "POST",
    body: text,
    headers,
  });
  return (await receiveWebhook("facebook", to, request, null)).status;
}

async function stored(): Promise<Record<string, string[]>> {
  const rows = await db.execute<{ channelId: string; externalId: string }>(
    sql`select channel_id as "channelId", external_id as "externalId" from inbound order by external_id`,
  );
  const named = [...ids].map(([address, id]) => [
    address,
    rows.rows.filter((row) => row.channelId === id).map((row) => row.externalId),
  ]);
  return Object.fromEntries(named);
}

test("entries of one delivery go to the channel of their page, and nowhere else", async () => {
  const pages = ["100001", "100002", "100003", "100004", "100005"];
  expect(await post({ object: "page", entry: pages.map((page, n) => entry(page, `c${n + 1}`)) })).toBe(200);
  const value = { id: "i1", text: "Bonjour", from: { id: "77", username: "lucie" }, media: { id: "8" } };
  expect(
    await post({
      object: "instagram",
      entry: [{ id: "178001", time: 1763784000, changes: [{ field: "comments", value }] }],
    }),
  ).toBe(200);
  // Paused, of another application, or not connected at all: taken, and not kept.
  expect(await stored()).toEqual({
    "100001": ["c1"],
    "100002": ["c2"],
    "100003": [],
    "100004": [],
    "178001": ["i1"],
  });
});

test("what was not signed is kept for nobody", async () => {
  expect(
    await post({ object: "page", entry: [entry("100001", "c9"), entry("100002", "c9")] }, door, "guessed"),
  ).toBe(401);
  expect((await stored())["100002"]).toEqual(["c2"]);
});

test("a page that is paused takes nothing itself, and its address goes on serving the others", async () => {
  const paused = ids.get("100003") ?? "";
  expect(
    await post({ object: "page", entry: [entry("100003", "c10"), entry("100002", "c11")] }, paused),
  ).toBe(200);
  expect(await stored()).toMatchObject({ "100003": [], "100002": ["c11", "c2"] });
});

test("the same delivery twice is stored once", async () => {
  const again = { object: "page", entry: [entry("100001", "c1"), entry("100002", "c2")] };
  expect(await post(again)).toBe(200);
  expect(await stored()).toMatchObject({ "100001": ["c1"] });
});

test("a stranger's endless body is not read to its end", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1024 * 1024;
      if (sent > 50 * 1024 * 1024) controller.close();
      else controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  const headers = { "x-hub-signature-256": `sha256=${"0".repeat(64)}` };
  const init = { method: "POST", headers, body: endless, duplex: "half" } satisfies RequestInit & {
    duplex: string;
  };
  const request = new Request("http://127.0.0.1/api/hooks/facebook/x", init);
  expect((await receiveWebhook("facebook", door, request, null)).status).toBe(413);
  expect(sent).toBeLessThan(10 * 1024 * 1024);
});

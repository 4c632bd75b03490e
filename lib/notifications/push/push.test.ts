import { createDecipheriv, createECDH, hkdfSync, verify } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testAgent } from "@/db/test-desk";
import { env } from "@/env";
import { encrypt } from "./encrypt";
import { sendPush } from "./send-push";
import { subscribe, subscriptionsOf } from "./subscriptions";
import { publicKeyOf, vapidKeys } from "./vapid";

testDatabase();

/** A push service as far as we speak with one. */
const got: Array<{ headers: IncomingMessage["headers"]; body: Buffer }> = [];
const service = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    got.push({ headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(request.url === "/gone" ? 410 : 201).end();
  });
});
let address = "";

beforeAll(async () => {
  await new Promise<void>((ready) => service.listen(0, "127.0.0.1", ready));
  const bound = service.address();
  address = `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : 0}`;
  await db.execute(sql`insert into installation (id) values (1) on conflict do nothing`);
  env.ALLOW_PRIVATE_NETWORK = true;
});
afterAll(() => void service.close());

test("the example of RFC 8291, appendix A, comes out byte for byte", () => {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(Buffer.from("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw", "base64url"));
  const browser = {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  };
  const salt = Buffer.from("DGv6ra1nlYgDCS1FRnbzlw", "base64url");
  const body = encrypt("When I grow up, I want to be a watermelon", browser, { ecdh, salt });
  expect(body.toString("base64url")).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

test("a browser is told what it alone can read, by somebody whom its service can name", async () => {
  const salma = await testAgent("Salma Idrissi", "agent", [], []);
  const browser = newBrowser(`${address}/salma`);
  await subscribe(salma, { ...browser.subscription, userAgent: "test" });
  const text = { title: "Assigned to you", body: "#1042", url: "/queue?c=1042", tag: "assigned-1042" };
  expect(await sendPush(salma.id, text)).toBe(1);
  const { headers, body } = got.at(-1)!;
  expect(JSON.parse(browser.read(body))).toEqual(text);
  expect(body.includes("1042")).toBe(false);

  const [, token = "", key = ""] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers.authorization ?? "") ?? [];
  expect(key).toBe((await vapidKeys()).publicKey);
  const [head = "", claims = "", signature = ""] = token.split(".");
  const isRight = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: publicKeyOf(key), dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  expect(isRight).toBe(true);
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
    aud: address,
    sub: env.APP_URL,
  });
  const stored = await db.execute<{ sealed: string }>(sql`select sealed from push_subscriptions`);
  expect(JSON.stringify(stored.rows)).not.toContain("127.0.0.1");
});

test("a browser that is gone is forgotten", async () => {
  const tom = await testAgent("Tom Verhaegen", "agent", [], []);
  await subscribe(tom, { ...newBrowser(`${address}/gone`).subscription, userAgent: null });
  expect(await sendPush(tom.id, { title: "a", body: "b", url: "/", tag: "c" })).toBe(0);
  expect(await subscriptionsOf(tom.id)).toEqual([]);
});

test("an address inside the own network is not knocked at for a stranger", async () => {
  env.ALLOW_PRIVATE_NETWORK = false;
  const jules = await testAgent("Jules Lemaire", "junior", [], []);
  await subscribe(jules, { ...newBrowser(`${address}/inside`).subscription, userAgent: null });
  const before = got.length;
  expect(await sendPush(jules.id, { title: "a", body: "b", url: "/", tag: "c" })).toBe(0);
  expect(got.length).toBe(before);
});

function newBrowser(endpoint: string) {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  const auth = Buffer.from("0123456789abcdef");
  return {
    subscription: {
      endpoint,
      keys: { p256dh: ecdh.getPublicKey("base64url"), auth: auth.toString("base64url") },
    },
    read(body: Buffer): string {
      const salt = body.subarray(0, 16);
      const theirs = body.subarray(21, 86);
      const info = Buffer.concat([Buffer.from("WebPush: info\0"), ecdh.getPublicKey(), theirs]);
      const derive = (secret: Buffer, from: Buffer, what: Buffer, length: number) =>
        Buffer.from(hkdfSync("sha256", secret, from, what, length));
      const secret = derive(ecdh.computeSecret(theirs), auth, info, 32);
      const key = derive(secret, salt, Buffer.from("Content-Encoding: aes128gcm\0"), 16);
      const nonce = derive(secret, salt, Buffer.from("Content-Encoding: nonce\0"), 12);
      const decipher = createDecipheriv("aes-128-gcm", key, nonce);
      decipher.setAuthTag(body.subarray(-16));
      const plain = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()]);
      expect(plain.at(-1)).toBe(2);
      return plain.subarray(0, -1).toString();
    },
  };
}

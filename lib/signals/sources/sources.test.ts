import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import type { SignalSourceKind } from "@/db/enums";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { sign } from "@/lib/channels/signature";
import { createSource, deleteSource, listSources } from "./manage";
import { receiveFromSource } from "./receive";

testDatabase();
let desk: TestDesk;
let ines: Actor;
beforeAll(async () => {
  desk = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
});

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name));
const make = (kind: SignalSourceKind, secret = "") =>
  createSource(ines, { brandId: desk.brandId, kind, name: kind, secret });
const hmac = (secret: string, body: Uint8Array) => createHmac("sha256", secret).update(body).digest("base64");

function send(
  source: { id: string },
  body: Uint8Array,
  headers: Record<string, string>,
  key: string | null = null,
  isApi = false,
) {
  return receiveFromSource(
    { headers: new Headers(headers), body, now: new Date() },
    { sourceId: source.id, key, isApi },
  );
}

async function signs() {
  const found = await db.execute<{ kind: string; amount: number | null; name: string; details: object }>(sql`
    select s.kind, s.amount_minor::float8 as amount, k.name, s.details from signals s join customers k on k.id = s.customer_id order by s.recorded_at, s.id`);
  return found.rows;
}

test("Shopify: an order, its refund and a cancelled one, each once, of one customer", async () => {
  const source = await make("shopify", "shpss_marmelune");
  for (const [topic, file] of [
    ["orders/create", "shopify-order.json"],
    ["orders/create", "shopify-order.json"],
    ["refunds/create", "shopify-refund.json"],
    ["orders/cancelled", "shopify-cancelled.json"],
    ["carts/update", "shopify-order.json"],
  ] as const) {
    const body = fixture(file);
    await send(source, body, {
      "x-shopify-topic": topic,
      "x-shopify-hmac-sha256": hmac("shpss_marmelune", body),
    });
  }
  expect(await signs()).toMatchObject([
    {
      kind: "order_placed",
      amount: 8980,
      name: "Marek Nowak",
      details: { order: "#5512", product: "Stand mixer, Dough hook" },
    },
    { kind: "order_returned", amount: 8980, name: "Marek Nowak", details: { reason: "Came in pieces" } },
    { kind: "order_cancelled", name: "Marek Nowak", details: { reason: "customer" } },
  ]);
});

test("a signature over other bytes is refused before anything is read, and the source says so", async () => {
  const source = await make("shopify", "shpss_other");
  await expect(
    send(source, Buffer.from("{"), {
      "x-shopify-topic": "orders/create",
      "x-shopify-hmac-sha256": hmac("wrong", Buffer.from("{")),
    }),
  ).rejects.toMatchObject({ key: "signals.signature" });
  await expect(
    send(source, Buffer.from("{"), {
      "x-shopify-topic": "orders/create",
      "x-shopify-hmac-sha256": hmac("shpss_other", Buffer.from("{")),
    }),
  ).rejects.toMatchObject({ key: "request.json" });
  expect((await listSources(ines)).find(({ id }) => id === source.id)).toMatchObject({
    lastFault: "unreadable",
    faults: 2,
    received: 0,
  });
});

test("WooCommerce: an order told on each change is one, with what became of it", async () => {
  const source = await make("woocommerce");
  for (const file of ["woocommerce-created.json", "woocommerce-refunded.json"]) {
    const body = fixture(file);
    await send(source, body, {
      "x-wc-webhook-topic": "order.updated",
      "x-wc-webhook-signature": hmac(source.secret, body),
    });
  }
  expect(
    (await signs())
      .filter(({ name }) => name === "Claire Dumontet")
      .map(({ kind, amount }) => [kind, amount]),
  ).toEqual([
    ["order_placed", 12900],
    ["order_returned", 4900],
  ]);
});

test("Stripe: a failed payment, then the subscription of the same customer", async () => {
  const source = await make("stripe", "whsec_marmelune");
  const now = Math.floor(Date.now() / 1000);
  const stamp = (at: number, body: Uint8Array) =>
    `t=${at},v0=00,v1=${createHmac("sha256", "whsec_marmelune").update(`${at}.`).update(body).digest("hex")}`;
  for (const file of ["stripe-payment-failed.json", "stripe-subscription-deleted.json"]) {
    const body = fixture(file);
    expect(await send(source, body, { "stripe-signature": stamp(now, body) })).toMatchObject({ stored: 1 });
  }
  const body = fixture("stripe-payment-failed.json");
  await expect(send(source, body, { "stripe-signature": stamp(now - 400, body) })).rejects.toMatchObject({
    key: "signals.late",
  });
  expect((await signs()).filter(({ name }) => name === "Giulia Conti").map(({ kind }) => kind)).toEqual([
    "payment_failed",
    "subscription_ended",
  ]);
});

test("Mailchimp and Brevo prove themselves by their address; leaving the newsletter takes the consent back", async () => {
  const mailchimp = await make("mailchimp");
  expect(mailchimp.address).toContain(mailchimp.secret);
  await expect(send(mailchimp, fixture("mailchimp.txt"), {}, "guessed")).rejects.toMatchObject({
    code: "forbidden",
  });
  await send(mailchimp, fixture("mailchimp.txt"), {}, mailchimp.secret);
  const brevo = await make("brevo");
  await send(brevo, fixture("brevo.json"), {}, brevo.secret);
  await send(brevo, fixture("brevo-click.json"), {}, brevo.secret);
  const left = await db.execute<{ name: string }>(
    sql`select name from customers where unsubscribed_at is not null order by name`,
  );
  expect(left.rows.map(({ name }) => name)).toEqual(["Henrik Sørensen", "nora@noracooks.example"]);
});

test("SendGrid signs with its own key", async () => {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
  const source = await make("sendgrid", publicKey.export({ format: "der", type: "spki" }).toString("base64"));
  const body = fixture("sendgrid.json");
  const at = String(Math.floor(Date.now() / 1000));
  const signature = createSign("sha256").update(at).update(body).sign(privateKey, "base64");
  const headers = {
    "x-twilio-email-event-webhook-timestamp": at,
    "x-twilio-email-event-webhook-signature": signature,
  };
  expect(await send(source, body, headers)).toMatchObject({ stored: 2 });
  await expect(send(source, Buffer.concat([body, Buffer.from(" ")]), headers)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(make("sendgrid", "no key")).rejects.toMatchObject({ key: "signals.key_unreadable" });
});

test("a system of the house signs as the API channel does; a caught request is good once", async () => {
  const source = await make("api");
  const body = Buffer.from(
    JSON.stringify({
      signals: [
        { kind: "free_number_call", at: new Date().toISOString(), customer: { phone: "03 20 55 01 88" } },
      ],
    }),
  );
  const at = Math.floor(Date.now() / 1000);
  const headers = { "avant-timestamp": String(at), "avant-signature": sign([source.secret], at, body) };
  expect(await send(source, body, headers, null, true)).toMatchObject({ stored: 1 });
  await expect(send(source, body, headers, null, true)).rejects.toMatchObject({ key: "signals.repeated" });
  await expect(send(source, body, headers)).rejects.toMatchObject({ code: "not_found" });
  await deleteSource(ines, { sourceId: source.id });
  await expect(send(source, body, headers, null, true)).rejects.toMatchObject({ code: "not_found" });
});

test("bytes of any kind are refused in words, never with an error", async () => {
  for (const kind of ["woocommerce", "mailchimp", "brevo"] as const) {
    const source = await make(kind);
    for (const body of [
      Buffer.from([0xff, 0xfe, 0]),
      Buffer.from("[[[["),
      Buffer.from('{"id":{}}'),
      Buffer.alloc(200_000, "["),
    ]) {
      const headers = {
        "x-wc-webhook-topic": "order.updated",
        "x-wc-webhook-signature": hmac(source.secret, body),
      };
      const outcome = await send(source, body, headers, source.secret).then(
        ({ stored }) => `stored ${stored}`,
        ({ code }) => code,
      );
      expect(["invalid", "stored 0"]).toContain(outcome);
    }
  }
});

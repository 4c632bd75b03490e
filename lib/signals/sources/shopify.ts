import { z } from "zod";
import type { Signal } from "@/lib/signals/signal";
import { byDigest } from "./proof";
import { currencyOf, details, id, minorOf, nameOf, text, who } from "./shapes";
import { type Delivery, type Source, textOf } from "./source";

const lines = z.array(z.object({ title: text })).default([]);
const order = z.object({
  id,
  name: text,
  email: text,
  phone: text,
  created_at: z.string(),
  cancelled_at: text,
  cancel_reason: text,
  total_price: z.union([z.string(), z.number()]).nullish(),
  currency: text,
  test: z.boolean().nullish(),
  customer: z
    .object({ id: id.nullish(), email: text, phone: text, first_name: text, last_name: text })
    .nullish(),
  line_items: lines,
});
const refund = z.object({
  id,
  order_id: id,
  created_at: z.string(),
  note: text,
  refund_line_items: z.array(z.object({ line_item: z.object({ title: text }).nullish() })).default([]),
  transactions: z
    .array(z.object({ amount: z.union([z.string(), z.number()]).nullish(), currency: text }))
    .default([]),
});
const consent = z.object({
  customer_id: id,
  email_address: text,
  email_marketing_consent: z.object({ state: z.string(), consent_updated_at: text }),
});

/** Topics and bodies: https://shopify.dev/docs/api/webhooks (orders/create, orders/cancelled, refunds/create). */
export const shopify: Source = {
  secret: "theirs",
  isInAddress: false,
  verify: byDigest("x-shopify-hmac-sha256"),
  read(delivery: Delivery): Signal[] {
    const body: unknown = JSON.parse(textOf(delivery.body));
    switch (delivery.headers.get("x-shopify-topic")) {
      case "orders/create":
        return ordered(order.parse(body));
      case "orders/cancelled":
        return cancelled(order.parse(body));
      case "refunds/create":
        return refunded(refund.parse(body));
      case "customers_email_marketing_consent/update":
        return left(consent.parse(body), delivery.now);
      default:
        return [];
    }
  },
};

type Order = z.output<typeof order>;

function ordered(one: Order): Signal[] {
  if (one.test === true) return [];
  return [
    {
      kind: "order_placed",
      at: new Date(one.created_at).toISOString(),
      id: one.id,
      customer: whoOf(one),
      amountMinor: minorOf(one.total_price, one.currency),
      currency: currencyOf(one.currency),
      details: details({ order: one.name ?? one.id, product: productsOf(one) }),
    },
  ];
}

function cancelled(one: Order): Signal[] {
  if (one.test === true) return [];
  const at = one.cancelled_at ?? one.created_at;
  return [
    {
      ...ordered(one)[0]!,
      kind: "order_cancelled",
      at: new Date(at).toISOString(),
      details: details({ order: one.name ?? one.id, reason: one.cancel_reason, product: productsOf(one) }),
    },
  ];
}

/** A refund names only its order, which was told before. */
function refunded(one: z.output<typeof refund>): Signal[] {
  const currency = one.transactions.find((paid) => paid.currency)?.currency;
  const sum = one.transactions.reduce((total, paid) => total + Number(paid.amount ?? 0), 0);
  return [
    {
      kind: "order_returned",
      at: new Date(one.created_at).toISOString(),
      id: `refund ${one.id}`,
      customer: { orderNumber: one.order_id },
      amountMinor: sum > 0 ? minorOf(sum, currency) : undefined,
      currency: currencyOf(currency),
      details: details({
        reason: one.note,
        product: one.refund_line_items.flatMap(({ line_item }) => line_item?.title ?? []).join(", "),
      }),
    },
  ];
}

function left(one: z.output<typeof consent>, now: Date): Signal[] {
  const { state, consent_updated_at } = one.email_marketing_consent;
  if (state !== "unsubscribed") return [];
  const at = new Date(consent_updated_at ?? now).toISOString();
  return [
    {
      kind: "unsubscribed",
      at,
      id: `shopify ${one.customer_id} ${at}`,
      customer: who({ email: one.email_address, customerNumber: `shopify ${one.customer_id}` }),
    },
  ];
}

function whoOf({ id: orderId, customer, email, phone }: Order) {
  return who({
    email: email || customer?.email,
    phone: phone || customer?.phone,
    customerNumber: customer?.id ? `shopify ${customer.id}` : undefined,
    orderNumber: orderId,
    name: nameOf(customer?.first_name, customer?.last_name),
  });
}

function productsOf({ line_items }: Order): string {
  return line_items.flatMap(({ title }) => title ?? []).join(", ");
}

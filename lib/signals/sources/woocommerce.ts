import { z } from "zod";
import type { SignalKind } from "@/db/enums";
import type { Signal } from "@/lib/signals/signal";
import { byDigest } from "./proof";
import { currencyOf, details, id, minorOf, nameOf, text, who } from "./shapes";
import { type Delivery, type Source, textOf } from "./source";

const order = z.object({
  id,
  number: id.nullish(),
  status: z.string(),
  currency: text,
  date_created_gmt: text,
  date_modified_gmt: text,
  total: z.union([z.string(), z.number()]).nullish(),
  customer_id: z.union([z.string(), z.number()]).nullish(),
  billing: z.object({ first_name: text, last_name: text, email: text, phone: text }).nullish(),
  line_items: z.array(z.object({ name: text })).default([]),
  refunds: z
    .array(z.object({ id, reason: text, total: z.union([z.string(), z.number()]).nullish() }))
    .default([]),
});
type Order = z.output<typeof order>;

/**
 * Orders as the REST API shows them, topics order.created and order.updated:
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#webhooks. The first call, a form with its own id, is only a greeting.
 */
export const woocommerce: Source = {
  secret: "ours",
  isInAddress: false,
  verify: byDigest("x-wc-webhook-signature"),
  read({ headers, body, now }: Delivery): Signal[] {
    const topic = headers.get("x-wc-webhook-topic");
    if (topic !== "order.created" && topic !== "order.updated") return [];
    const one = order.parse(JSON.parse(textOf(body)));
    const created = momentOf(one.date_created_gmt, now);
    const changed = momentOf(one.date_modified_gmt, now);
    const signs = [sign(one, "order_placed", one.id, created, minorOf(one.total, one.currency), null)];
    if (one.status === "cancelled")
      signs.push(sign(one, "order_cancelled", one.id, changed, undefined, null));
    if (one.status === "failed")
      return [sign(one, "payment_failed", `${one.id} failed`, changed, undefined, null)];
    for (const back of one.refunds)
      signs.push(
        sign(
          one,
          "order_returned",
          `refund ${back.id}`,
          changed,
          minorOf(back.total, one.currency),
          back.reason,
        ),
      );
    return signs;
  },
};

function sign(
  one: Order,
  kind: SignalKind,
  externalId: string,
  at: string,
  amountMinor: number | undefined,
  reason: string | null | undefined,
): Signal {
  const registered = one.customer_id ? Number(one.customer_id) > 0 : false;
  return {
    kind,
    at,
    id: externalId,
    customer: who({
      email: one.billing?.email,
      phone: one.billing?.phone,
      customerNumber: registered ? `woocommerce ${one.customer_id}` : undefined,
      orderNumber: one.id,
      name: nameOf(one.billing?.first_name, one.billing?.last_name),
    }),
    amountMinor,
    currency: currencyOf(one.currency),
    details: details({
      order: one.number ?? one.id,
      reason,
      product: one.line_items.flatMap(({ name }) => name ?? []).join(", "),
    }),
  };
}

/** "2026-03-22T16:28:02", in UTC without saying so. */
function momentOf(gmt: string | null | undefined, now: Date): string {
  const at = new Date(gmt ? (/[zZ]|[+-]\d\d:?\d\d$/.test(gmt) ? gmt : `${gmt}Z`) : now);
  return (Number.isNaN(at.getTime()) ? now : at).toISOString();
}

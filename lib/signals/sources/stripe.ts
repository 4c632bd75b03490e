import { z } from "zod";
import type { Signal } from "@/lib/signals/signal";
import { byStripe } from "./proof";
import { currencyOf, details, text, who } from "./shapes";
import { type Delivery, type Source, textOf } from "./source";

const event = z.object({
  id: z.string(),
  type: z.string(),
  created: z.number(),
  data: z.object({ object: z.unknown() }),
});
const invoice = z.object({
  id: text,
  customer: text,
  customer_email: text,
  customer_name: text,
  customer_phone: text,
  amount_due: z.number().nullish(),
  currency: text,
  number: text,
  attempt_count: z.number().nullish(),
});
const subscription = z.object({
  id: z.string(),
  customer: text,
  ended_at: z.number().nullish(),
  cancellation_details: z.object({ reason: text, comment: text, feedback: text }).nullish(),
});

/** https://docs.stripe.com/api/events/types: invoice.payment_failed and customer.subscription.deleted. Amounts come in the smallest unit. */
export const stripe: Source = {
  secret: "theirs",
  isInAddress: false,
  verify: byStripe,
  read({ body }: Delivery): Signal[] {
    const one = event.parse(JSON.parse(textOf(body)));
    const at = new Date(one.created * 1000).toISOString();
    if (one.type === "invoice.payment_failed") {
      const bill = invoice.parse(one.data.object);
      return [
        {
          kind: "payment_failed",
          at,
          id: one.id,
          customer: who({
            email: bill.customer_email,
            phone: bill.customer_phone,
            name: bill.customer_name,
            customerNumber: numberOf(bill.customer),
          }),
          amountMinor: bill.amount_due ?? undefined,
          currency: currencyOf(bill.currency),
          details: details({ invoice: bill.number ?? bill.id, attempt: bill.attempt_count }),
        },
      ];
    }
    if (one.type !== "customer.subscription.deleted") return [];
    const ended = subscription.parse(one.data.object);
    return [
      {
        kind: "subscription_ended",
        at: ended.ended_at ? new Date(ended.ended_at * 1000).toISOString() : at,
        id: ended.id,
        customer: who({ customerNumber: numberOf(ended.customer) }),
        details: details({
          reason: ended.cancellation_details?.feedback ?? ended.cancellation_details?.reason,
          comment: ended.cancellation_details?.comment,
        }),
      },
    ];
  },
};

function numberOf(customer: string | null | undefined): string | undefined {
  return customer ? `stripe ${customer}` : undefined;
}

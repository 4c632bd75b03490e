import { z } from "zod";
import { signalKinds } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";

/** How many signs one call may tell. */
export const mostSignals = 1000;

const anyJson = z.custom<Json>(() => true).meta({ type: "object", description: "Any JSON." });
const word = (most: number) => z.string().trim().max(most);

/** Who did it: any of these; the strongest that is known here decides. */
export const signalCustomer = z
  .object({
    email: word(254).optional(),
    phone: word(40).optional(),
    customerNumber: word(100).optional(),
    /** A number of an order that was told before, for what comes without an address, such as a refund. */
    orderNumber: word(100).optional(),
    /** `network` names where: `instagram`, `x`, or a source of yours. */
    handle: z.object({ network: word(40).min(1), name: word(200).min(1) }).optional(),
    name: word(200).optional(),
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
  })
  .refine(
    (who) => Boolean(who.email || who.phone || who.customerNumber || who.orderNumber || who.handle?.name),
    { message: "signals.faults.nobody" },
  );

/** One thing that a customer did without words. */
export const signal = z.object({
  kind: z.enum(signalKinds),
  /** When it happened. */
  at: z.iso.datetime({ offset: true }),
  /** Your own id of it: told twice, it is one. Left out, it is made of what happened, to whom and when. */
  id: word(300).optional(),
  customer: signalCustomer,
  /** In the currency's smallest unit: 4990 is 49.90 euros. */
  amountMinor: z.number().int().min(0).max(1e13).optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Order, product, campaign, reason, shop: shown beside it. At most 20 names. */
  details: z
    .record(z.string().max(60), anyJson)
    .refine((details) => JSON.stringify(details).length <= 4000 && Object.keys(details).length <= 20)
    .optional(),
});

export type Signal = z.output<typeof signal>;
export type SignalCustomer = z.output<typeof signalCustomer>;

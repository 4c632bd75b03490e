import { z } from "zod";
import type { SignalSourceKind } from "@/db/enums";
import { brevo, mailchimp, sendgrid } from "./mailing";
import { byOurSignature } from "./proof";
import { shopify } from "./shopify";
import { type Source, textOf } from "./source";
import { stripe } from "./stripe";
import { woocommerce } from "./woocommerce";

/** A system of the house: `{"signals": [...]}`, each as lib/signals/signal.ts says; one by one they are read later. */
const api: Source = {
  secret: "ours",
  isInAddress: false,
  verify: byOurSignature,
  read: ({ body }) => z.object({ signals: z.array(z.any()) }).parse(JSON.parse(textOf(body))).signals,
};

/** Every kind of sender that has an address of its own here. */
export const sources: Record<SignalSourceKind, Source> = {
  api,
  shopify,
  woocommerce,
  stripe,
  mailchimp,
  brevo,
  sendgrid,
};

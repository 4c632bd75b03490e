import { z } from "zod";
import {
  readBrandSignature,
  readMySignature,
  saveBrandSignature,
  saveMySignature,
  signatureInput,
} from "@/lib/signatures/signature";
import { byId } from "./fields";
import { route } from "./route-line";

const signature = z
  .object({ text: z.string().nullable(), in: z.record(z.string(), z.string()) })
  .meta({ id: "Signature" });

/** What stands below a mail: mine, else the brand's, in the customer's language where there is one. */
export const signatures = [
  route("GET /me/signature", {
    permission: "profile.edit",
    summary: "What stands below my mails",
    response: signature,
    run: (actor) => readMySignature(actor),
  }),

  route("PUT /me/signature", {
    permission: "profile.edit",
    summary: "Change what stands below my mails",
    body: signatureInput,
    run: (actor, { body }) => saveMySignature(actor, body),
  }),

  route("GET /brands/{id}/signature", {
    permission: "channel.read",
    summary: "What stands below the mails of a brand",
    params: byId,
    response: signature,
    run: (actor, { params }) => readBrandSignature(actor, { brandId: params.id }),
  }),

  route("PUT /brands/{id}/signature", {
    permission: "brand.edit",
    summary: "Change what stands below the mails of a brand",
    params: byId,
    body: signatureInput,
    run: (actor, { params, body }) => saveBrandSignature(actor, { brandId: params.id, ...body }),
  }),
];

import { z } from "zod";
import { inboundKinds, listInbound } from "@/lib/inbound/list-parked";
import { readSource } from "@/lib/inbound/read-source";
import { retryAllInbound, retryInbound } from "@/lib/inbound/retry";
import { byId, moment, pageOf } from "./fields";
import { route } from "./route-line";

export const inbound = [
  route("GET /inbound", {
    permission: "inbound.read",
    summary: "What came in and is not in the queue: parked, or filed as nobody's question",
    query: z.object({
      kind: z.enum(inboundKinds).default("parked"),
      cursor: z.string().max(500).nullable().default(null),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: pageOf(
      z.object({
        id: z.uuid(),
        channelId: z.uuid(),
        channelName: z.string(),
        channelKind: z.string(),
        receivedAt: moment,
        size: z.number(),
        attempts: z.number(),
        failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
        filed: z
          .object({ reason: z.string(), subject: z.string().nullable(), from: z.string().nullable() })
          .nullable(),
      }),
    ),
    run: (actor, { query }) => listInbound(actor, query),
  }),

  route("GET /inbound/{id}/raw", {
    permission: "inbound.read",
    summary: "One item exactly as it came in",
    params: byId,
    produces: "application/octet-stream",
    async run(actor, { params }) {
      const { contentType, bytes } = await readSource(actor, { inboundId: params.id });
      const ending = contentType.includes("json") ? "json" : contentType.includes("822") ? "eml" : "txt";
      return new Response(Buffer.from(bytes), {
        headers: {
          // Never as what it says it is: a mail's source may be a page.
          "content-type": "application/octet-stream",
          "content-disposition": `attachment; filename="${params.id}.${ending}"`,
          "content-security-policy": "default-src 'none'; sandbox",
          "x-content-type-options": "nosniff",
          "cache-control": "private, no-store",
        },
      });
    },
  }),

  route("POST /inbound/{id}/retry", {
    permission: "inbound.retry",
    summary: "Read one parked item again",
    params: byId,
    run: (actor, { params }) => retryInbound(actor, { inboundId: params.id }),
  }),

  route("POST /inbound/retry-all", {
    permission: "inbound.retry",
    summary: "Read everything that is parked again",
    response: z.object({ count: z.number() }),
    run: (actor) => retryAllInbound(actor),
  }),
];

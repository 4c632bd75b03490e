import { z } from "zod";
import { bulkItemStates, bulkStates } from "@/db/enums";
import { bulkAct } from "@/lib/bulk/act";
import { readBulk } from "@/lib/bulk/read";
import { mostAtOnce, startBulk } from "@/lib/bulk/start";
import { cancelBulk, undoBulk } from "@/lib/bulk/stop";
import { viewNames } from "@/lib/conversations/types";
import { byId, moment } from "./fields";
import { route } from "./route-line";

const run = z
  .object({
    id: z.uuid(),
    verb: z.string(),
    state: z.enum(bulkStates),
    total: z.number(),
    done: z.number(),
    held: z.number(),
    failed: z.number(),
    undone: z.number(),
    createdAt: moment,
    finishedAt: moment.nullable(),
    problems: z.array(
      z.object({
        conversationId: z.uuid(),
        number: z.number(),
        customerName: z.string(),
        state: z.enum(bulkItemStates),
        why: z.string(),
      }),
    ),
  })
  .meta({ id: "BulkRun" });

/** One act on many conversations. */
export const bulk = [
  route("POST /bulk", {
    permission: "conversation.triage",
    summary: "Do one thing to many conversations, or answer them with the same words",
    description:
      "Either `ids`, or `view` and `q` for all that the filter finds. Each goes by your own permissions; a reply is held back where the customer wrote, or was answered, after `asOf`.",
    status: 201,
    body: z
      .object({
        act: bulkAct,
        ids: z.array(z.uuid()).max(mostAtOnce).optional(),
        view: z.enum(viewNames).optional(),
        q: z.string().max(500).default(""),
        asOf: z.iso.datetime({ offset: true }).optional(),
      })
      .refine((body) => (body.ids === undefined) !== (body.view === undefined), { path: ["ids"] }),
    response: z.object({ runId: z.uuid(), total: z.number() }),
    run: (actor, { body }) =>
      startBulk(actor, {
        act: body.act,
        targets: body.ids ? { ids: body.ids } : { view: body.view ?? "queue", q: body.q },
        asOf: body.asOf ? new Date(body.asOf) : new Date(),
      }),
  }),

  route("GET /bulk/{id}", {
    permission: "conversation.read",
    summary: "How far it has come, and what was held or failed, with why",
    params: byId,
    response: run,
    run: (actor, { params }) => readBulk(actor, { runId: params.id }),
  }),

  route("POST /bulk/{id}/cancel", {
    permission: "conversation.triage",
    summary: "Do no more of it",
    params: byId,
    run: (actor, { params }) => cancelBulk(actor, { runId: params.id }),
  }),

  route("POST /bulk/{id}/undo", {
    permission: "conversation.triage",
    summary: "Take all of it back, within two minutes of its end; replies before they leave",
    params: byId,
    run: (actor, { params }) => undoBulk(actor, { runId: params.id }),
  }),
];

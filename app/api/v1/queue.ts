import { z } from "zod";
import { countViews, listQueue } from "@/lib/conversations/list-queue";
import { search } from "@/lib/conversations/search";
import { suggest, suggestCustomers } from "@/lib/conversations/suggest";
import { sorts, viewNames } from "@/lib/conversations/types";
import { listOf, pageOf } from "./fields";
import { route } from "./route-line";
import { listedRow } from "./shapes";

const snippets = z
  .record(z.string(), z.object({ text: z.string(), marks: z.array(z.tuple([z.number(), z.number()])) }))
  .meta({ description: "Words around what was found, by conversation; `marks` are places in `text`." });

/** The list of work. */
export const queue = [
  route("GET /conversations", {
    permission: "queue.read",
    summary: "One page of a view",
    description:
      "`seq` is where the stream of changes stood before the page was read: ask `since` with it after a cut.",
    query: z.object({
      view: z.enum(viewNames).default("queue"),
      sort: z.enum(sorts).default("left"),
      q: z
        .string()
        .trim()
        .max(500)
        .default("")
        .meta({ description: 'The typed filter: `tag:refund -assignee:me "exact words"`.' }),
      cursor: z.string().max(500).nullable().default(null),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: pageOf(listedRow).extend({ seq: z.string(), snippets: snippets.optional() }),
    run: (actor, { query }) => listQueue(actor, query),
  }),

  route("GET /counts", {
    permission: "queue.read",
    summary: "How many conversations each view has",
    response: z.object({
      queue: z.number(),
      mine: z.number(),
      team: z.number(),
      waiting: z.number(),
      snoozed: z.number(),
    }),
    run: (actor) => countViews(actor),
  }),

  route("GET /suggestions", {
    permission: "queue.read",
    summary: "What can stand behind the keys of a filter, with how many open conversations have it",
    response: z.object({
      tags: z.array(z.object({ name: z.string(), count: z.number() })),
      counts: z
        .record(z.string(), z.number())
        .meta({ description: "By the id of a teammate, team or channel." }),
    }),
    run: (actor) => suggest(actor),
  }),

  route("GET /suggestions/customers", {
    permission: "customer.read",
    summary: "Customers by the beginning of a name or address; small typing errors are forgiven",
    query: z.object({ text: z.string().trim().min(1).max(100) }),
    response: listOf(z.object({ id: z.uuid(), name: z.string(), address: z.string().nullable() })),
    run: (actor, { query }) => suggestCustomers(actor, query),
  }),

  route("GET /search", {
    permission: "conversation.read",
    summary: "Conversations by number, or by anything that was said or called so; the newest hit first",
    query: z.object({
      text: z.string().trim().min(1).max(200),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    response: listOf(listedRow).extend({ snippets }),
    run: (actor, { query }) => search(actor, query),
  }),
];

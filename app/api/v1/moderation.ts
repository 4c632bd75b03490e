import { z } from "zod";
import { listHits } from "@/lib/moderation/list-hits";
import { listRules } from "@/lib/moderation/list-rules";
import { conditions, ruleAction, ruleInput } from "@/lib/moderation/rule";
import { createRule, deleteRule, moveRuleUp, updateRule } from "@/lib/moderation/save-rule";
import { ruleToTry, tryRule } from "@/lib/moderation/try-rule";
import { undoHit } from "@/lib/moderation/undo-hit";
import { byId, created, listOf, moment, pageOf } from "./fields";
import { route } from "./route-line";

const rule = z
  .object({
    id: z.uuid(),
    name: z.string(),
    brandId: z.uuid().nullable().meta({ description: "Null: every brand." }),
    conditions,
    actions: z.array(ruleAction),
    isLast: z.boolean().meta({ description: "No later rule is asked about what it hit." }),
    isOn: z.boolean(),
    hitCount: z.number().meta({ description: "In the last 30 days." }),
  })
  .meta({ id: "ModerationRule" });

const deed = z.object({
  kind: z.enum(["spam", "close", "tag", "assign", "restrict", "hide", "like"]),
  state: z
    .enum(["done", "nothing", "waiting", "failed", "undone", "kept"])
    .meta({ description: "`kept`: somebody had changed it since, so it was not undone." }),
  eventId: z.number().nullable(),
  code: z.string().nullable(),
});

const hit = z
  .object({
    id: z.uuid(),
    rule: z.object({ id: z.uuid(), name: z.string() }),
    conversation: z.object({ id: z.uuid(), number: z.number(), customerName: z.string() }),
    excerpt: z.string(),
    did: z.array(deed),
    at: moment,
    undoneAt: moment.nullable(),
    undoneBy: z.string().nullable(),
    canUndo: z.boolean(),
  })
  .meta({ id: "ModerationHit" });

const tried = z.object({
  looked: z.number(),
  hits: z.number(),
  items: z.array(
    z.object({
      conversationId: z.uuid(),
      number: z.number(),
      customerName: z.string(),
      excerpt: z.string(),
      at: moment,
    }),
  ),
});

/** What the house does by itself with trolls and spam, and the log of it. */
export const moderation = [
  route("GET /moderation-rules", {
    permission: "rule.read",
    summary: "The rules of my brands, in the order in which they are asked",
    response: listOf(rule),
    run: async (actor) => ({ items: await listRules(actor) }),
  }),

  route("POST /moderation-rules", {
    permission: "rule.edit",
    summary: "Make a rule; it is asked last, and acts on what arrives from now on",
    status: 201,
    body: ruleInput,
    response: created,
    run: (actor, { body }) => createRule(actor, body),
  }),

  route("PUT /moderation-rules/{id}", {
    permission: "rule.edit",
    summary: "Change a rule, or switch it off",
    params: byId,
    body: ruleInput,
    run: (actor, { params, body }) => updateRule(actor, { ruleId: params.id, ...body }),
  }),

  route("DELETE /moderation-rules/{id}", {
    permission: "rule.edit",
    summary: "Take a rule away; its log stays",
    params: byId,
    run: (actor, { params }) => deleteRule(actor, { ruleId: params.id }),
  }),

  route("POST /moderation-rules/{id}/up", {
    permission: "rule.edit",
    summary: "Ask a rule one place earlier",
    params: byId,
    run: (actor, { params }) => moveRuleUp(actor, { ruleId: params.id }),
  }),

  route("POST /moderation-rules/try", {
    permission: "rule.edit",
    summary: "What a rule would have hit in the last days; nothing is done",
    body: ruleToTry,
    response: tried,
    run: (actor, { body }) => tryRule(actor, body),
  }),

  route("GET /moderation-hits", {
    permission: "rule.read",
    summary: "What the rules did, the newest first",
    query: z.object({
      ruleId: z.uuid().nullable().default(null),
      cursor: z.string().max(500).nullable().default(null),
    }),
    response: pageOf(hit),
    run: (actor, { query }) => listHits(actor, query),
  }),

  route("POST /moderation-hits/{id}/undo", {
    permission: "conversation.triage",
    summary: "Take back what a rule did to a message; what somebody changed since stays",
    params: byId,
    response: z.object({ did: z.array(deed) }),
    run: (actor, { params }) => undoHit(actor, { hitId: params.id }),
  }),
];

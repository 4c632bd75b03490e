import { z } from "zod";

/** Every job and what it is told. Light: reactions and routes import it, the work is in handlers.ts. */
export const jobs = {
  "notify.assigned": z.object({ eventId: z.string(), conversationId: z.string(), agentId: z.string() }),
  "notify.mentioned": z.object({
    eventId: z.string(),
    conversationId: z.string(),
    mentions: z.array(z.string()),
  }),
  "notify.send_failed": z.object({ eventId: z.string(), conversationId: z.string(), agentId: z.string() }),
  "notify.followed": z.object({
    eventId: z.string(),
    conversationId: z.string(),
    actorId: z.string().nullable(),
  }),
  "ask.send": z.object({ askId: z.string() }),
  "ask.tell": z.object({ eventId: z.string(), askId: z.string(), what: z.enum(["asked", "answered"]) }),
  "conversation.acknowledge": z.object({ conversationId: z.string(), messageId: z.string() }),
  "message.fetch_files": z.object({ conversationId: z.string(), messageId: z.string() }),
  "message.sift": z.object({ conversationId: z.string(), messageId: z.string(), isFirst: z.boolean() }),
  "survey.consider": z.object({ conversationId: z.string(), resolvedAt: z.string() }),
  "leak.look": z.object({ conversationId: z.string(), messageId: z.string() }),
  "leak.look_again": z.object({ customerIds: z.array(z.string()) }),
  "moderation.act": z.object({ hitId: z.string() }),
  "customer.recognise": z.object({
    conversationId: z.string(),
    messageId: z.string(),
    proves: z.array(z.string()),
    claims: z.array(z.string()),
  }),
  "customers.recognise": z.object({ customerIds: z.array(z.string()) }),
  "customers.recognise_imported": z.object({ importId: z.string(), after: z.string().nullable() }),
  "keys.sweep": z.object({}),
  "search.learn": z.object({}),
  "cues.rejudge": z.object({}),
  "risk.learn": z.object({}),
  "facts.rebuild": z.object({}),
} as const;

export type JobName = keyof typeof jobs;
export type Payload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;

/** Live work is never behind bulk work: each lane has a runner of its own. */
export const lanes = {
  "notify.assigned": "live",
  "notify.mentioned": "live",
  "notify.send_failed": "live",
  "notify.followed": "live",
  "ask.send": "live",
  "ask.tell": "live",
  "conversation.acknowledge": "live",
  "message.fetch_files": "bulk",
  "message.sift": "live",
  "survey.consider": "live",
  "leak.look": "live",
  "leak.look_again": "live",
  "moderation.act": "live",
  "customer.recognise": "live",
  "customers.recognise": "bulk",
  "customers.recognise_imported": "bulk",
  "keys.sweep": "maintenance",
  "search.learn": "maintenance",
  "cues.rejudge": "bulk",
  "risk.learn": "maintenance",
  "facts.rebuild": "maintenance",
} as const satisfies Record<JobName, "live" | "bulk" | "maintenance">;

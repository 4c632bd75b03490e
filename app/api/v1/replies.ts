import { z } from "zod";
import type { Actor } from "@/lib/access";
import { newId } from "@/lib/id";
import { idFromKey } from "@/lib/idempotency";
import { cancelReply } from "@/lib/replies/cancel";
import { confirmSent } from "@/lib/replies/confirm-sent";
import { messageOfDelivery } from "@/lib/replies/message-of-delivery";
import { reply } from "@/lib/replies/reply";
import { retryDelivery } from "@/lib/replies/retry";
import { usualReaders } from "@/lib/replies/usual-readers";
import { byId, newPromise } from "./fields";
import { route } from "./route-line";
import { later, replied } from "./shapes";

const address = z.string().trim().min(1).max(320);

export const replyBody = z.object({
  id: z.uuid().optional().meta({ description: "Made by whoever writes: one id is one message." }),
  mode: z.enum(["public", "private"]),
  channelId: z.uuid(),
  text: z.string().max(100_000),
  subject: z.string().max(250).nullable().default(null),
  recipients: z
    .object({
      to: z.array(address).max(50),
      cc: z.array(address).max(50),
      bcc: z.array(address).max(50),
    })
    .nullable()
    .default(null)
    .meta({ description: "Null: whoever the conversation is with." }),
  fileIds: z.array(z.uuid()).max(20).default([]),
  savedReplies: z
    .array(z.object({ id: z.uuid(), isEdited: z.boolean() }))
    .max(10)
    .default([])
    .meta({ description: "The saved replies that it was made from, and whether they were changed." }),
  below: z
    .object({ hasSignature: z.boolean(), hasHistory: z.boolean() })
    .default({ hasSignature: true, hasHistory: true })
    .meta({ description: "Whether the signature stands below, and what was said before." }),
  seen: z.string().max(500),
  afterwards: z
    .enum(["stay", "resolve"])
    .default("stay")
    .meta({ description: "`resolve`: done with it, in the same commit." }),
  later: later.nullable().default(null).meta({ description: "At an hour, instead of now." }),
  approverId: z
    .uuid()
    .nullable()
    .default(null)
    .meta({ description: "A colleague who reads it first; null: whoever must, when anybody must." }),
  marks: z
    .array(z.enum(["legal", "emergency"]))
    .max(2)
    .default([])
    .meta({ description: "`emergency`: a manager's, without a colleague; it is written down." }),
  promises: z
    .array(newPromise)
    .max(5)
    .default([])
    .meta({ description: "What it promises, from when it has left. Taken back with it before." }),
  handledSeconds: z
    .number()
    .min(0)
    .max(86_400)
    .nullable()
    .default(null)
    .meta({ description: "For how long its author had the conversation in view; counted up to an hour." }),
  confirmed: z.array(z.string().max(500)).max(50).default([]).meta({
    description: "Private facts that are to stand in a public text, as `details.findings` named them.",
  }),
});

/** What the command needs, with whoever reads it by default where the author changed nobody. */
export async function replyOf(
  actor: Actor,
  conversationId: string,
  { id, fileIds, recipients, subject, ...rest }: z.output<typeof replyBody>,
  key: string | undefined,
) {
  const usual = await usualReaders(conversationId, rest);
  return {
    ...rest,
    ...(recipients ?? { to: usual.to, cc: usual.cc, bcc: [] }),
    messageId: id ?? (key ? idFromKey(actor, key) : newId()),
    attachmentIds: fileIds,
    subject: subject ?? usual.subject,
  };
}

/** Words that leave the house. */
export const replies = [
  route("POST /conversations/{id}/replies", {
    permission: "conversation.reply",
    summary: "Answer the customer; it leaves after the time to take it back",
    description:
      "409 when somebody answered this customer or they wrote since `seen`, anywhere: `details` says what is newer, and its `seen` sends anyway. 409 with `details.findings` when a public text holds private facts. A junior's reply, and a legal one, is `awaiting` a colleague.",
    status: 201,
    params: byId,
    body: replyBody,
    response: replied,
    run: async (actor, { params, body }, c) =>
      reply(actor, {
        ...(await replyOf(actor, params.id, body, c.req.header("idempotency-key"))),
        conversationId: params.id,
      }),
  }),

  route("POST /conversations/{id}/replies/{messageId}/cancel", {
    permission: "conversation.reply",
    summary: "Take a reply of mine back before it leaves",
    params: z.object({ id: z.uuid(), messageId: z.uuid() }),
    response: z.object({ text: z.string() }),
    run: (actor, { params }) =>
      cancelReply(actor, { conversationId: params.id, messageId: params.messageId }),
  }),

  route("POST /deliveries/{id}/cancel", {
    permission: "conversation.reply",
    summary: "Take a reply of mine back before it leaves, by its delivery",
    params: byId,
    response: z.object({ text: z.string() }),
    run: async (actor, { params }) =>
      cancelReply(actor, await messageOfDelivery(actor, { deliveryId: params.id })),
  }),

  route("POST /deliveries/{id}/retry", {
    permission: "conversation.reply",
    summary: "Send a failed or uncertain reply once more",
    params: byId,
    run: (actor, { params }) => retryDelivery(actor, { deliveryId: params.id }),
  }),

  route("POST /deliveries/{id}/confirm", {
    permission: "conversation.reply",
    summary: "Say that an uncertain reply did arrive",
    params: byId,
    run: (actor, { params }) => confirmSent(actor, { deliveryId: params.id }),
  }),
];

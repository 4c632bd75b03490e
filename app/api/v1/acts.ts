import { z } from "zod";
import { actOnPost } from "@/lib/acts/act-on-post";
import { postVerbs } from "@/lib/channels/channel";
import { route } from "./route-line";

/** What is done to customers' public words on the network itself. */
export const acts = [
  route("POST /conversations/{id}/messages/{messageId}/act", {
    permission: "conversation.reply",
    summary: "Hide, like or delete a customer's public message on its network, or take it back",
    description:
      "Each may be said twice. `eventId` is null when nothing had to be done. Deleting has no way back and is for those whose own replies need no approval.",
    params: z.object({ id: z.uuid(), messageId: z.uuid() }),
    body: z.object({ verb: z.enum(postVerbs) }),
    response: z.object({ eventId: z.number().nullable() }),
    run: (actor, { params, body }) =>
      actOnPost(actor, { conversationId: params.id, messageId: params.messageId, verb: body.verb }),
  }),
];

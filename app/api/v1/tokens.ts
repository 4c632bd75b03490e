import { z } from "zod";
import { roles } from "@/db/enums";
import { createToken, listTokens, newApiToken, revokeToken } from "@/lib/agents/create-token";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

export const tokens = [
  route("GET /tokens", {
    permission: "token.edit",
    summary: "Bearer tokens that work, and when each was last used",
    response: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        role: z.enum(roles),
        agent: z.object({ id: z.uuid(), name: z.string() }),
        createdAt: moment,
        lastUsedAt: moment.nullable(),
      }),
    ),
    run: async (actor) => ({ items: await listTokens(actor) }),
  }),

  route("POST /tokens", {
    permission: "token.edit",
    summary: "Make a bearer token that acts as me; the answer holds it, this once",
    status: 201,
    shown: "once",
    body: newApiToken,
    response: z.object({ id: z.uuid(), token: z.string() }),
    run: (actor, { body }) => createToken(actor, body),
  }),

  route("DELETE /tokens/{id}", {
    permission: "token.edit",
    summary: "End a token",
    params: byId,
    run: (actor, { params }) => revokeToken(actor, { tokenId: params.id }),
  }),
];

import { z } from "zod";
import { roles } from "@/db/enums";
import { acceptance, acceptInvitation, readInvitation } from "@/lib/agents/accept-invitation";
import { invite, listInvitations, newInvitation, revokeInvitation } from "@/lib/agents/invite";
import { byId, listOf, moment } from "./fields";
import { openRoute, route } from "./route-line";

export const invitations = [
  route("GET /invitations", {
    permission: "agent.invite",
    summary: "Invitations that can still be accepted",
    response: listOf(
      z.object({
        id: z.uuid(),
        email: z.string(),
        role: z.enum(roles),
        teamId: z.uuid().nullable(),
        endsAt: moment.nullable(),
        invitedBy: z.string(),
        expiresAt: moment,
      }),
    ),
    run: async (actor) => ({ items: await listInvitations(actor) }),
  }),

  route("POST /invitations", {
    permission: "agent.invite",
    summary: "Invite a colleague; the answer holds the link, this once",
    status: 201,
    shown: "once",
    body: newInvitation,
    response: z.object({ id: z.uuid(), url: z.string(), expiresAt: moment }),
    run: (actor, { body }) => invite(actor, body),
  }),

  route("DELETE /invitations/{id}", {
    permission: "agent.invite",
    summary: "Take an invitation back",
    params: byId,
    run: (actor, { params }) => revokeInvitation(actor, { invitationId: params.id }),
  }),

  openRoute("GET /invitations/open", {
    summary: "What an invitation's link opens",
    query: z.object({ token: z.string().max(200) }),
    response: z.object({ email: z.string(), invitedBy: z.string() }),
    run: ({ query }) => readInvitation(query),
  }),

  openRoute("POST /invitations/accept", {
    summary: "Join by an invitation's link",
    status: 201,
    body: acceptance,
    response: z.object({ email: z.string() }),
    run: ({ body }) => acceptInvitation(body),
  }),
];

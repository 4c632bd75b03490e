import { z } from "zod";
import { roles } from "@/db/enums";
import { changePerson, personChange } from "@/lib/agents/change-person";
import { deactivate, reactivate } from "@/lib/agents/deactivate";
import { listAgents } from "@/lib/agents/list-agents";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

const agent = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  title: z.string().nullable(),
  awaySince: moment.nullable(),
  deactivatedAt: moment.nullable(),
  endsAt: moment.nullable(),
  scheduleId: z.uuid().nullable(),
  isSample: z.boolean(),
  teamIds: z.array(z.string()),
});

export const agents = [
  route("GET /agents", {
    permission: "team.read",
    summary: "Everybody on the staff",
    response: listOf(agent),
    run: async (actor) => ({ items: await listAgents(actor) }),
  }),

  route("PATCH /agents/{id}", {
    permission: "agent.edit",
    summary: "Change a colleague's role, title, teams, working hours, or the end of their account",
    params: byId,
    body: personChange,
    run: (actor, { params, body }) => changePerson(actor, { agentId: params.id, ...body }),
  }),

  route("POST /agents/{id}/deactivate", {
    permission: "agent.edit",
    summary:
      "Shut a colleague out: sign-ins, open screens and tokens end within five seconds, and their work goes back",
    params: byId,
    run: (actor, { params }) => deactivate(actor, { agentId: params.id }),
  }),

  route("POST /agents/{id}/reactivate", {
    permission: "agent.edit",
    summary: "Let a colleague in again",
    params: byId,
    run: (actor, { params }) => reactivate(actor, { agentId: params.id }),
  }),
];

import { z } from "zod";
import { roles } from "@/db/enums";
import { waysIn } from "@/lib/agents/auth";
import { demoPeople } from "@/lib/agents/demo-sign-in";
import { newOwner, setUp, setupToken } from "@/lib/agents/setup";
import { openRoute } from "./route-line";

export const entrance = [
  openRoute("GET /entrance", {
    summary: "What stands before the sign-in: the ways in, and whether an owner is still to be made",
    response: z.object({
      needsSetup: z.boolean(),
      oidc: z.boolean(),
      demo: z.array(
        z.object({ id: z.uuid(), name: z.string(), role: z.enum(roles), title: z.string().nullable() }),
      ),
    }),
    async run() {
      const people = await demoPeople();
      return {
        needsSetup: people.length === 0 && (await setupToken()) !== null,
        oidc: waysIn().oidc,
        demo: people,
      };
    },
  }),

  openRoute("POST /setup", {
    summary: "Make the first owner, with the token from the log",
    status: 201,
    body: newOwner.extend({ token: z.string().max(200) }),
    response: z.object({ agentId: z.uuid() }),
    run: ({ body }) => setUp(body),
  }),
];

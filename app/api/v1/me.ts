import { z } from "zod";
import { afterResolves, densities, languages, roles, themes } from "@/db/enums";
import { actions } from "@/lib/access";
import { readProfile } from "@/lib/agents/list-agents";
import { signOut, signOutElsewhere } from "@/lib/agents/sign-out";
import { changePassword, passwordChange, profileChange, updateProfile } from "@/lib/agents/update-profile";
import { checkKeys } from "./check-keys";
import { moment } from "./fields";
import { route } from "./route-line";

export const me = [
  route("GET /me", {
    permission: "profile.edit",
    summary: "Who I am, my settings and what I may do",
    response: z.object({
      id: z.uuid(),
      name: z.string(),
      email: z.string(),
      role: z.enum(roles),
      title: z.string().nullable(),
      language: z.enum(languages),
      theme: z.enum(themes),
      density: z.enum(densities),
      zone: z.string().nullable(),
      hours: z.string().nullable(),
      afterResolve: z.enum(afterResolves),
      hasKeys: z.boolean(),
      ownKeys: z.record(z.string(), z.array(z.string())),
      signature: z.string().nullable(),
      awaySince: moment.nullable(),
      hasPassword: z.boolean(),
      teamIds: z.array(z.string()),
      brandIds: z.array(z.string()),
      may: z.array(z.enum(actions)),
    }),
    run: (actor) => readProfile(actor),
  }),

  route("PATCH /me", {
    permission: "profile.edit",
    summary: "Change my settings",
    body: profileChange,
    description:
      "`ownKeys` replaces all keys of one's own. Refused with `keys.taken` where two actions would have the same key: name the other one too, with its new keys or none.",
    run: (actor, { body }) => {
      if (body.ownKeys) checkKeys(actor.language, body.ownKeys);
      return updateProfile(actor, body);
    },
  }),

  route("PUT /me/password", {
    permission: "profile.edit",
    summary: "Change my password, and end my other sign-ins",
    body: passwordChange,
    run: (actor, { body }) => changePassword(actor, body),
  }),

  route("DELETE /me/session", {
    permission: "signed_in",
    summary: "End this sign-in",
    run: (actor) => signOut(actor.sessionId),
  }),

  route("DELETE /me/other-sessions", {
    permission: "signed_in",
    summary: "End my sign-ins everywhere else",
    run: (actor) => signOutElsewhere(actor),
  }),
];

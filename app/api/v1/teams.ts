import { z } from "zod";
import { languages } from "@/db/enums";
import { listBrands } from "@/lib/brands/list-brands";
import { brandChange, brandInput, createBrand, updateBrand } from "@/lib/brands/save-brand";
import { listTeams } from "@/lib/teams/list-teams";
import { createTeam, deleteTeam, teamInput, updateTeam } from "@/lib/teams/save-team";
import { byId, created, listOf } from "./fields";
import { route } from "./route-line";

export const teams = [
  route("GET /teams", {
    permission: "team.read",
    summary: "Every team with its people and brands",
    response: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        isSample: z.boolean(),
        isLegal: z.boolean(),
        agentIds: z.array(z.uuid()),
        brandIds: z.array(z.uuid()),
      }),
    ),
    run: async (actor) => ({ items: await listTeams(actor) }),
  }),

  route("POST /teams", {
    permission: "team.edit",
    summary: "Make a team",
    status: 201,
    body: teamInput,
    response: created,
    run: (actor, { body }) => createTeam(actor, body),
  }),

  route("PUT /teams/{id}", {
    permission: "team.edit",
    summary: "Set a team's name, people and brands, and whether its matters are legal ones",
    params: byId,
    body: teamInput,
    run: (actor, { params, body }) => updateTeam(actor, { teamId: params.id, ...body }),
  }),

  route("DELETE /teams/{id}", {
    permission: "team.edit",
    summary: "Take a team away; its conversations stay with their brand",
    params: byId,
    run: (actor, { params }) => deleteTeam(actor, { teamId: params.id }),
  }),
];

export const brands = [
  route("GET /brands", {
    permission: "channel.read",
    summary: "The brands that I may look at",
    response: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        letter: z.string(),
        color: z.string(),
        colorDark: z.string(),
        language: z.enum(languages),
        signature: z.string().nullable(),
        houseRules: z.string().nullable(),
        publicContacts: z.array(z.string()),
        scheduleId: z.uuid().nullable(),
        isSample: z.boolean(),
      }),
    ),
    run: async (actor) => ({ items: await listBrands(actor) }),
  }),

  route("POST /brands", {
    permission: "brand.edit",
    summary: "Make a brand",
    status: 201,
    body: brandInput,
    response: created,
    run: (actor, { body }) => createBrand(actor, body),
  }),

  route("PATCH /brands/{id}", {
    permission: "brand.edit",
    summary: "Change a brand's name, colours, language, hours, signature, house rules or public contacts",
    params: byId,
    body: brandChange,
    run: (actor, { params, body }) => updateBrand(actor, { brandId: params.id, ...body }),
  }),
];

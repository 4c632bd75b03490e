import { z } from "zod";
import type { Language } from "@/db/enums";
import type { HealthReport } from "@/lib/channels/channel";
import { checkChannel, checkDraft, draftToCheck } from "@/lib/channels/check-channel";
import { createChannel, newChannel } from "@/lib/channels/create-channel";
import { deleteChannel } from "@/lib/channels/delete-channel";
import { describeKinds, kindGroups } from "@/lib/channels/describe-kinds";
import { failureSentence, readerZone } from "@/lib/channels/failure-words";
import { listArrivals } from "@/lib/channels/list-arrivals";
import { listChannels } from "@/lib/channels/list-channels";
import { listTroubles } from "@/lib/channels/list-troubles";
import { anyJson } from "@/lib/channels/settings";
import { channelChange, updateChannel } from "@/lib/channels/update-channel";

import { startSignIn } from "@/lib/sign-ins/start";
import { byId, created, listOf, moment } from "./fields";
import { route } from "./route-line";

const settings = z.record(z.string(), anyJson);
const failure = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  message: z.string().meta({ description: "In the caller's language." }),
});

const channel = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    icon: z.string(),
    name: z.string(),
    brandId: z.uuid(),
    teamId: z.uuid().nullable(),
    address: z.string().nullable(),
    publicPath: z.string().nullable(),
    isSample: z.boolean(),
    health: z.object({
      state: z.enum(["working", "failing", "paused", "unknown_kind"]),
      failingSince: moment.nullable(),
      failure: failure.nullable(),
      lastSuccessAt: moment.nullable(),
      lastItemAt: moment.nullable(),
      nextTryAt: moment.nullable(),
      accessEndsAt: moment.nullable(),
      lagSeconds: z.number().nullable().meta({
        description: "Since the other side was last asked with success; null where nothing is asked.",
      }),
      unread: z
        .object({ count: z.number(), oldestAt: moment })
        .nullable()
        .meta({ description: "What has come and is not read yet." }),
      parked: z.number(),
    }),
    config: settings.nullable().meta({ description: "Without secrets; null unless you may change it." }),
    secretsSet: z.array(z.string()),
  })
  .meta({ id: "Channel" });

const kind = z
  .object({
    kind: z.string(),
    icon: z.string(),
    can: z.object({
      reply: z.array(z.enum(["public", "private"])),
      html: z.boolean(),
      subject: z.boolean(),
      recipients: z.boolean(),
      maxLength: z.number().nullable(),
      attachments: z.object({ max: z.number(), maxBytes: z.number() }).nullable(),
      replyWindowHours: z.number().nullable(),
      freeWindowHours: z.number().nullable(),
      sentLookup: z.boolean(),
      edits: z.boolean(),
      deletes: z.boolean(),
      search: z.boolean(),
      act: z.array(z.enum(["like", "hide", "delete"])),
      singleAnswer: z.boolean(),
      rating: z.boolean(),
      repliesThrough: z.literal("email").nullable(),
      byHand: z.enum(["note", "link"]).nullable(),
    }),
    config: settings.meta({ description: "JSON Schema of the settings." }),
    secrets: z.array(z.string()),
    guide: z.array(
      z.object({
        step: z.string(),
        href: z.string().optional(),
        copy: z.enum(["webhook", "redirect"]).optional(),
      }),
    ),
    hasSignIn: z.boolean(),
    hasKnocks: z.boolean(),
    takesFiles: z.boolean(),
    hasWebhook: z.boolean(),
    hasListener: z.boolean(),
    pollSeconds: z.number().nullable(),
    group: z.enum(kindGroups),
    toleranceHours: z.number(),
  })
  .meta({ id: "ChannelKind" });

const trouble = z
  .object({
    channelId: z.uuid(),
    name: z.string(),
    icon: z.string(),
    what: z.enum(["failing", "access"]),
    at: moment.meta({ description: "Since when it fails, or when the access ends." }),
    failure: failure.nullable(),
    nextTryAt: moment.nullable(),
  })
  .meta({ id: "ChannelTrouble" });

const verdict = z.object({ failure: failure.nullable() });

export const channels = [
  route("GET /channels", {
    permission: "channel.read",
    summary: "The connected sources of my brands, with their health",
    response: listOf(channel),
    async run(actor) {
      const list = await listChannels(actor);
      const zone = await readerZone(actor);
      return {
        items: list.map((one) => ({
          ...one,
          health: { ...one.health, failure: said(one.health.failure, actor.language, zone) },
        })),
      };
    },
  }),

  route("GET /channels/troubles", {
    permission: "channel.read",
    summary:
      "What is down for more than five minutes, and, for who can change it, access that ends within a week",
    response: listOf(trouble),
    async run(actor) {
      const list = await listTroubles(actor);
      const zone = await readerZone(actor);
      return {
        items: list.map((one) => ({ ...one, failure: said(one.failure, actor.language, zone) })),
      };
    },
  }),

  route("GET /channel-kinds", {
    permission: "channel.read",
    summary: "Every kind of source that can be connected, and what its settings ask",
    response: listOf(kind),
    async run(actor) {
      const kinds = describeKinds(actor);
      return {
        items: kinds.map((one) => ({
          ...one,
          can: { ...one.can, reply: [...one.can.reply], act: [...one.can.act] },
          guide: [...one.guide],
        })),
      };
    },
  }),

  route("POST /channels", {
    permission: "channel.edit",
    summary: "Connect a source; it starts within seconds",
    status: 201,
    body: newChannel,
    response: created,
    run: (actor, { body }) => createChannel(actor, body),
  }),

  route("GET /channels/{id}/arrivals", {
    permission: "channel.read",
    summary: "The newest open conversations of a source, and what else came of it today",
    params: byId,
    response: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          number: z.number(),
          customerName: z.string(),
          excerpt: z.string(),
          at: moment,
        }),
      ),
      filed: z.number(),
      parked: z.number(),
    }),
    run: (actor, { params }) => listArrivals(actor, { channelId: params.id }),
  }),

  route("PATCH /channels/{id}", {
    permission: "channel.edit",
    summary: "Change a source, pause it or let it run; a secret that is sent empty stays as it is",
    params: byId,
    body: channelChange,
    run: (actor, { params, body }) => updateChannel(actor, { channelId: params.id, ...body }),
  }),

  route("DELETE /channels/{id}", {
    permission: "channel.edit",
    summary: "Take away a source that nobody has written through",
    params: byId,
    run: (actor, { params }) => deleteChannel(actor, { channelId: params.id }),
  }),

  route("POST /channels/{id}/check", {
    permission: "channel.edit",
    summary: "Test the connection",
    params: byId,
    response: verdict,
    run: async (actor, { params }) => ({
      failure: said(
        await checkChannel(actor, { channelId: params.id }),
        actor.language,
        await readerZone(actor),
      ),
    }),
  }),

  route("POST /channels/{id}/sign-in", {
    permission: "channel.edit",
    summary: "Begin a sign-in on the other side",
    params: byId,
    response: z.object({ url: z.string().meta({ description: "Where to send the browser." }) }),
    run: (actor, { params }) => startSignIn(actor, { channelId: params.id }),
  }),

  route("POST /channels/check", {
    permission: "channel.edit",
    summary: "Test settings that are not saved yet",
    body: draftToCheck,
    response: verdict,
    run: async (actor, { body }) => ({
      failure: said(await checkDraft(actor, body), actor.language, await readerZone(actor)),
    }),
  }),
];

function said(report: HealthReport | null, language: Language, zone: string) {
  return report === null ? null : { ...report, message: failureSentence(report, { language, zone }) };
}

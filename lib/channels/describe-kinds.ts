import { z } from "zod";
import { type Actor, authorize } from "@/lib/access";
import type { Capabilities, GuideStep, Json } from "./channel";
import { registry } from "./registry";

export type ChannelKind = {
  kind: string;
  icon: string;
  can: Capabilities;
  /** JSON Schema of the settings; each property carries the FieldMeta of lib/channels/channel.ts. */
  config: { [key: string]: Json };
  /** Names of the properties that are never given out. */
  secrets: string[];
  guide: readonly GuideStep[];
  /** There is a sign-in on the other side that gives us access. */
  hasSignIn: boolean;
  /** Replies go to a receiver of the house's own making, whose answers are kept. */
  hasKnocks: boolean;
  /** Takes whole files, such as an export of reviews. */
  takesFiles: boolean;
  /** It can be reached at /api/hooks/<kind>/<id or address>. */
  hasWebhook: boolean;
  /** It keeps a connection open, and so hears at once. */
  hasListener: boolean;
  /** Seconds between two looks at the other side; null where it is not asked. */
  pollSeconds: number | null;
  group: KindGroup;
  toleranceHours: number;
};

/** Under which heading a kind is offered. */
export const kindGroups = ["direct", "networks", "reading", "reviews", "hand"] as const;
export type KindGroup = (typeof kindGroups)[number];

/** Every kind of channel that can be connected, with what its settings form asks. */
export function describeKinds(actor: Actor): ChannelKind[] {
  authorize(actor, "channel.read");
  return Object.values(registry).map((channel) => ({
    kind: channel.kind,
    icon: channel.icon,
    can: channel.can,
    config: schemaOf(channel.kind),
    secrets: secretFields(channel.kind),
    guide: channel.guide.map((each) => (typeof each === "string" ? { step: each } : each)),
    hasSignIn: channel.signIn !== undefined,
    hasKnocks: channel.knocks === true,
    takesFiles: channel.file !== undefined,
    hasWebhook: channel.webhook !== undefined,
    hasListener: channel.listen !== undefined,
    pollSeconds: channel.poll ? (channel.pollSeconds ?? null) : null,
    group: groupOf(channel.can),
    toleranceHours: channel.toleranceHours,
  }));
}

/** By what it can do, so that a new kind finds its place by itself. */
export function groupOf(can: Capabilities): KindGroup {
  if (can.byHand !== null) return "hand";
  if (can.rating && !can.reply.includes("private")) return "reviews";
  if (can.reply.includes("public")) return "networks";
  return can.reply.length > 0 || can.repliesThrough !== null ? "direct" : "reading";
}

/** Fields whose meta says `secret`: sealed at rest, never shown again. */
export function secretFields(kind: string): string[] {
  const { properties } = shape.parse(schemaOf(kind));
  return Object.entries(properties).flatMap(([name, property]) => (property.secret === true ? [name] : []));
}

/** Under which word of its kind a setting is named (`meta.field`). */
export function fieldKey(kind: string, name: string): string {
  const field = shape.parse(schemaOf(kind)).properties[name]?.field;
  return typeof field === "string" ? field : name;
}

const shape = z.object({
  properties: z
    .record(z.string(), z.looseObject({ secret: z.unknown().optional(), field: z.unknown().optional() }))
    .default({}),
});

const known = new Map<string, { [key: string]: Json }>();

function schemaOf(kind: string): { [key: string]: Json } {
  const channel = registry[kind];
  if (!channel) return {};
  const made =
    known.get(kind) ??
    JSON.parse(JSON.stringify(z.toJSONSchema(channel.config, { io: "input", unrepresentable: "any" })));
  known.set(kind, made);
  return made;
}

import type { Capabilities, Channel, GuideStep } from "@/lib/channels/channel";
import { act } from "./act";
import { check } from "./check";
import { type Config, facebookConfig, instagramConfig, type MetaKind } from "./config";
import { parse } from "./parse";
import { complete } from "./reading/complete";
import { poll } from "./reading/poll";
import { webhook } from "./reading/webhook";
import { send } from "./sending/send";

const can: Capabilities = {
  reply: ["public", "private"],
  html: false,
  subject: false,
  recipients: false,
  maxLength: 2000,
  counting: "utf16",
  namesReaders: false,
  signature: false,
  history: false,
  attachments: { max: 1, maxBytes: 25 * 1024 * 1024 },
  replyWindowHours: 7 * 24,
  freeWindowHours: 24,
  sentLookup: false,
  edits: true,
  deletes: true,
  search: false,
  act: ["like", "hide", "delete"],
  singleAnswer: false,
  rating: false,
  repliesThrough: null,
  byHand: null,
};

const guide: GuideStep[] = [
  { step: "application", href: "https://developers.facebook.com/apps/" },
  { step: "webhook", copy: "webhook" },
  { step: "fields" },
  { step: "permissions" },
  { step: "token", href: "https://developers.facebook.com/tools/explorer/" },
];

export const facebook: Channel<Config> = {
  ...common("facebook"),
  icon: "facebook",
  config: facebookConfig,
  can,
  guide,
};

export const instagram: Channel<Config> = {
  ...common("instagram"),
  icon: "instagram",
  config: instagramConfig,
  // Messages take 1,000 bytes, comments some more; neither comments nor their answers can be liked from outside.
  can: { ...can, maxLength: 1000, counting: "bytes", act: ["hide", "delete"], edits: false },
  guide,
};

function common(kind: MetaKind) {
  return {
    kind,
    toleranceHours: 4,
    application: (config) => `meta:${config.appId}`,
    webhook: (ctx, request) => webhook(kind, ctx, request),
    complete: (ctx, items) => complete(kind, ctx, items),
    poll: (ctx, cursor) => poll(kind, ctx, cursor),
    // Webhooks bring everything at once; this is the net below them, and each page has its share of calls.
    pollSeconds: 180,
    parse,
    send: (ctx, outgoing) => send(kind, ctx, outgoing),
    act: (ctx, verb, target) => act(kind, ctx, verb, target),
    check: (ctx) => check(kind, ctx),
  } satisfies Partial<Channel<Config>>;
}

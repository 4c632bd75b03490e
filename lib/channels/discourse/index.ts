import type { Channel } from "@/lib/channels/channel";
import { act } from "./act";
import { check } from "./check";
import { type Config, config } from "./config";
import { parse } from "./parse";
import { poll } from "./reading/poll";
import { webhook } from "./reading/webhook";
import { hasSent, send } from "./sending/send";

/** A forum that runs Discourse, read and answered by its API as one account of it. */
export const discourse: Channel<Config> = {
  kind: "discourse",
  icon: "globe",
  config,
  can: {
    reply: ["public", "private"],
    html: false,
    subject: false,
    recipients: false,
    maxLength: 32_000,
    counting: "characters",
    namesReaders: false,
    signature: false,
    history: false,
    attachments: { max: 10, maxBytes: 4 * 1024 * 1024 },
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: true,
    edits: true,
    deletes: true,
    search: true,
    act: ["like"],
    singleAnswer: false,
    rating: false,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 8,
  guide: ["account", "key", { step: "webhook", copy: "webhook" }, "categories"],
  poll,
  pollSeconds: 30,
  webhook: (ctx, request) => webhook(ctx, request),
  parse,
  send,
  hasSent,
  act,
  check,
};

import type { Channel } from "@/lib/channels/channel";
import { act } from "./act";
import { check } from "./check";
import { type Config, config } from "./config";
import { parse } from "./parse";
import { listen } from "./reading/jetstream";
import { poll } from "./reading/poll";
import { mostBytes, mostImages } from "./sending/images";
import { mostGraphemes } from "./sending/post";
import { hasSent, send } from "./sending/send";

export const bluesky: Channel<Config> = {
  kind: "bluesky",
  icon: "bluesky",
  config,
  can: {
    reply: ["public", "private"],
    html: false,
    subject: false,
    recipients: false,
    maxLength: mostGraphemes,
    counting: "graphemes",
    // A reply tells the author of the post above by itself.
    namesReaders: false,
    signature: false,
    history: false,
    attachments: { max: mostImages, maxBytes: mostBytes },
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
  toleranceHours: 2,
  guide: [
    "account",
    { step: "appPassword", href: "https://bsky.app/settings/app-passwords" },
    "messages",
    "service",
    "words",
    "jetstream",
  ],
  listen: (ctx, accept) => listen(ctx, accept),
  poll,
  pollSeconds: 10,
  parse,
  send,
  hasSent,
  act,
  check,
};

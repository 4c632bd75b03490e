import type { Channel } from "@/lib/channels/channel";
import { act } from "./act";
import { check } from "./check";
import { type Config, config } from "./config";
import { parse } from "./parse";
import { poll } from "./reading/poll";
import { listen } from "./reading/stream";
import { hasSent, send } from "./sending/send";

export const mastodon: Channel<Config> = {
  kind: "mastodon",
  icon: "mastodon",
  config,
  can: {
    reply: ["public", "private"],
    html: false,
    subject: false,
    recipients: false,
    // The default of every instance; one that allows more accepts this too, one that allows less is asked in `send`.
    maxLength: 500,
    counting: "graphemes_links_23",
    namesReaders: true,
    signature: false,
    history: false,
    attachments: { max: 4, maxBytes: 16 * 1024 * 1024 },
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
  guide: ["account", "application", "scopes", "token", "words"],
  listen: (ctx, accept) => listen(ctx, accept),
  poll,
  pollSeconds: 30,
  parse,
  send,
  hasSent,
  act,
  check,
};

import type { Channel } from "@/lib/channels/channel";
import { type Config, config } from "./config";
import { parse } from "./parse";
import { readReviews } from "./read-file";
import { fields } from "./table";
import { deleteItem, webhook } from "./webhook";

/** Reviews from any site that can send them, with their stars. Answers are given on the site itself. */
export const reviews: Channel<Config> = {
  kind: "reviews",
  icon: "star",
  config,
  can: {
    reply: [],
    html: false,
    subject: false,
    recipients: false,
    maxLength: null,
    counting: "characters",
    namesReaders: false,
    signature: false,
    history: false,
    attachments: null,
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: false,
    edits: true,
    deletes: true,
    search: false,
    act: [],
    singleAnswer: false,
    rating: true,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 24,
  guide: ["source", { step: "webhook", copy: "webhook" }, "answer"],
  webhook: (ctx, request) => webhook(ctx, request),
  parse,
  file: { fields, read: readReviews, gone: (id, now) => deleteItem(id, now) },
  check: () => Promise.resolve(null),
};

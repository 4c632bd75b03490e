import type { Channel } from "@/lib/channels/channel";
import { type Config, config } from "./config";
import { parse } from "./parse";
import { readReviews } from "./read-file";
import { check, hasSent, send } from "./send";
import { fields } from "./table";
import { deleteItem, webhook } from "./webhook";

/** Reviews from any site that can send them, with their stars. Answers are given on the site, unless a program takes them. */
export const reviews: Channel<Config> = {
  kind: "reviews",
  icon: "star",
  config,
  can: {
    reply: ["public"],
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
    sentLookup: true,
    edits: true,
    deletes: true,
    search: false,
    act: [],
    singleAnswer: true,
    rating: true,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 24,
  guide: ["source", { step: "webhook", copy: "webhook" }, "answer"],
  webhook: (ctx, request) => webhook(ctx, request),
  parse,
  file: { fields, read: readReviews, gone: (id, now) => deleteItem(id, now) },
  ways: ({ answerUrl }) => (answerUrl ? ["public"] : []),
  knocks: true,
  send,
  hasSent,
  check,
};

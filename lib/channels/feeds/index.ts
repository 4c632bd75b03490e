import type { Channel } from "@/lib/channels/channel";
import { check } from "./check";
import { type Config, config } from "./config";
import { parse } from "./parse";
import { poll } from "./reading/poll";

/** News, blogs and their comments: RSS, Atom and JSON Feed. Answers are given on the site itself. */
export const feeds: Channel<Config> = {
  kind: "feeds",
  icon: "rss",
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
    search: true,
    act: [],
    singleAnswer: false,
    rating: false,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 8,
  guide: ["find", "comments", "words", "answer"],
  poll,
  pollSeconds: 20,
  parse,
  check,
};

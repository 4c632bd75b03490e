import type { Channel } from "@/lib/channels/channel";
import { check } from "./check";
import { type Config, config } from "./config";
import { openFile } from "./files";
import { listen } from "./listen";
import { parse } from "./parse";
import { longestText, send } from "./send";
import { webhook } from "./webhook";

/** A bot: its private chats, and groups where somebody calls it. */
export const telegram: Channel<Config> = {
  kind: "telegram",
  icon: "telegram",
  config,
  can: {
    reply: ["public", "private"],
    html: false,
    subject: false,
    recipients: false,
    maxLength: longestText,
    counting: "utf16",
    namesReaders: false,
    signature: false,
    history: false,
    attachments: { max: 10, maxBytes: 50 * 1024 * 1024 },
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: false,
    edits: true,
    // Telegram does not tell a bot what was deleted.
    deletes: false,
    search: false,
    act: [],
    singleAnswer: false,
    rating: false,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 2,
  guide: [
    { step: "bot", href: "https://t.me/BotFather" },
    "token",
    "groups",
    { step: "webhook", copy: "webhook" },
  ],
  listen,
  webhook,
  openFile,
  parse,
  send,
  check,
};

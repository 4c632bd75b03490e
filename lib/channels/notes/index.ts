import type { Channel } from "@/lib/channels/channel";
import { toRaw } from "@/lib/channels/hand-entry";
import { type Config, config } from "./config";
import { parse } from "./parse";

/**
 * What customers say in a shop or on the telephone, typed in by whoever heard it. An answer leaves by e-mail where an
 * address is known; else somebody calls, or settles it at the counter.
 */
export const notes: Channel<Config> = {
  kind: "notes",
  icon: "store",
  config,
  can: {
    reply: ["private"],
    html: true,
    subject: true,
    recipients: true,
    maxLength: null,
    counting: "characters",
    namesReaders: false,
    signature: true,
    history: false,
    attachments: { max: 20, maxBytes: 20 * 1024 * 1024 },
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: false,
    edits: false,
    deletes: false,
    search: false,
    act: [],
    singleAnswer: false,
    rating: false,
    repliesThrough: "email",
    byHand: "note",
  },
  toleranceHours: 4,
  guide: ["place", "key", "phone", "mailbox"],
  enter: toRaw,
  parse,
  check: () => Promise.resolve(null),
};

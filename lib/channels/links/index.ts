import type { Channel } from "@/lib/channels/channel";
import { type Config, config } from "./config";
import { parse, toRaw } from "./parse";

/** Posts of any site, pasted by their link: answered there, and the answer is noted here ("answered on the site"). */
export const links: Channel<Config> = {
  kind: "links",
  icon: "globe",
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
    edits: false,
    deletes: false,
    search: false,
    act: [],
    singleAnswer: false,
    rating: false,
    repliesThrough: null,
    byHand: "link",
  },
  toleranceHours: 4,
  guide: ["find", "paste", "answer"],
  enter: toRaw,
  parse,
  check: () => Promise.resolve(null),
};

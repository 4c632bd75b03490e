import type { Channel } from "@/lib/channels/channel";
import { act } from "./act";
import { check } from "./check";
import { type Config, config, type LinksConfig, linksConfig } from "./config";
import { parseLink, placeOf, toRaw } from "./links";
import { parse } from "./parse";
import { poll } from "./reading/poll";
import { webhook } from "./reading/webhook";
import { send } from "./sending/send";
import { signIn } from "./sign-in";

export const x: Channel<Config> = {
  kind: "x",
  icon: "x",
  config,
  can: {
    reply: ["public", "private"],
    html: false,
    subject: false,
    recipients: false,
    maxLength: 280,
    counting: "x_weight",
    namesReaders: false,
    signature: false,
    history: false,
    attachments: { max: 4, maxBytes: 50 * 1024 * 1024 },
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: false,
    edits: true,
    deletes: true,
    search: true,
    act: ["like", "hide"],
    singleAnswer: false,
    rating: false,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 2,
  guide: [
    { step: "application", href: "https://developer.x.com/en/portal/dashboard" },
    { step: "redirect", copy: "redirect" },
    { step: "signIn" },
    { step: "webhook", copy: "webhook" },
    { step: "noPlan" },
  ],
  signIn,
  poll,
  // The smallest paid plan allows ten looks at mentions in fifteen minutes.
  pollSeconds: 120,
  webhook: (ctx, request) => webhook(ctx, request),
  parse,
  send,
  act,
  check,
};

/** X without a paid plan: posts are pasted by their address, answered on the site, and the answer is noted here. */
export const xLinks: Channel<LinksConfig> = {
  kind: "x_links",
  icon: "x",
  config: linksConfig,
  can: {
    ...x.can,
    reply: [],
    maxLength: null,
    counting: "characters",
    attachments: null,
    edits: false,
    deletes: false,
    search: false,
    act: [],
    byHand: "link",
  },
  toleranceHours: 2,
  guide: ["find", "paste", "answer"],
  enter: toRaw,
  takes: (url) => placeOf(url).id !== null,
  parse: parseLink,
  check: () => Promise.resolve(null),
};

import type { Channel, FeedRoute } from "@/lib/channels/channel";
import { type Config, config } from "./config";
import { parse } from "./parse";
import { receive } from "./receive";
import { check, hasSent, send } from "./send";

/**
 * Any source that somebody can write thirty lines for: it feeds messages by POST and takes our replies by a signed
 * webhook. docs/api-channel.md tells both from the other side.
 */
export const api: Channel<Config> = {
  kind: "api",
  icon: "globe",
  config,
  can: {
    reply: ["public", "private"],
    html: true,
    subject: false,
    recipients: false,
    maxLength: null,
    counting: "characters",
    namesReaders: false,
    signature: false,
    history: false,
    attachments: { max: 10, maxBytes: 5 * 1024 * 1024 },
    replyWindowHours: null,
    freeWindowHours: null,
    sentLookup: true,
    edits: true,
    deletes: true,
    search: false,
    act: [],
    singleAnswer: false,
    rating: true,
    repliesThrough: null,
    byHand: null,
  },
  toleranceHours: 4,
  guide: ["source", "secret", { step: "feed", copy: "webhook" }, "receiver"],
  webhook: (ctx, request) => receive(ctx, request, routeOf(request)),
  capsBody: true,
  feed: receive,
  ways: ({ receiverUrl }) => (receiverUrl ? ["public", "private"] : []),
  knocks: true,
  parse,
  send,
  hasSent,
  check,
};

/** The hook has one address; which message is changed stands in the query. */
function routeOf(request: Request): FeedRoute {
  const externalId = new URL(request.url).searchParams.get("message") ?? "";
  if (request.method === "PATCH" && externalId) return { caller: "stranger", does: "edit", externalId };
  if (request.method === "DELETE" && externalId) return { caller: "stranger", does: "delete", externalId };
  return { caller: "stranger", does: "add" };
}

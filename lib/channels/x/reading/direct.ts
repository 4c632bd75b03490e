import type { Incoming } from "@/lib/channels/channel";
import type { DirectEvent, Includes } from "@/lib/channels/x/entities";
import { byUs, dateOf, message, type Reader, words } from "./reader";
import { filesOf } from "./tweet";

/** One event of GET /2/dm_events: a message, or somebody who joined or left. */
export function readDirect(event: DirectEvent, includes: Includes, reader: Reader): Incoming {
  if (event.event_type && event.event_type !== "MessageCreate")
    return { kind: "filed", reason: "receipt", subject: event.event_type, from: null };
  const conversation = event.dm_conversation_id ?? "";
  const said = message({
    externalId: event.id,
    public: false,
    text: words(event.text ?? "", event.entities?.urls ?? []),
    sentAt: dateOf(event.created_at),
    url: `https://x.com/messages/${encodeURIComponent(conversation)}`,
    inReplyTo: [],
    threadKey: `direct:${conversation}`,
    remoteFiles: filesOf(event, includes),
    parent: null,
    language: null,
    from: includes?.users?.find((one) => one.id === event.sender_id) ?? null,
    fromId: event.sender_id ?? null,
    to: [],
  });
  return event.sender_id && event.sender_id === reader.selfId ? byUs(said) : said;
}

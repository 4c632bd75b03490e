import type { Incoming, RawItem } from "@/lib/channels/channel";
import { parseExact } from "@/lib/text/exact-json";
import { dateOf, type Entry, envelope, feedValue, instagramValue, messagingEvent, polled } from "./entities";
import { readDelivery } from "./raw";
import { readComment, readGraphComment } from "./reading/comment";
import { readDirect, readGraphMessage } from "./reading/direct";
import { readInstagram } from "./reading/instagram";
import type { Reader } from "./reading/reader";

/**
 * Reads one event of a webhook, in the envelope that it came in, or one object that our own reading found. Throws on
 * what is neither, so that it stays visible with its source.
 */
export function parse(raw: RawItem, config: { address: string; appId: string }): Incoming[] {
  const body = parseExact(new TextDecoder().decode(raw.body));
  const delivery = readDelivery(raw.meta);
  const seenAt = dateOf(delivery.seenAt) ?? new Date(0);
  const found = polled.safeParse(body);
  if (found.success) {
    const { object, account, polled: what, value } = found.data;
    const reader = { object, account, appId: config.appId, at: null, delivery, seenAt };
    return [what === "message" ? readGraphMessage(value, reader) : readGraphComment(value, what, reader)];
  }
  const { object, entry } = envelope.parse(Array.isArray(body) ? body[0] : body);
  if (object !== "page" && object !== "instagram") throw new Error(`neither a page nor Instagram: ${object}`);
  return entry.flatMap((one) => {
    const at = dateOf(one.time);
    return readEntry(one, {
      object,
      account: one.id,
      appId: config.appId,
      at,
      delivery,
      seenAt: at ?? seenAt,
    });
  });
}

function readEntry(entry: Entry, reader: Reader): Incoming[] {
  const changes = changesOf(entry).map(({ field, value }) => readChange(field, value, reader));
  const messages = [...(entry.messaging ?? []), ...(entry.standby ?? [])].map((value) =>
    readDirect(messagingEvent.parse(value), reader),
  );
  return [...changes, ...messages];
}

/** The changes of an entry, wherever this kind of application gets them. */
export function changesOf(entry: Entry): Array<{ field: string; value?: unknown }> {
  return [...(entry.changes ?? []), ...(entry.field ? [{ field: entry.field, value: entry.value }] : [])];
}

function readChange(field: string, value: unknown, reader: Reader): Incoming {
  if (reader.object === "page" && (field === "feed" || field === "mention"))
    return readComment(feedValue.parse(value), field, reader);
  if (reader.object === "instagram" && ["comments", "live_comments", "mentions"].includes(field))
    return readInstagram(instagramValue.parse(value), field, reader);
  // The test button of the App Dashboard sends messages as a change.
  if (field === "messages") return readDirect(messagingEvent.parse(value), reader);
  return { kind: "filed", reason: "receipt", subject: field, from: null };
}

import { z } from "zod";
import type { Incoming, RawItem } from "@/lib/channels/channel";
import { parseExact } from "@/lib/text/exact-json";
import { activity, directEvent, includes, oldDelete, oldDirect, oldTweet, tweet } from "./entities";
import { readDelivery } from "./raw";
import { readActivityDirect, readActivityTweet } from "./reading/activity";
import { readDirect } from "./reading/direct";
import type { Reader } from "./reading/reader";
import { readTweet } from "./reading/tweet";

const v2 = z.object({ data: z.unknown(), includes });
const deleted = z.object({ deleted: z.string().min(1).max(100) });

/**
 * Reads a post or direct message as the API gives it (stream, mentions, search), or one event of a webhook. Throws on
 * what is none of these, so that it stays visible with its source.
 */
export function parse(raw: RawItem, config: { address: string }): Incoming[] {
  const body = parseExact(new TextDecoder().decode(raw.body));
  const { self, seenAt, edited } = readDelivery(raw.meta);
  const reader: Reader = {
    selfId: self?.id ?? null,
    handle: config.address,
    seenAt: new Date(seenAt ?? 0),
    edited,
  };
  const gone = deleted.safeParse(body);
  if (gone.success) return [{ kind: "delete", externalId: gone.data.deleted, deletedAt: reader.seenAt }];
  const told = activity.safeParse(body);
  if (told.success) {
    const { for_user_id, users, tweet_create_events, tweet_delete_events, direct_message_events } = told.data;
    const ours = { ...reader, selfId: for_user_id };
    const events = [
      ...(tweet_create_events ?? []).map((event) => readActivityTweet(oldTweet.parse(event), ours)),
      ...(direct_message_events ?? []).map((event) =>
        readActivityDirect(oldDirect.parse(event), users ?? {}, ours),
      ),
      ...(tweet_delete_events ?? []).map((event): Incoming => {
        const { status, timestamp_ms } = oldDelete.parse(event);
        const at = new Date(Number(timestamp_ms ?? Number.NaN));
        return {
          kind: "delete",
          externalId: status.id,
          deletedAt: Number.isNaN(at.getTime()) ? reader.seenAt : at,
        };
      }),
    ];
    return events.length > 0
      ? events
      : [{ kind: "filed", reason: "receipt", subject: "activity", from: null }];
  }
  const { data, includes: more } = v2.parse(body);
  const post = tweet.safeParse(data);
  const direct = directEvent.safeParse(data);
  if (direct.success && direct.data.dm_conversation_id) return [readDirect(direct.data, more, reader)];
  if (post.success) return [readTweet(post.data, more, reader)];
  throw new Error("neither a post nor a direct message");
}

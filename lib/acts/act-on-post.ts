import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { Permanent, type PostVerb, Temporary, Uncertain } from "@/lib/channels/channel";
import { failureSentence, readerZone } from "@/lib/channels/failure-words";
import { contextOf, loadChannel } from "@/lib/channels/load";
import { changeConversation } from "@/lib/conversations/change";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

const patienceMs = 25_000;

type Post = {
  channelId: string | null;
  externalId: string | null;
  url: string | null;
  threadKey: string | null;
  isDeleted: boolean;
  isHidden: boolean;
  isLiked: boolean;
};

/**
 * Hides, likes or deletes a customer's public words on the network, and notes who did it; to say it twice changes
 * nothing. The network is asked first and outside of any transaction: only what it took is noted. Deleting has no way
 * back, so it wants somebody whose own words need no approval. Throws `unavailable` with the network's reason.
 */
export async function actOnPost(
  actor: Actor,
  input: { conversationId: string; messageId: string; verb: PostVerb },
): Promise<{ eventId: number | null }> {
  authorize(actor, input.verb === "delete" ? "reply.approve" : "conversation.reply");
  const post = await find(actor, input);
  const channel = post.channelId === null ? null : await loadChannel(post.channelId);
  const family = familyOf(input.verb);
  if (!channel?.channel.act || post.externalId === null || !channel.channel.can.act.includes(family))
    return fail("invalid", "act.not_here");
  if (isDone(post, input.verb)) return { eventId: null };
  if (post.isDeleted) fail("invalid", "act.deleted");
  const { externalId, url, threadKey } = post;
  try {
    const ctx = contextOf(channel, AbortSignal.timeout(patienceMs), () => {});
    await channel.channel.act(ctx, input.verb, { externalId, url, threadKey });
  } catch (error) {
    const isKnown = error instanceof Permanent || error instanceof Temporary || error instanceof Uncertain;
    if (!isKnown) throw error;
    const params = error instanceof Uncertain ? {} : error.params;
    const reader = { language: actor.language, zone: await readerZone(actor) };
    fail("unavailable", "act.failed", { reason: failureSentence({ code: error.code, params }, reader) });
  }
  return note(actor, input);
}

/** What a channel must be able to do for a verb: every act brings its way back with it. */
function familyOf(verb: PostVerb): "like" | "hide" | "delete" {
  return verb === "unlike" ? "like" : verb === "unhide" ? "hide" : verb;
}

function isDone(post: Post, verb: PostVerb): boolean {
  switch (verb) {
    case "hide":
      return post.isHidden;
    case "unhide":
      return !post.isHidden;
    case "like":
      return post.isLiked;
    case "unlike":
      return !post.isLiked;
    case "delete":
      return post.isDeleted;
  }
}

async function find(actor: Actor, input: { conversationId: string; messageId: string }): Promise<Post> {
  const found = await db.execute<Post>(sql`
    select m.channel_id as "channelId", m.external_id as "externalId", m.url, c.thread_key as "threadKey",
      m.deleted_at is not null as "isDeleted", m.hidden_at is not null as "isHidden", m.liked_at is not null as "isLiked"
    from conversations c join messages m on m.conversation_id in (select merged_with(c.id))
    where c.id = ${input.conversationId} and m.id = ${input.messageId} and m.kind = 'customer' and m.is_public
      and ${visible(actor, columnsOf("c"))}`);
  return found.rows[0] ?? fail("not_found", "conversation.not_found");
}

const columns = { like: "liked_at", hide: "hidden_at", delete: "deleted_at" } as const;

/** Of two who did it at the same moment, only the first is noted. */
async function note(
  actor: Actor,
  { conversationId, messageId, verb }: { conversationId: string; messageId: string; verb: PostVerb },
): Promise<{ eventId: number | null }> {
  const column = sql.raw(columns[familyOf(verb)]);
  const isUndone = verb === "unlike" || verb === "unhide";
  return transact(async (tx) => {
    const done = await tx.execute(sql`
      update messages set ${column} = ${isUndone ? sql`null` : sql`clock_timestamp()`}
      where conversation_id in (select merged_with(survivor_of(${conversationId}))) and id = ${messageId}
        and (${column} is null) = ${!isUndone} returning id`);
    if (done.rows.length === 0) return { eventId: null };
    const { eventId } = await changeConversation(tx, actor, {
      id: conversationId,
      type: "message.acted",
      set: null,
      messageId,
      more: { verb },
    });
    return { eventId };
  });
}

import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { enterLink } from "@/lib/by-hand/enter-link";
import { AppError, fail } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { keepLeak, lockLeaksOf, type Post } from "./keep";

export const publicPost = z.object({
  /** Made where it was pasted: the same post sent again is one. */
  id: z.uuid(),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** When it was posted. */
  postedAt: z.iso.datetime({ offset: true }),
  /** Its author and words, where they are to be kept and answered here. */
  who: z.string().trim().max(200).default(""),
  text: z.string().trim().max(20_000).default(""),
});

const longestAgoMs = 365 * 86_400_000;

/**
 * "This customer went public": a colleague has seen it, which is all the proof that is asked. The post that we hold is
 * tied by its address; with its words it is put into the queue where a channel takes links; else its address is kept.
 * Throws `invalid` where the person had told us nothing in private before, and `conflict` for a post that is known.
 */
export async function wentPublic(
  actor: Actor,
  input: { conversationId: string; post: z.output<typeof publicPost> },
): Promise<{ leakId: string; eventId: number | null; isStored: boolean }> {
  authorize(actor, "conversation.triage");
  const { conversationId, post } = input;
  const postedAt = new Date(post.postedAt);
  const ago = Date.now() - postedAt.getTime();
  if (ago < -60_000 || ago > longestAgoMs) fail("invalid", "leak.date");
  const leakId = await transact(async (tx) => {
    const found = await tx.execute<{ customerId: string; brandId: string; name: string }>(sql`
      select c.customer_id as "customerId", c.brand_id as "brandId", k.name from conversations c join customers k on k.id = c.customer_id
      where c.id = survivor_of(${conversationId}) and ${visible(actor, columnsOf("c"))}`);
    const { name, ...where } = found.rows[0] ?? fail("not_found", "conversation.not_found");
    await lockLeaksOf(tx, where.customerId);
    const known = await tx.execute(sql`
      select 1 from leaks where brand_id = ${where.brandId} and url = ${post.url} and withdrawn_at is null`);
    if (known.rows.length > 0) fail("conflict", "leak.known", { name });
    const held = await postOf(tx, { brandId: where.brandId, url: post.url, postedAt });
    const kept = await keepLeak(tx, actor, { ...where, post: held, door: "button" });
    return kept ?? fail("invalid", "leak.no_private", { name });
  });
  return { leakId, eventId: null, isStored: post.text !== "" && (await store(actor, post)) };
}

async function postOf(
  tx: Tx,
  { brandId, url, postedAt }: { brandId: string; url: string; postedAt: Date },
): Promise<Post> {
  const found = await tx.execute<{ conversationId: string; messageId: string; postedAt: string }>(sql`
    select survivor_of(m.conversation_id) as "conversationId", m.id as "messageId", m.sent_at::text as "postedAt"
    from conversations c join messages m on m.conversation_id = c.id
    where c.brand_id = ${brandId} and c.is_public and c.last_message_at > ${postedAt.toISOString()}::timestamptz - interval '1 day'
      and m.url = ${url} and m.kind = 'customer' and m.is_public order by m.sent_at limit 1`);
  const held = found.rows[0];
  return held
    ? { ...held, url, postedAt: new Date(held.postedAt) }
    : { conversationId: null, messageId: null, url, postedAt };
}

/** Into the queue, to be answered there; where no channel takes links, its address is all that is kept. */
async function store(actor: Actor, post: z.output<typeof publicPost>): Promise<boolean> {
  try {
    await enterLink(actor, {
      id: post.id,
      channelId: null,
      at: post.postedAt,
      url: post.url,
      who: post.who,
      text: post.text,
    });
    return true;
  } catch (error) {
    if (error instanceof AppError && error.key === "by_hand.no_site") return false;
    throw error;
  }
}

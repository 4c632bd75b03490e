import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import { isAlikeKey } from "@/lib/conversations/alike-key";
import { changeConversation } from "@/lib/conversations/change";
import { alikeKey } from "@/lib/conversations/group-key";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { printOf } from "./print";
import { strip } from "./strip";

const actor: System = { kind: "system", name: "rule" };

/** Share of their trigrams that two texts must have in common (pg_trgm's similarity). */
export const alikeFrom = 0.45;
const days = 7;

/**
 * Shorter texts say too little to be called the same: "where is my order?" is everybody's own question. What was said in
 * private must be longer, since there each has an affair of their own until a whole letter is copied.
 */
export const shortest = { public: 24, private: 80 };

/**
 * Folds a conversation that has just been opened with others, of the same brand and as public as it, that say nearly the
 * same since a week and are still open: reposts, campaigns; not of a backlog that came in one piece. They stay conversations of their own; only the list shows them
 * as one row. What comes later in one of them and says something else takes it out again. Safe to repeat.
 */
export async function foldAlike(input: {
  conversationId: string;
  messageId: string;
  isFirst: boolean;
}): Promise<void> {
  const message = await load(input);
  if (!message || message.isRestricted || message.isApart) return;
  const text = strip(message.text.slice(0, message.quoteAt ?? undefined), [
    message.authorName ?? "",
    message.brand,
  ]);
  const { print, size } = printOf(text);
  if (!input.isFirst) return reconsider(message, text);
  if (text.length < shortest[message.isPublic ? "public" : "private"]) return;
  await db.execute(sql`
    insert into alike_texts (conversation_id, message_id, brand_id, is_public, text, print, size, said_at)
    values (${message.id}, ${input.messageId}, ${message.brandId}, ${message.isPublic}, ${text}, ${print}::bit(2048), ${size}, now())
    on conflict do nothing`);
  if (message.isGrouped) return;
  await join({ ...message, text, print, size });
}

/** One at a time for each brand: two that arrive together must find one another, and make one fold. */
async function join(one: Message & { print: string; size: number }): Promise<void> {
  await transact(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`alike ${one.brandId} ${one.isPublic}`}, 0))`,
    );
    const twin = await findTwin(tx, one);
    if (!twin) return;
    // In the order of their ids, as everything that locks two does. Who came before may have folded this one already.
    const locked = await tx.execute<{ id: string; key: string | null }>(
      sql`select id, group_key as key from conversations where id in (${twin.id}, ${one.id}) order by id for update`,
    );
    const keys = locked.rows.flatMap(({ id, key }) => (isAlikeKey(key) ? [{ id, key }] : []));
    const own = keys.find(({ id }) => id === one.id);
    const key = (own ?? keys[0])?.key ?? alikeKey(twin.id);
    for (const id of [twin.id, one.id]) if (!keys.some((folded) => folded.id === id)) await put(tx, id, key);
  });
}

type Message = {
  id: string;
  brandId: string;
  brand: string;
  isPublic: boolean;
  isRestricted: boolean;
  isApart: boolean;
  /** Comments under one post are one row already. */
  isGrouped: boolean;
  groupKey: string | null;
  text: string;
  quoteAt: number | null;
  authorName: string | null;
};

/** Of a conversation `c`: no other stands with it under one post. Most networks name a thread even for a single post. */
const isFree = sql`(c.group_key is null or c.group_key not like 'alike:%' and not exists (
  select 1 from conversations o where o.group_key = c.group_key and o.id <> c.id
    and o.status in ('open', 'waiting', 'snoozed') and o.merged_into_id is null))`;

async function load(input: { conversationId: string; messageId: string }): Promise<Message | null> {
  const found = await db.execute<Message>(sql`
    select c.id, c.brand_id as "brandId", b.name as brand, m.is_public as "isPublic", c.is_restricted as "isRestricted",
      c.group_key as "groupKey", not (${isFree}) and c.group_key not like 'alike:%' as "isGrouped", left(m.text, 5000) as text, m.quote_at as "quoteAt", m.author_name as "authorName",
      exists (select 1 from alike_texts a where a.conversation_id = c.id and a.apart_at is not null) as "isApart"
    from messages m join conversations c on c.id = m.conversation_id join brands b on b.id = c.brand_id
    left join inbound i on i.id = m.inbound_id
    where i.lane is distinct from 'bulk' and m.conversation_id = ${input.conversationId} and m.id = ${input.messageId} and m.kind = 'customer'
      and c.status in ('open', 'waiting', 'snoozed') and c.merged_into_id is null`);
  return found.rows[0] ?? null;
}

/**
 * The open conversation that says most nearly the same. Every print of the week is compared, which costs the same whatever
 * the texts are; only the nearest few are measured exactly.
 */
async function findTwin(
  tx: Tx,
  one: Message & { print: string; size: number },
): Promise<{ id: string } | null> {
  const found = await tx.execute<{ id: string }>(sql`
    with near as materialized (${nearSql(one)})
    select near.id from near
    where near.print_alike >= 0.999 or similarity(near.text, ${one.text}) >= ${alikeFrom}
    order by similarity(near.text, ${one.text}) desc, near.said_at, near.id limit 1`);
  return found.rows[0] ?? null;
}

/** Exported for the test that measures it. */
export function nearSql(one: {
  id: string;
  brandId: string;
  isPublic: boolean;
  print: string;
  size: number;
}) {
  return sql`
    select a.conversation_id as id, a.text, a.said_at, a.print_alike
    from (
      select a.*, bit_count(a.print & ${one.print}::bit(2048))::float8
        / nullif(a.size + ${one.size}::int - bit_count(a.print & ${one.print}::bit(2048)), 0) as print_alike
      from alike_texts a
      where a.brand_id = ${one.brandId} and a.is_public = ${one.isPublic} and a.said_at > now() - make_interval(days => ${days})
        and a.conversation_id <> ${one.id} and a.apart_at is null
        and a.size between ${Math.floor(one.size * 0.4)}::int and ${Math.ceil(one.size / 0.4)}::int
    ) a join conversations c on c.id = a.conversation_id
    where a.print_alike >= ${alikeFrom - 0.04} and c.status = 'open' and not c.is_restricted and c.merged_into_id is null
      and (c.group_key like 'alike:%' or ${isFree})
    order by a.print_alike desc, a.said_at limit 20`;
}

/** They wrote again. Said the same once more it stays; otherwise it has become an affair of its own. */
async function reconsider(message: Message, text: string): Promise<void> {
  if (!isAlikeKey(message.groupKey)) return;
  const same = await db.execute<{ isSame: boolean }>(sql`
    select similarity(text, ${text}) >= ${alikeFrom} as "isSame" from alike_texts where conversation_id = ${message.id}`);
  if (same.rows[0]?.isSame === true) return;
  await transact((tx) =>
    changeQuietly(tx, { id: message.id, type: "conversation.unfolded", set: sql`group_key = null` }),
  );
}

async function put(tx: Tx, id: string, key: string): Promise<void> {
  await changeQuietly(tx, {
    id,
    type: "conversation.folded",
    only: sql`${isFree} and c.status = 'open' and not exists (
      select 1 from alike_texts a where a.conversation_id = c.id and a.apart_at is not null)`,
    set: sql`group_key = ${key}`,
  });
}

/** Where it is closed, restricted or folded meanwhile, nothing is to be done. */
async function changeQuietly(tx: Tx, change: Parameters<typeof changeConversation>[2]): Promise<void> {
  try {
    await changeConversation(tx, actor, change);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** Texts older than anything that is compared. */
export async function forgetAlike(): Promise<void> {
  await db.execute(
    sql`delete from alike_texts where said_at < now() - make_interval(days => ${days + 1}) and apart_at is null`,
  );
}

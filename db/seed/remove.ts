import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import { type Actor, authorize, type System } from "@/lib/access";
import { wake } from "@/lib/live/wake";
import { forgetBrands, forgetConversations } from "./forget-figures";
import { isPast } from "./past/past";

/**
 * Takes away everything that hangs on sample brands: their channels, customers, conversations, files' rows, events,
 * hours, targets, views. The sample people go too once somebody real can administer, else they stay, since
 * somebody must be able to sign in. Resolves with what went.
 */
export async function removeSample(
  actor: Actor | System,
): Promise<{ brands: number; conversations: number }> {
  authorize(actor, "sample.remove");
  const removed = await db.transaction(async (tx) => {
    const counts = await tx.execute<{ brands: number; conversations: number }>(sql`
      select (select count(*)::int from brands where is_sample) as brands,
             (select count(*)::int from conversations c join brands b on b.id = c.brand_id where b.is_sample) as conversations`);
    const sample = sql`(select id from brands where is_sample)`;
    // Before the tags that they name.
    await tx.execute(sql`delete from targets where brand_id in ${sample}`);
    await removeTales(tx, () => sql`true`);
    await forgetBrands(tx, sample);
    await tx.execute(sql`delete from channels where brand_id in ${sample}`);
    await tx.execute(sql`
      with gone as (delete from brands where is_sample returning schedule_id)
      delete from schedules s where s.id in (select schedule_id from gone)
        and not exists (select 1 from brands b where b.schedule_id = s.id and not b.is_sample)`);
    // A reason that somebody has used since stays theirs.
    await tx.execute(sql`
      delete from contact_reasons r where r.is_sample and not exists (select 1 from conversations c join contact_reasons u on u.id = c.contact_reason_id
        where u.id = r.id or u.parent_id = r.id)`);
    await removePeople(tx);
    return counts.rows[0]!;
  });
  wake("events");
  return removed;
}

/** Only the story, for playing it again: the stage stays, and the past that lies before it. */
export async function removeStory(tx: Tx): Promise<void> {
  const isStory = sql`brand_id in (select id from brands where is_sample) and not ${isPast("id")}`;
  await forgetConversations(tx, isStory);
  await removeTales(tx, (column) => sql`not ${isPast(column)}`);
}

/** What was said in conversations, and by customers, whose ids are wanted. */
async function removeTales(tx: Tx, wanted: (column: string) => SQL): Promise<void> {
  const sample = sql`(select id from brands where is_sample)`;
  // Events are append-only; a trigger lets a removal through that announces itself for its transaction.
  await tx.execute(sql`set local avant.removing = 'on'`);
  await tx.execute(sql`delete from events where brand_id in ${sample} and ${wanted("conversation_id")}`);
  await tx.execute(
    sql`delete from inbound where channel_id in (select id from channels where brand_id in ${sample})`,
  );
  await tx.execute(sql`
    delete from notifications n using conversations c where c.id = n.conversation_id and c.brand_id in ${sample}`);
  await tx.execute(sql`
    delete from attachments a using conversations c where c.id = a.conversation_id and c.brand_id in ${sample}`);
  await tx.execute(sql`delete from spikes where brand_id in ${sample}`);
  await tx.execute(sql`delete from series_hours where brand_id in ${sample}`);
  // Customers take their conversations along, and these their messages, deliveries, drafts and tags.
  await tx.execute(sql`delete from customers where brand_id in ${sample} and ${wanted("id")}`);
  await tx.execute(
    sql`delete from tags t where not exists (select 1 from conversation_tags c where c.tag_id = t.id)
      and not exists (select 1 from targets g where g.tag_id = t.id)`,
  );
}

async function removePeople(tx: Tx): Promise<void> {
  const real = await tx.execute(sql`
    select 1 from agents where not is_sample and deactivated_at is null and role in ('owner', 'admin') limit 1`);
  if (real.rows.length === 0) return;
  await tx.execute(sql`delete from views v using teams t where t.id = v.team_id and t.is_sample`);
  await tx.execute(sql`delete from agents where is_sample`);
  await tx.execute(sql`
    delete from teams t where is_sample and not exists (select 1 from team_members m where m.team_id = t.id)`);
}

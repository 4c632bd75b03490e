import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Place } from "./place";

/**
 * Adds conversations by plain SQL, every one open and in the list of work, as the product would have stored them.
 * One message each. Ends with ANALYZE, as the database does by itself some time later.
 */
export async function addOpenConversations(place: Place, count: number): Promise<void> {
  const channelId = place.channels.get("care@marmelune.example")!;
  for (let at = 0; at < count; at += 20_000) {
    const many = Math.min(20_000, count - at);
    await db.execute(sql`
      with n as materialized (
        select g, gen_random_uuid() as customer_id, uuidv7() as id,
          now() - make_interval(secs => (random() * 864000)::int) as at from generate_series(1, ${many}) g
      ), k as (
        insert into customers (id, brand_id, name, language) select customer_id, ${place.brandId}, 'Person ' || g, 'fr' from n
      ), c as (
        insert into conversations (id, brand_id, customer_id, channel_id, subject, waiting_since, cycle_started_at, due_at, due_kind,
          last_message_at, last_customer_message_at, excerpt, unanswered_count, message_count)
        select id, ${place.brandId}, customer_id, ${channelId}, 'Question ' || g, at, at, at + interval '1 day', 'first_response',
          at, at, repeat('Bonjour, où est mon colis ? ', 4), 1, 1 from n
      ), m as (
        insert into messages (conversation_id, id, kind, channel_id, author_name, text, external_id, sent_at)
        select id, uuidv7(), 'customer', ${channelId}, 'Person ' || g, repeat('Bonjour, où est mon colis ? ', 20), '<' || id || '@x>', at from n
      )
      insert into queue (conversation_id, status, brand_id, customer_id, channel_id, is_public, is_restricted, pin, due_at, since_at, version)
      select id, 'open', ${place.brandId}, customer_id, ${channelId}, false, false, 0, at + interval '1 day', at, 1 from n`);
  }
  for (const table of ["customers", "conversations", "messages", "queue"]) {
    await db.execute(sql`analyze ${sql.identifier(table)}`);
  }
}

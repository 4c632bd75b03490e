import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { reach } from "@/lib/channels/load";
import { fail } from "@/lib/errors";
import { safeFetch } from "@/lib/safe-fetch";
import { isDrawable, sniff } from "./sniff";

const largest = 1_000_000;

/**
 * A customer's picture, fetched once through the guarded fetch and served by us from then on: the network must not
 * learn who reads. A fetch that failed is not tried again for a day. Throws `not_found`.
 */
export async function readAvatar(
  actor: Actor,
  input: { customerId: string },
): Promise<{ contentType: string; bytes: Uint8Array }> {
  authorize(actor, "customer.read");
  const found = await db.execute<{
    url: string | null;
    contentType: string | null;
    bytes: Buffer | null;
    isFailed: boolean | null;
  }>(sql`
    select k.avatar_url as url, a.content_type as "contentType", a.bytes, a.is_failed as "isFailed"
    from customers k
    left join avatars a on a.customer_id = k.id and (not a.is_failed or a.fetched_at > now() - interval '1 day')
    where k.id = ${input.customerId}
      and exists (select 1 from conversations c where c.customer_id = k.id and ${visible(actor, columnsOf("c"))})`);
  const row = found.rows[0];
  if (!row?.url || row.isFailed === true) return fail("not_found", "not_found");
  if (row.bytes && row.contentType) return { contentType: row.contentType, bytes: row.bytes };
  const picture = await fetchAvatar(row.url);
  await db.execute(sql`
    insert into avatars (customer_id, content_type, bytes, is_failed)
    values (${input.customerId}, ${picture?.contentType ?? ""}, ${picture?.bytes ?? Buffer.alloc(0)}, ${picture === null})
    on conflict (customer_id) do update set content_type = excluded.content_type, bytes = excluded.bytes,
      is_failed = excluded.is_failed, fetched_at = now()`);
  return picture ?? fail("not_found", "not_found");
}

async function fetchAvatar(url: string): Promise<{ contentType: string; bytes: Buffer } | null> {
  try {
    const answer = await safeFetch(
      url,
      { headers: { accept: "image/*" } },
      { ...reach(), maxBytes: largest },
    );
    if (!answer.ok) return null;
    const bytes = Buffer.from(await answer.arrayBuffer());
    const picture = sniff(bytes);
    return picture && isDrawable(picture) ? { contentType: picture.contentType, bytes } : null;
  } catch {
    return null;
  }
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { actorOf, recordEvent } from "@/lib/events";
import { csvCell } from "@/lib/text/csv-cell";
import { transact } from "@/lib/transact";
import { seesRecord } from "./sight";

const columns = [
  "id",
  "name",
  "city",
  "language",
  "email",
  "phone",
  "handles",
  "customer_number",
  "orders",
  "last_order",
  "tags",
  "note",
  "do_not_contact",
  "unsubscribed",
  "since",
] as const;
const pageSize = 2_000;

type Line = { id: string; [column: string]: string | null };

/**
 * Every person that I may see as CSV, in pages, so that a hundred thousand of them never lie in memory at once. A value
 * that a spreadsheet would take for a formula is made text by an apostrophe (OWASP, "CSV Injection").
 */
export async function* exportCustomers(actor: Actor): AsyncGenerator<string> {
  authorize(actor, "customer.export");
  await transact((tx) =>
    recordEvent(tx, {
      type: "customer.exported",
      actor: actorOf(actor),
      after: { format: "csv" },
      occurredAt: new Date(),
    }),
  );
  yield `\u{feff}${columns.join(",")}\r\n`;
  const sees = seesRecord(actor, "r");
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await db.execute<Line>(sql`
      select p.id, (select r.name from customers r where r.person_id = p.id and ${sees} order by r.id limit 1) as name,
        (select r.city from customers r where r.person_id = p.id and r.city is not null and ${sees} order by r.id limit 1) as city,
        (select r.language from customers r where r.person_id = p.id and r.language is not null and ${sees} order by r.id limit 1) as language,
        ${of(["email"])} as email, ${of(["phone"])} as phone,
        ${of(["mastodon", "bluesky", "x", "facebook", "instagram", "telegram", "handle"])} as handles, ${of(["customer_number"])} as customer_number,
        (select case when bool_or(r.facts ? 'spentIn') then sum(case when jsonb_typeof(r.facts -> 'orders') = 'number' then (r.facts ->> 'orders')::numeric end)::text
          else (array_agg(r.facts ->> 'orders' order by r.id))[1] end from customers r where r.person_id = p.id and r.facts ? 'orders' and ${sees}) as orders,
        (select case when bool_or(r.facts ? 'spentIn') then max(r.facts ->> 'lastOrder')
          else (array_agg(r.facts ->> 'lastOrder' order by r.id))[1] end from customers r where r.person_id = p.id and r.facts ? 'lastOrder' and ${sees}) as last_order,
        (select string_agg(distinct t, '; ') from customers r cross join lateral unnest(r.tags) t where r.person_id = p.id and ${sees}) as tags,
        (select r.note from customers r where r.person_id = p.id and r.note is not null and ${sees} order by r.id limit 1) as note,
        (select min(r.do_not_contact_at)::date::text from customers r where r.person_id = p.id) as do_not_contact,
        (select min(r.unsubscribed_at)::date::text from customers r where r.person_id = p.id) as unsubscribed, p.created_at::date::text as since
      from customers p where p.id = p.person_id and p.id > ${after}::uuid
        and exists (select 1 from customers r where r.person_id = p.id and ${sees})
      order by p.id limit ${pageSize}`);
    const last = page.rows.at(-1);
    if (!last) return;
    yield page.rows
      .map((row) => `${columns.map((column) => csvCell(row[column] ?? "")).join(",")}\r\n`)
      .join("");
    after = last.id;
    if (page.rows.length < pageSize) return;
  }

  function of(kinds: string[]) {
    return sql`(select string_agg(i.display, '; ' order by i.id) from identities i join customers r on r.id = i.customer_id
      where r.person_id = p.id and i.revoked_at is null and i.kind = any(${sql.param(kinds)}::text[]) and ${sees})`;
  }
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import type { Json } from "@/lib/channels/channel";
import { isoText } from "@/lib/conversations/load-rows";
import { fromCursor, toCursor } from "@/lib/cursor";
import { seesRecord } from "@/lib/customers/sight";
import type { EventType } from "@/lib/events";

export type AuditLine = {
  id: string;
  event: EventType;
  at: string;
  /** Null for the product itself and for the command line. */
  by: string | null;
  /**
   * The colleague, team, brand, channel or customer that it is about, by its name of today where it still exists and the
   * reader may see it; null for one who was erased.
   */
  about: string | null;
  before: { [key: string]: Json };
  after: { [key: string]: Json };
};

const pageSize = 50;

/**
 * Who changed what about the house, the newest first: people, teams, brands, channels, hours, targets,
 * pauses, and what was exported, imported, merged and erased. Codes, ids and
 * numbers, never somebody's words; ids of people, teams and brands in lists come with their names in `names`.
 */
export async function readAudit(
  actor: Actor,
  input: { cursor: string | null },
): Promise<{ items: AuditLine[]; names: { [id: string]: string }; next: string | null }> {
  authorize(actor, "audit.read");
  const until = input.cursor === null ? "9007199254740991" : placeOf(input.cursor);
  const older = sql`e.id < ${until}::bigint`;
  const found = await db.execute<AuditLine>(sql`
    with line as (
      (select e.* from events e where e.conversation_id is null and e.customer_id is null and ${older}
        and (split_part(e.type, '.', 1) in ('agent', 'team', 'brand', 'channel', 'schedule', 'target', 'organisation', 'token', 'rule', 'marked_date', 'month_page', 'pause')
          or e.type in ('customer.exported', 'import.started', 'import.undone'))
        order by e.id desc limit ${pageSize + 1})
      union all
      (select e.* from events e where e.conversation_id is null and e.customer_id is not null and ${older}
        and e.type in ('customer.merged', 'customer.unmerged', 'customer.exported', 'customer.erased') and e.actor_kind = 'agent'
        order by e.id desc limit ${pageSize + 1})
    )
    select e.id::text as id, e.type as event, e.occurred_at as at, by.name as by,
      case when e.customer_id is null then coalesce(h.name, t.name, about.name, b.name, e.after ->> 'name', e.before ->> 'name')
        when e.type <> 'customer.erased' then k.name end as about,
      coalesce(e.before, '{}') as before, coalesce(e.after, '{}') as after
    from line e
    left join agents by on e.actor_kind = 'agent' and by.id = e.actor_id
    left join agents about on about.id::text = coalesce(e.after ->> 'agentId', e.before ->> 'agentId')
    left join teams t on t.id = e.team_id left join brands b on b.id = e.brand_id left join channels h on h.id = e.channel_id
    left join customers k on k.id = e.customer_id and ${seesRecord(actor, "k")}
    order by e.id desc nulls last limit ${pageSize + 1}`);
  const items = found.rows.slice(0, pageSize).map((row) => ({ ...row, at: isoText(row.at) }));
  const last = items.at(-1);
  return {
    items,
    names: await namesIn(actor, items),
    next: found.rows.length > pageSize && last ? toCursor([last.id]) : null,
  };
}

async function namesIn(actor: Actor, items: AuditLine[]): Promise<{ [id: string]: string }> {
  const ids = new Set(
    JSON.stringify(items.map(({ before, after }) => [before, after])).match(
      /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    ),
  );
  const known = `{${[...ids].join(",")}}`;
  const found = await db.execute<{ id: string; name: string }>(sql`
    select id, name from agents where id = any(${known}::uuid[])
    union all select id, name from teams where id = any(${known}::uuid[])
    union all select id, name from brands where id = any(${known}::uuid[])
    union all select id, name from schedules where id = any(${known}::uuid[])
    union all select k.id, k.name from customers k where k.id = any(${known}::uuid[]) and ${seesRecord(actor, "k")}`);
  return Object.fromEntries(found.rows.map(({ id, name }) => [id, name]));
}

function placeOf(cursor: string): string {
  const [id = ""] = fromCursor(cursor, ["bigint"]);
  return id;
}

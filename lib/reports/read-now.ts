import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible, visibleBrand } from "@/lib/access";
import { availability } from "@/lib/assignment/availability";
import { channelOf, registry } from "@/lib/channels/registry";
import { isHeard } from "@/lib/commitments/record";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { readTimes } from "./read-times";
import { type Now, slice } from "./slice";
import { addDays } from "./steps";

/** Where waiting is told apart, in seconds on the wall. */
export const ageBounds = [0, 3600, 4 * 3600, 24 * 3600, 3 * 24 * 3600] as const;

type Row = {
  open: number;
  unassigned: number;
  dueWithinHour: number;
  pastTarget: number;
  ages: number[];
  promisesToday: number;
  theirTurn: number;
  today: string;
  endOfToday: string;
  oldest: Now["oldest"];
};

/** What lies on the desk at this moment, who is there and which channels work; of one brand, or of all that I see. */
export async function readNow(actor: Actor, input: { brandId: string | null }): Promise<Now> {
  authorize(actor, "report.read");
  const mine = sql`${visible(actor, columnsOf("q"))} and ${input.brandId === null ? sql`true` : sql`q.brand_id = ${input.brandId}::uuid`}`;
  const age = sql`extract(epoch from now() - c.waiting_since)`;
  const ages = ageBounds.map((from, at) => {
    const to = ageBounds[at + 1];
    return sql`count(*) filter (where c.waiting_since is not null and ${age} >= ${from} and ${to === undefined ? sql`true` : sql`${age} < ${to}`})::int`;
  });
  // By the moment that the queue sorts by, which is that of whoever waits: so the index of the queue ends at the first.
  const oldest = sql`select c.id from queue q join conversations c on c.id = q.conversation_id
    where q.status = 'open' and c.waiting_since is not null and ${mine} order by q.since_at limit 1`;
  const [found, channels, people] = await Promise.all([
    db.execute<Row>(sql`
      select (now() at time zone o.zone)::date::text as today, o.ends::text as "endOfToday", count(q.conversation_id)::int as open, (count(q.conversation_id) filter (where q.assignee_id is null))::int as unassigned,
        (count(*) filter (where q.due_at >= now() and q.due_at < now() + interval '1 hour'))::int as "dueWithinHour",
        (count(*) filter (where q.due_at < now()))::int as "pastTarget", array[${sql.join(ages, sql`, `)}] as ages,
        (select count(*)::int from queue q where q.status = 'waiting' and ${mine}) as "theirTurn",
        (select count(*)::int from commitments m join conversations c on c.id = survivor_of(m.conversation_id)
         where m.state = 'open' and m.due_at < o.ends
           and ${isHeard} and ${visible(actor, columnsOf("c"))} and ${input.brandId === null ? sql`true` : sql`m.brand_id = ${input.brandId}::uuid`}) as "promisesToday",
        (select json_build_object('conversationId', c.id, 'number', c.number, 'customerName', k.name, 'since', c.waiting_since,
           'channelKind', coalesce(h.config ->> 'plays', h.kind, 'note'), 'assigneeName', a.name)
         from (${oldest}) first join conversations c on c.id = first.id join customers own on own.id = c.customer_id
           join customers k on k.id = own.person_id left join channels h on h.id = c.channel_id left join agents a on a.id = c.assignee_id) as oldest
      from (select z.zone, (date_trunc('day', now() at time zone z.zone) + interval '1 day') at time zone z.zone as ends
            from (select coalesce((select zone from organisation), 'Europe/Paris') as zone) z) o
      left join (queue q join conversations c on c.id = q.conversation_id) on q.status = 'open' and ${mine}
      group by o.zone, o.ends`),
    channelsOf(actor, input.brandId),
    availability(actor),
  ]);
  const row = found.rows[0]!;
  const day = slice.parse({ from: row.today, to: addDays(row.today, 1), brandId: input.brandId });
  return {
    at: new Date().toISOString(),
    today: row.today,
    endOfToday: isoText(row.endOfToday),
    open: row.open,
    unassigned: row.unassigned,
    dueWithinHour: row.dueWithinHour,
    pastTarget: row.pastTarget,
    promisesToday: row.promisesToday,
    theirTurn: row.theirTurn,
    firstResponse: await readTimes(actor, { measure: "first_response", slice: day }),
    ages: ageBounds.map((from, at) => ({ from, to: ageBounds[at + 1] ?? null, n: row.ages[at]! })),
    oldest: row.oldest && { ...row.oldest, since: new Date(row.oldest.since).toISOString() },
    agents: people.people.map(({ id, name, state, open }) => ({ id, name, state, open })),
    channels,
  };
}

/** What colleagues type in comes through no connection that would note when. */
const typedIn = Object.keys(registry).filter((kind) => channelOf(kind)?.can.byHand);

async function channelsOf(actor: Actor, brandId: string | null): Promise<Now["channels"]> {
  const found = await db.execute<Now["channels"][number]>(sql`
    select h.id, h.name, coalesce(h.config ->> 'plays', h.kind) as kind,
      case when h.paused_at is not null then 'paused' when h.failing_since is not null then 'failing' else 'working' end as state,
      coalesce(o.n, 0) as open,
      h.failing_since as "failingSince", case when h.kind = any(${`{${typedIn.join(",")}}`}::text[]) then greatest(h.last_item_at,
        (select max(c.last_customer_message_at) from queue q join conversations c on c.id = q.conversation_id where q.channel_id = h.id))
        else h.last_item_at end as "lastItemAt"
    from channels h left join (select q.channel_id, count(*)::int as n from queue q
      where q.status = 'open' and ${visible(actor, columnsOf("q"))} group by 1) o on o.channel_id = h.id
    where ${visibleBrand(actor, sql`h.brand_id`)} and ${brandId === null ? sql`true` : sql`h.brand_id = ${brandId}::uuid`}
      and coalesce(h.config ->> 'plays', '') <> 'customers' order by lower(h.name), h.id limit 200`);
  return found.rows.map((row) => ({
    ...row,
    failingSince: iso(row.failingSince),
    lastItemAt: row.lastItemAt === null ? null : isoText(row.lastItemAt),
  }));
}

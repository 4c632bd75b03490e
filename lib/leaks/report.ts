import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type LeakCause, type LeakDoor, leakCauses } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible, visibleBrand } from "@/lib/access";
import { isoText } from "@/lib/conversations/load-rows";
import { wilson } from "@/lib/reports/wilson";

/** A share with what it rests on; `low` and `high` hold it in 95 of 100 cases, null where nothing was counted. */
export type Share = { hits: number; n: number; low: number | null; high: number | null };

export type LeakRow = {
  id: string;
  customerName: string;
  toldAt: string;
  postedAt: string;
  answeredAt: string | null;
  door: LeakDoor;
  cause: LeakCause | null;
  told: number;
  posted: number | null;
  url: string | null;
  isMine: boolean;
};

export type LeakReport = {
  since: string;
  /** Sample brands only: there is nothing else to count, or one of them is in the filter. */
  isSample: boolean;
  /** Public complaints by people who had told us in the fourteen days before, of the linked ones. */
  leaks: Share;
  /** Public complaints whose author we know from something private, of all that we hold. */
  linked: Share;
  /** People who told us something in private, and how many of them went public within fourteen days. */
  told: Share;
  causes: Array<{ cause: LeakCause; share: Share }>;
  weeks: Array<{ week: string; posts: number; linked: number; leaks: number }>;
  /** The newest first, at most two hundred. */
  rows: LeakRow[];
  /** Numbers of the conversations behind "linked" and "not linked", at most sixty each. */
  linkedNumbers: number[];
  unlinkedNumbers: number[];
};

/** From so many on a share is shown as one; before, only what was counted. */
export const enough = 20;

/**
 * How many went public after telling us, as far as it can be known: counted are the public complaints that we hold, each
 * conversation once. What was never tied to a private history cannot be a leak here, so the share that is tied stands
 * beside the rate.
 */
export async function leakReport(
  actor: Actor,
  input: { weeks: number; brandId: string | null },
): Promise<LeakReport> {
  authorize(actor, "report.read");
  const { weeks } = input;
  const { ids, isSample } = await brandsOf(actor, input.brandId);
  const brands = sql`${`{${ids.join(",")}}`}::uuid[]`;
  const since = sql`(date_trunc('week', now() at time zone o.zone) - make_interval(weeks => ${weeks - 1})) at time zone o.zone`;
  const found = await db.execute<Counted>(sql`
    with o as (select coalesce((select zone from organisation), 'UTC') as zone), s as (select ${since} as at, o.zone from o),
    said as (
      select survivor_of(k.conversation_id) as id, k.said_at as at from s, message_marks k left join cue_labels l on l.message_id = k.message_id and l.family = 'complaint'
      where k.brand_id = any(${brands}) and k.said_at >= s.at and k.is_public and coalesce(l.is_said, k.is_complaint)
      union all
      select survivor_of(l.public_conversation_id), l.posted_at from s, leaks l
      where l.brand_id = any(${brands}) and l.withdrawn_at is null and l.posted_at >= s.at and l.public_conversation_id is not null
    ), posts as (
      select said.id, min(said.at) as at from said join conversations c on c.id = said.id and c.status <> 'spam' group by said.id
    ), judged as (
      select p.id, p.at, l.id is not null as is_leak, l.id is not null or exists (
        select 1 from conversations x join messages m on m.conversation_id = x.id
        where x.customer_id in (select records_of(c.customer_id)) and m.kind = 'customer' and not m.is_public and m.sent_at < p.at) as is_linked
      from posts p join conversations c on c.id = p.id
      left join lateral (select l.id from leaks l where l.public_conversation_id = p.id and l.withdrawn_at is null limit 1) l on true
      union all
      select null, l.posted_at, true, true from s, leaks l
      where l.brand_id = any(${brands}) and l.withdrawn_at is null and l.posted_at >= s.at and l.public_conversation_id is null
    ), told as (
      select count(distinct k.person_id)::int as people, count(distinct k.person_id) filter (where exists (
        select 1 from leaks l where l.customer_id in (select records_of(c.customer_id)) and l.withdrawn_at is null and l.posted_at >= s.at))::int as leaked
      from s, conversations c join customers k on k.id = c.customer_id
      where c.last_message_at >= s.at and c.brand_id = any(${brands}) and c.status <> 'spam' and exists (
        select 1 from messages m where m.conversation_id = c.id and m.kind = 'customer' and not m.is_public and m.sent_at >= s.at)
    )
    select (select at from s)::text as since, told.people, told.leaked,
      (select coalesce(json_agg(w order by w.week), '[]') from (
        select to_char(g.week, 'YYYY-MM-DD') as week, count(j.at)::int as posts, count(*) filter (where j.is_linked)::int as linked, count(*) filter (where j.is_leak)::int as leaks
        from s cross join lateral generate_series(s.at at time zone s.zone, now() at time zone s.zone, interval '1 week') g(week)
        left join judged j on date_trunc('week', j.at at time zone s.zone) = g.week group by g.week) w) as weeks,
      (select coalesce(json_agg(x.number), '[]') from (select c.number::int as number from judged j join conversations c on c.id = j.id
        where j.is_linked and ${visible(actor, columnsOf("c"))} order by j.at desc limit 60) x) as "linkedNumbers",
      (select coalesce(json_agg(x.number), '[]') from (select c.number::int as number from judged j join conversations c on c.id = j.id
        where not j.is_linked and ${visible(actor, columnsOf("c"))} order by j.at desc limit 60) x) as "unlinkedNumbers"
    from told`);
  const counted = found.rows[0]!;
  const rows = await rowsOf(actor, ids, counted.since);
  const sum = (of: "posts" | "linked" | "leaks") => counted.weeks.reduce((all, week) => all + week[of], 0);
  const leaks = sum("leaks");
  return {
    since: isoText(counted.since),
    isSample,
    leaks: share(leaks, sum("linked")),
    linked: share(sum("linked"), sum("posts")),
    told: share(counted.leaked, counted.people),
    causes: leakCauses.map((cause) => ({
      cause,
      share: share(rows.filter((row) => row.cause === cause).length, rows.length),
    })),
    weeks: counted.weeks,
    rows,
    linkedNumbers: counted.linkedNumbers,
    unlinkedNumbers: counted.unlinkedNumbers,
  };
}

type Counted = {
  since: string;
  people: number;
  leaked: number;
  weeks: LeakReport["weeks"];
  linkedNumbers: number[];
  unlinkedNumbers: number[];
};

function share(hits: number, n: number): Share {
  return { hits, n, ...(n === 0 ? { low: null, high: null } : wilson(hits, n)) };
}

/** The brand in the filter, else all that I see but sample ones; those too where there is nothing else. */
export async function brandsOf(
  actor: Actor,
  brandId: string | null,
): Promise<{ ids: string[]; isSample: boolean }> {
  authorize(actor, "report.read");
  const found = await db.execute<{ id: string; isSample: boolean }>(sql`
    select b.id, b.is_sample as "isSample" from brands b where ${visibleBrand(actor, sql`b.id`)}
      and (${brandId}::uuid is null or b.id = ${brandId}::uuid) order by b.created_at`);
  const own = found.rows.filter(({ isSample }) => !isSample);
  const counted = brandId !== null || own.length === 0 ? found.rows : own;
  return { ids: counted.map(({ id }) => id), isSample: counted.some(({ isSample }) => isSample) };
}

async function rowsOf(actor: Actor, brandIds: readonly string[], since: string): Promise<LeakRow[]> {
  const found = await db.execute<LeakRow>(sql`
    select l.id, k.name as "customerName", l.told_at as "toldAt", l.posted_at as "postedAt", l.answered_at as "answeredAt",
      l.door, l.cause, c.number::int as told, p.number::int as posted, l.url, coalesce(l.found_by = ${actor.id}, false) as "isMine"
    from leaks l join conversations c on c.id = survivor_of(l.private_conversation_id) join customers k on k.id = l.customer_id
    left join conversations p on p.id = survivor_of(l.public_conversation_id)
    where l.brand_id = any(${`{${brandIds.join(",")}}`}::uuid[]) and l.withdrawn_at is null and l.posted_at >= ${since}::timestamptz
      and ${visible(actor, columnsOf("c"))}
    order by l.posted_at desc, l.id limit 200`);
  return found.rows.map((row) => ({
    ...row,
    toldAt: isoText(row.toldAt),
    postedAt: isoText(row.postedAt),
    answeredAt: row.answeredAt === null ? null : isoText(row.answeredAt),
  }));
}

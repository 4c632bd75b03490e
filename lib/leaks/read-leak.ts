import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { LeakCause, LeakDoor } from "@/db/enums";
import { type Actor, authorize, columnsOf, visible } from "@/lib/access";
import { businessSeconds } from "@/lib/clock/business";
import { closedBetween } from "@/lib/clock/closed";
import { promisedForSql } from "@/lib/commitments/promised-for-sql";
import { isHeard } from "@/lib/commitments/record";
import { iso, isoText } from "@/lib/conversations/load-rows";
import { fail } from "@/lib/errors";
import { answeredAtSql, answersSql, contactsBefore, kindOf } from "./contacts";
import { hoursAt, servedLater } from "./keep";
import { columnsOfPost } from "./of-conversation";

type End = { id: string; number: number; channelKind: string };

/**
 * One line of the story: what they said, what they heard from us, and what became of what we promised. `told` is what
 * the wait is counted from, `earlier` what they had told us before.
 */
export type LeakMoment = {
  at: string;
  what:
    | "earlier"
    | "told"
    | "again"
    | "acknowledged"
    | "answered"
    | "called"
    | "promised"
    | "promise_broken"
    | "posted"
    | "posted_again";
  isPublic: boolean;
  channelKind: string;
  /** Null where only the post's address is known. */
  number: number | null;
  excerpt: string;
  by: string | null;
  /** Of a promise: for when, in the house's time (2026-11-27, or with its hour 2026-11-27T18:00). */
  promisedFor: string | null;
};

export type LeakStory = {
  id: string;
  customer: { id: string; name: string };
  brandName: string;
  told: End;
  posted: End | null;
  url: string | null;
  toldAt: string;
  answeredAt: string | null;
  postedAt: string;
  /** Between what they told us and our answer, or their post. */
  waitedSeconds: number;
  /** As much of it as lay within the opening hours. */
  openSeconds: number;
  cause: LeakCause | null;
  /** Others who came later and were answered first. */
  servedLater: number;
  door: LeakDoor;
  found: { at: string; by: { id: string; name: string } | null };
  withdrawn: { at: string; by: string | null } | null;
  moments: LeakMoment[];
  /** When nobody was there, from the first to the last moment. */
  closed: Array<{ from: string; to: string }>;
};

type Row = Omit<LeakStory, "moments" | "closed" | "waitedSeconds" | "openSeconds" | "servedLater"> & {
  brandId: string;
};

/** How somebody who had told us went public, on one line of time. Throws `not_found` where I may not see what they told us. */
export async function readLeak(actor: Actor, input: { leakId: string }): Promise<LeakStory> {
  authorize(actor, "conversation.read");
  const found = await db.execute<Row>(sql`
    select l.id, json_build_object('id', k.id, 'name', k.name) as customer, b.id as "brandId", b.name as "brandName",
      json_build_object('id', c.id, 'number', c.number, 'channelKind', ${kindOf("private_message_id", "c")}) as told,
      case when p.id is not null and ${visible(actor, columnsOfPost)} then json_build_object('id', p.id, 'number', p.number, 'channelKind', ${kindOf("public_message_id", "p")}) end as posted,
      l.url, l.told_at as "toldAt", l.answered_at as "answeredAt", l.posted_at as "postedAt", l.cause, l.door,
      json_build_object('at', l.found_at, 'by', case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end) as found,
      case when l.withdrawn_at is not null then json_build_object('at', l.withdrawn_at, 'by', w.name) end as withdrawn
    from leaks l join conversations c on c.id = survivor_of(l.private_conversation_id) join customers k on k.id = l.customer_id
    join brands b on b.id = l.brand_id left join channels ch on ch.id = c.channel_id
    left join conversations p on p.id = survivor_of(l.public_conversation_id) left join channels ph on ph.id = p.channel_id
    left join agents a on a.id = l.found_by left join agents w on w.id = l.withdrawn_by
    where l.id = ${input.leakId} and ${visible(actor, columnsOf("c"))}`);
  const { brandId, ...leak } = found.rows[0] ?? fail("not_found", "leak.not_found");
  const [toldAt, postedAt] = [new Date(leak.toldAt), new Date(leak.postedAt)];
  const answeredAt = leak.answeredAt === null ? null : new Date(leak.answeredAt);
  const hours = await hoursAt(db, brandId, toldAt);
  const contacts = await contactsBefore(db, { customerId: leak.customer.id, postedAt });
  const from = contacts.reduce((first, one) => (one.toldAt < first ? one.toldAt : first), toldAt);
  const moments = await momentsOf(actor, { leakId: leak.id, from, toldAt, postedAt });
  const end = answeredAt ?? postedAt;
  const waitedSeconds = (end.getTime() - toldAt.getTime()) / 1000;
  return {
    ...leak,
    toldAt: toldAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    postedAt: postedAt.toISOString(),
    found: { ...leak.found, at: isoText(leak.found.at) },
    withdrawn: leak.withdrawn && { ...leak.withdrawn, at: isoText(leak.withdrawn.at) },
    waitedSeconds,
    openSeconds: hours === null ? waitedSeconds : businessSeconds(hours, toldAt, end),
    servedLater: await servedLater(db, { brandId, customerId: leak.customer.id, toldAt, postedAt }),
    moments,
    closed:
      hours === null
        ? []
        : closedBetween(hours, toldAt, postedAt).map(({ from, to }) => ({
            from: from.toISOString(),
            to: to.toISOString(),
          })),
  };
}

/** From the first that they told us in the fourteen days before, to two days after the post, as far as I see the conversations. */
async function momentsOf(
  actor: Actor,
  { leakId, from, toldAt, postedAt }: { leakId: string; from: Date; toldAt: Date; postedAt: Date },
): Promise<LeakMoment[]> {
  const until = new Date(postedAt.getTime() + 2 * 86_400_000);
  const found = await db.execute<LeakMoment & { url: string | null; isPost: boolean }>(sql`
    select * from (
      select case when r.kind = 'customer' then r.sent_at else ${answeredAtSql} end as at,
        case when r.id = l.public_message_id then 'posted' when r.id = l.private_message_id then 'told'
          when r.kind = 'customer' and r.is_public then 'posted_again'
          when r.kind = 'customer' and r.sent_at <= ${toldAt.toISOString()}::timestamptz then 'earlier' when r.kind = 'customer' then 'again'
          when r.is_automatic then 'acknowledged' when r.kind = 'call' then 'called' else 'answered' end as what,
        r.is_public as "isPublic", coalesce(h.config ->> 'plays', h.kind, '') as "channelKind", c.number::int as number,
        left(regexp_replace(left(r.text, coalesce(nullif(r.quote_at, 0), 600)), '\\s+', ' ', 'g'), 280) as excerpt, a.name as by,
        null as "promisedFor"
      from leaks l join conversations o on o.customer_id in (select records_of(l.customer_id)) or o.id = l.public_conversation_id
      join messages r on r.conversation_id = o.id join conversations c on c.id = survivor_of(o.id)
      left join deliveries d on d.conversation_id = r.conversation_id and d.message_id = r.id
      left join channels h on h.id = r.channel_id left join agents a on a.id = r.agent_id
      where l.id = ${leakId} and ${visible(actor, columnsOf("c"))} and r.deleted_at is null
        and r.sent_at >= ${from.toISOString()}::timestamptz and r.sent_at <= ${until.toISOString()}::timestamptz
        and (r.kind = 'customer' or ${answersSql} or r.is_automatic or r.kind = 'call')
      union all
      select p.at, p.what, false, '', c.number::int, m.text, case p.what when 'promised' then b.name end, ${promisedForSql}
      from leaks l join commitments m on m.customer_id in (select records_of(l.customer_id))
      join conversations c on c.id = survivor_of(m.conversation_id) left join agents b on b.id = m.made_by
      cross join lateral (values (m.made_at, 'promised'), (m.broken_at, 'promise_broken')) p(at, what)
      where l.id = ${leakId} and ${visible(actor, columnsOf("c"))} and m.state <> 'withdrawn' and ${isHeard}
        and m.made_at >= ${from.toISOString()}::timestamptz and p.at <= ${until.toISOString()}::timestamptz
    ) m order by m.at, m.what limit 100`);
  const moments = found.rows.map(({ at, what, isPublic, channelKind, number, excerpt, by, promisedFor }) => ({
    at: iso(at) ?? at,
    what,
    isPublic,
    channelKind,
    number,
    excerpt,
    by,
    promisedFor,
  }));
  if (moments.some(({ what }) => what === "posted")) return moments;
  const post: LeakMoment = {
    at: postedAt.toISOString(),
    what: "posted",
    isPublic: true,
    channelKind: "",
    number: null,
    excerpt: "",
    by: null,
    promisedFor: null,
  };
  return [...moments, post].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

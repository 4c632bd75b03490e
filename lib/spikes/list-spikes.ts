import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize, columnsOf, visible, visibleBrand } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";

export type SpikeView = {
  id: string;
  brand: { id: string; name: string };
  /** `mentions`, `complaints`, `topic:<id of a tag>`, `rate:<kind of sign>`. */
  series: string;
  /** The tag, of a topic. */
  topic: string | null;
  fromHour: string;
  toHour: string;
  hours: number;
  seen: number;
  expected: number | null;
  seenAt: string;
  endedAt: string | null;
  dismissed: { at: string; by: string | null } | null;
  isFalse: boolean;
  /** The closest groups of nearly the same words, as far as I may see their conversations. */
  groups: Array<{ count: number; text: string; numbers: number[] }>;
  /** What it is made of, the newest first: at most sixty conversations. */
  numbers: number[];
};

/** What is more than usual now, of the brands that I see, and that nobody has put away. */
export async function spikesNow(actor: Actor): Promise<SpikeView[]> {
  authorize(actor, "queue.read");
  return read(actor, sql`s.ended_at is null and s.dismissed_at is null`);
}

/** All of the last weeks, the newest first. */
export async function listSpikes(
  actor: Actor,
  input: { weeks: number; brandId: string | null },
): Promise<SpikeView[]> {
  authorize(actor, "report.read");
  return read(
    actor,
    sql`s.from_hour > now() - make_interval(weeks => ${input.weeks})
      and (${input.brandId}::uuid is null or s.brand_id = ${input.brandId}::uuid)`,
  );
}

async function read(actor: Actor, which: SQL): Promise<SpikeView[]> {
  const seen = visible(actor, columnsOf("c"));
  const found = await db.execute<SpikeView>(sql`
    select s.id, json_build_object('id', b.id, 'name', b.name) as brand, s.series, t.name as topic,
      s.from_hour as "fromHour", s.to_hour as "toHour", s.hours, s.seen, s.expected, s.seen_at as "seenAt", s.ended_at as "endedAt",
      case when s.dismissed_at is not null then json_build_object('at', s.dismissed_at, 'by', a.name) end as dismissed, s.is_false as "isFalse",
      coalesce((select json_agg(json_build_object('count', g.value -> 'count', 'text', x.excerpt, 'numbers', x.numbers) order by g.ordinality)
        from jsonb_array_elements(s.groups) with ordinality g
        cross join lateral (select (array_agg(c.excerpt order by c.last_message_at desc))[1] as excerpt, array_agg(c.number::int order by c.last_message_at desc) as numbers
          from jsonb_array_elements_text(g.value -> 'conversationIds') i join conversations c on c.id = i::uuid where ${seen}) x
        where x.numbers is not null), '[]') as groups,
      coalesce((select json_agg(n.number order by n.last_message_at desc) from (
        select c.number::int as number, c.last_message_at from conversations c
        where c.brand_id = s.brand_id and c.last_message_at >= s.from_hour and c.status <> 'spam' and c.merged_into_id is null and ${seen} and ${belongs}
        order by c.last_message_at desc limit 60) n), '[]') as numbers
    from spikes s join brands b on b.id = s.brand_id left join agents a on a.id = s.dismissed_by
    left join tags t on s.series = 'topic:' || t.id
    where ${visibleBrand(actor, sql`s.brand_id`)} and ${which} order by s.seen_at desc, s.id limit 100`);
  return found.rows.map((row) => ({
    ...row,
    fromHour: isoText(row.fromHour),
    toHour: isoText(row.toHour),
    seenAt: isoText(row.seenAt),
    endedAt: iso(row.endedAt),
    dismissed: row.dismissed && { ...row.dismissed, at: isoText(row.dismissed.at) },
  }));
}

/** A conversation `c` has a message in the hours of a spike `s`, of what it counts. */
const belongs = sql`case when s.series like 'rate:%' then false
  when s.series like 'topic:%' then c.created_at >= s.from_hour and c.created_at < s.to_hour + interval '1 hour'
    and exists (select 1 from conversation_tags x where x.conversation_id = c.id and 'topic:' || x.tag_id = s.series)
  else exists (select 1 from messages m left join message_marks k on k.message_id = m.id
    where m.conversation_id = c.id and m.kind = 'customer' and m.sent_at >= s.from_hour and m.sent_at < s.to_hour + interval '1 hour'
      and case when s.series = 'mentions' then m.is_public else coalesce(k.is_complaint, false) end) end`;

import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { notify, readsReports } from "@/lib/notifications/notify";
import { notifyManagers } from "@/lib/notifications/notify-managers";
import { transact } from "@/lib/transact";
import { groupsOf } from "./groups";

const HOUR = 3_600_000;
const system = { kind: "system" as const, id: null };
/** So many usual hours end a spike. */
const calmHours = 3;
const textDays = 7;
const mostTexts = 600;

/**
 * Opens a spike, or carries the one that is open on to this hour, and says so once. `at` is its newest hour (Unix ms) of
 * `hours`; `counts[0]` is the hour `start`. Its hours are flagged, so that they do not become what is usual, unless
 * somebody has said that it is none.
 */
export async function keepSpike(input: {
  brandId: string;
  series: string;
  at: number;
  hours: number;
  counts: readonly number[];
  start: number;
  /** What is usual in the hour with that index; null before there is anything to compare with. */
  meanOf(index: number): number | null;
}): Promise<void> {
  const { brandId, series, at, counts, start, meanOf } = input;
  await transact(async (tx) => {
    const open = await tx.execute<{ id: string; fromHour: string; toHour: string; isFalse: boolean }>(sql`
      select id, from_hour::text as "fromHour", to_hour::text as "toHour", is_false as "isFalse" from spikes
      where brand_id = ${brandId} and series = ${series} and ended_at is null for update`);
    const [known] = open.rows;
    const first = known
      ? Math.min(Date.parse(known.fromHour), at - (input.hours - 1) * HOUR)
      : at - (input.hours - 1) * HOUR;
    const last = Math.max(at, known ? Date.parse(known.toHour) : at);
    const places = Array.from(
      { length: (last - first) / HOUR + 1 },
      (_, index) => (first - start) / HOUR + index,
    );
    const seen = places.reduce((sum, place) => sum + (counts[place] ?? 0), 0);
    const means = places.map(meanOf);
    const expected = means.includes(null) ? null : means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0);
    const texts = await textsOf(tx, { brandId, series, from: first });
    const groups = groupsOf(texts);
    const id = known?.id ?? newId();
    const [from, to] = [new Date(first).toISOString(), new Date(last).toISOString()];
    await tx.execute(sql`
      insert into spikes (id, brand_id, series, from_hour, to_hour, hours, seen, expected, groups)
      values (${id}, ${brandId}, ${series}, ${from}, ${to}, ${places.length}, ${seen}, ${expected}, ${JSON.stringify(groups)}::jsonb)
      on conflict (brand_id, series) where ended_at is null do update set from_hour = excluded.from_hour, to_hour = excluded.to_hour,
        hours = excluded.hours, seen = excluded.seen, expected = excluded.expected, groups = excluded.groups`);
    if (known?.isFalse !== true)
      await tx.execute(sql`
        update series_hours set is_flagged = true where brand_id = ${brandId} and series = ${series}
          and hour between ${from}::timestamptz and ${to}::timestamptz and not is_flagged`);
    if (known) return;
    await recordEvent(tx, {
      type: "spike.seen",
      actor: system,
      brandId,
      after: { spikeId: id, series },
      occurredAt: new Date(),
    });
    const about = groups[0]?.conversationIds[0] ?? texts.find(({ isNew }) => isNew)?.conversationId;
    if (about === undefined) await notifyManagers(tx, { kind: "spike_seen", eventId: `spike:${id}` });
    else await tell(tx, id, about);
  });
}

/** Closes what has been usual for three whole hours. */
export async function endSpikes(hour: Date): Promise<void> {
  const before = new Date(hour.getTime() - calmHours * HOUR).toISOString();
  await transact(async (tx) => {
    const ended = await tx.execute<{ id: string; brandId: string; series: string }>(sql`
      update spikes set ended_at = clock_timestamp() where ended_at is null and to_hour < ${before}::timestamptz
      returning id, brand_id as "brandId", series`);
    for (const { id, brandId, series } of ended.rows)
      await recordEvent(tx, {
        type: "spike.ended",
        actor: system,
        brandId,
        after: { spikeId: id, series },
        occurredAt: new Date(),
      });
  });
}

/** What was said in the spike, and then what was said like it in the week before. */
async function textsOf(tx: Tx, input: { brandId: string; series: string; from: number }) {
  const { brandId, series } = input;
  const kind = series.split(":")[0];
  if (kind === "rate") return [];
  const which =
    series === "mentions"
      ? sql`m.is_public`
      : series === "complaints"
        ? sql`exists (select 1 from message_marks k where k.message_id = m.id and k.is_complaint)`
        : sql`exists (select 1 from conversation_tags t where t.conversation_id = c.id and t.tag_id = ${series.slice(6)}::uuid)`;
  const from = new Date(input.from);
  const week = new Date(input.from - textDays * 24 * HOUR);
  const found = await tx.execute<{
    conversationId: string;
    text: string;
    author: string | null;
    brand: string;
    isNew: boolean;
  }>(sql`
    select survivor_of(c.id) as "conversationId", left(m.text, coalesce(m.quote_at, 2000)) as text, m.author_name as author, b.name as brand,
      m.sent_at >= ${from.toISOString()}::timestamptz as "isNew"
    from conversations c join messages m on m.conversation_id = c.id join brands b on b.id = c.brand_id
    where c.brand_id = ${brandId} and c.last_message_at >= ${week.toISOString()}::timestamptz and c.status <> 'spam' and not c.is_restricted
      and m.kind = 'customer' and m.deleted_at is null and m.sent_at >= ${week.toISOString()}::timestamptz and ${which}
    order by "isNew" desc, m.sent_at desc limit ${mostTexts}`);
  return found.rows.map(({ author, brand, ...row }) => ({ ...row, names: [author ?? "", brand] }));
}

async function tell(tx: Tx, spikeId: string, conversationId: string): Promise<void> {
  const people = await tx.execute<{ id: string }>(
    sql`select a.id from agents a where ${readsReports} and a.deactivated_at is null`,
  );
  await notify(tx, {
    agentIds: people.rows.map(({ id }) => id),
    kind: "spike_seen",
    conversationId,
    eventId: `spike:${spikeId}`,
  });
}

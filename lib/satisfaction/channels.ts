import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize, visibleBrand } from "@/lib/access";
import { channelOf } from "@/lib/channels/registry";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { transact } from "@/lib/transact";

export type SurveyChannel = {
  id: string;
  name: string;
  kind: string;
  brandName: string;
  /** Minutes between resolving and asking; null where nobody is asked. */
  delayMinutes: number | null;
};

/** Minutes to wait before asking, at most a week; null asks nobody. */
export const surveyDelay = z.number().int().min(0).max(10_080).nullable();

/** The channels on which a customer can be asked in private, by brand and name. */
export async function listSurveyChannels(actor: Actor): Promise<SurveyChannel[]> {
  authorize(actor, "channel.read");
  const found = await db.execute<SurveyChannel & { realKind: string }>(sql`
    select h.id, h.name, coalesce(h.config ->> 'plays', h.kind) as kind, h.kind as "realKind", b.name as "brandName", s.delay_minutes as "delayMinutes"
    from channels h join brands b on b.id = h.brand_id left join survey_channels s on s.channel_id = h.id
    where ${visibleBrand(actor, sql`h.brand_id`)} order by lower(b.name), h.created_at, h.id limit 500`);
  return found.rows.filter(({ realKind }) => mayAsk(realKind)).map(({ realKind: _, ...channel }) => channel);
}

/** Switches the question on or off for a channel; what already waits to be asked is asked. */
export async function setSurveyChannel(
  actor: Actor,
  input: { channelId: string; delayMinutes: z.output<typeof surveyDelay> },
): Promise<void> {
  authorize(actor, "report.edit");
  const { channelId, delayMinutes } = input;
  await transact(async (tx) => {
    const found = await tx.execute<{ kind: string; brandId: string; before: number | null }>(sql`
      select h.kind, h.brand_id as "brandId", s.delay_minutes as before from channels h
      left join survey_channels s on s.channel_id = h.id where h.id = ${channelId} and ${visibleBrand(actor, sql`h.brand_id`)} for update of h`);
    const channel = found.rows[0] ?? fail("not_found", "not_found");
    if (!mayAsk(channel.kind)) fail("invalid", "satisfaction.no_private_way");
    await tx.execute(
      delayMinutes === null
        ? sql`delete from survey_channels where channel_id = ${channelId}`
        : sql`insert into survey_channels (channel_id, delay_minutes, set_by) values (${channelId}, ${delayMinutes}, ${actor.id})
            on conflict (channel_id) do update set delay_minutes = excluded.delay_minutes, set_by = excluded.set_by, set_at = now()`,
    );
    await recordEvent(tx, {
      type: "survey_channel.set",
      actor: actorOf(actor),
      brandId: channel.brandId,
      channelId,
      before: { delayMinutes: channel.before },
      after: { delayMinutes },
      occurredAt: new Date(),
    });
  });
}

/** A kind by which, or by whose mailbox, a private word reaches a customer. */
function mayAsk(kind: string): boolean {
  const can = channelOf(kind)?.can;
  return can !== undefined && (can.repliesThrough !== null || can.reply.includes("private"));
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";

export const stepNames = ["hours", "channel", "reply", "people", "target", "keys"] as const;
export type StepName = (typeof stepNames)[number];

export type FirstSteps = {
  /** In the order in which they are best taken. `reply` ends the beginning. */
  steps: Array<{ name: StepName; isDone: boolean }>;
  /** A first real reply has reached a customer. */
  isOver: boolean;
  /** Folded to one line; the installation's, not one person's. */
  isFolded: boolean;
  /** Nothing is left to show. */
  isAway: boolean;
};

/**
 * How far a new installation has come, read from what is there rather than from what somebody clicked: opening hours, a
 * channel of one's own (sample brands do not count), a reply that was sent to somebody outside, two colleagues who have
 * joined or been invited, a target that somebody set, the key card opened.
 */
export async function readFirstSteps(actor: Actor): Promise<FirstSteps> {
  authorize(actor, "organisation.edit");
  const found = await db.execute<Record<StepName, boolean> & { folded: boolean; away: boolean }>(sql`
    select
      exists (select 1 from brands where not is_sample and schedule_id is not null) as hours,
      exists (select 1 from brands where is_sample)
        or exists (select 1 from channels h join brands b on b.id = h.brand_id where not b.is_sample) as channel,
      exists (select 1 from deliveries d join conversations c on c.id = d.conversation_id
              join messages m on m.conversation_id = d.conversation_id and m.id = d.message_id
              where d.state = 'sent' and not c.is_sample and m.agent_id is not null) as reply,
      (select count(*) from agents where not is_sample and deactivated_at is null)
        + (select count(*) from invitations where accepted_at is null and revoked_at is null and expires_at > now()) >= 3 as people,
      exists (select 1 from targets where created_by is not null and valid_until is null) as target,
      coalesce((select key_card_at is not null from organisation), false) as keys,
      coalesce((select start_folded_at is not null from organisation), false) as folded,
      coalesce((select start_put_away_at is not null from organisation), false)
        or coalesce((select is_sample from agents where id = ${actor.id}), false) as away`);
  const state = found.rows[0]!;
  const steps = stepNames.map((name) => ({ name, isDone: state[name] }));
  return {
    steps,
    isOver: state.reply,
    isFolded: state.folded,
    isAway: state.away || steps.every(({ isDone }) => isDone),
  };
}

/** Folds the card, opens it again, or puts it away for good once the first reply has left. */
export async function foldFirstSteps(
  actor: Actor,
  input: { card: "open" | "folded" | "away" },
): Promise<void> {
  authorize(actor, "organisation.edit");
  await db.execute(sql`
    update organisation set
      start_folded_at = ${input.card === "open" ? null : sql`coalesce(start_folded_at, now())`},
      start_put_away_at = ${input.card === "away" ? sql`coalesce(start_put_away_at, now())` : sql`start_put_away_at`}`);
}

/** Somebody has the key card in front of them. */
export async function seeKeyCard(actor: Actor): Promise<void> {
  authorize(actor, "organisation.edit");
  await db.execute(sql`update organisation set key_card_at = coalesce(key_card_at, now())`);
}

import { sql } from "drizzle-orm";
import { z } from "zod";
import { signalRuleKinds } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { transact } from "@/lib/transact";
import { brandToEdit } from "./list-rules";
import { shippedRules } from "./rules";

export const signalRuleInput = z.object({
  brandId: z.uuid(),
  kind: z.enum(signalRuleKinds),
  isOn: z.boolean(),
  settings: z.record(z.string().max(20), z.number().int().min(1).max(1000)).default({}),
  coolDownDays: z.number().int().min(1).max(1000),
});

export type SignalRuleInput = z.output<typeof signalRuleInput>;

/** Sets one rule of a brand; what it proposes is opened the next morning, or when somebody does what it looks for. */
export async function saveSignalRule(actor: Actor, input: SignalRuleInput): Promise<void> {
  authorize(actor, "signal.edit");
  await brandToEdit(actor, input.brandId);
  const settings = settingsOf(input);
  await transact(async (tx) => {
    await tx.execute(sql`
      insert into signal_rules (id, brand_id, kind, is_on, settings, cool_down_days, changed_by, changed_at)
      values (${newId()}::uuid, ${input.brandId}::uuid, ${input.kind}, ${input.isOn}, ${JSON.stringify(settings)}::jsonb,
        ${input.coolDownDays}, ${actor.id}::uuid, now())
      on conflict (brand_id, kind) do update set is_on = excluded.is_on, settings = excluded.settings,
        cool_down_days = excluded.cool_down_days, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);
    await recordEvent(tx, {
      type: "signal_rule.changed",
      actor: actorOf(actor),
      brandId: input.brandId,
      after: { kind: input.kind, isOn: input.isOn, settings, coolDownDays: input.coolDownDays },
      occurredAt: new Date(),
    });
  });
}

/** Only the numbers that this rule knows. */
export function settingsOf(input: Pick<SignalRuleInput, "kind" | "settings">): { [name: string]: number } {
  const known = shippedRules[input.kind].settings;
  return Object.fromEntries(
    Object.keys(known).map((name) => [name, input.settings[name] ?? known[name] ?? 1]),
  );
}

/** How many conversations all rules together may open in a day; zero opens none. */
export async function saveOutreachCap(actor: Actor, input: { perDay: number }): Promise<void> {
  authorize(actor, "signal.edit");
  await transact(async (tx) => {
    const before = await tx.execute<{ perDay: number }>(
      sql`select outreaches_per_day as "perDay" from organisation for update`,
    );
    await tx.execute(sql`update organisation set outreaches_per_day = ${input.perDay}`);
    await recordEvent(tx, {
      type: "organisation.changed",
      actor: actorOf(actor),
      before: { outreachesPerDay: before.rows[0]?.perDay ?? null },
      after: { outreachesPerDay: input.perDay },
      occurredAt: new Date(),
    });
  });
}

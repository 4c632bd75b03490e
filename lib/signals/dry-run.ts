import { db } from "@/db/client";
import type { SignalRuleKind } from "@/db/enums";
import { type Actor, authorize } from "@/lib/access";
import { candidatesOf } from "./candidates";
import { firings, signsOf } from "./firings";
import { houseGapOf } from "./house";
import { brandToEdit } from "./list-rules";
import type { Reason, Way } from "./rules";
import { type SignalRuleInput, settingsOf } from "./save-rule";

const days = 30;
const shown = 50;

export type DryRun = {
  rule: SignalRuleKind;
  days: number;
  /** Customers for whom it would have opened a conversation, before the day's number and what was open already. */
  count: number;
  /** Nothing may be done for so many: they do not want to be contacted, or there is no way to. */
  leftOut: number;
  /** The best first, at most fifty. */
  rows: Array<{ customerId: string; name: string; at: string; reason: Reason; way: Way }>;
};

/** What a rule, set like this, would have proposed in the last thirty days. Changes nothing. */
export async function dryRunSignalRule(
  actor: Actor,
  input: Pick<SignalRuleInput, "brandId" | "kind" | "settings" | "coolDownDays">,
): Promise<DryRun> {
  authorize(actor, "signal.edit");
  await brandToEdit(actor, input.brandId);
  const now = new Date();
  const fired = await firings(db, {
    rule: input.kind,
    settings: settingsOf(input),
    houseGapDays: await houseGapOf(input.brandId),
    from: new Date(now.getTime() - days * 86_400_000),
    to: now,
    signs: signsOf(input.brandId, null),
  });
  const all = await candidatesOf(db, {
    rule: input.kind,
    coolDownDays: input.coolDownDays,
    firings: fired,
    now,
  });
  const open = all.filter(({ way }) => way !== "none").sort((a, b) => b.score - a.score);
  return {
    rule: input.kind,
    days,
    count: open.length,
    leftOut: all.length - open.length,
    rows: open
      .slice(0, shown)
      .map(({ customerId, name, at, reason, way }) => ({ customerId, name, at, reason, way })),
  };
}

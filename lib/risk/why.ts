import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Band, RankedBy } from "@/db/enums";
import { type Actor, authorize, can, columnsOf, visible } from "@/lib/access";
import { iso, isoText } from "@/lib/conversations/load-rows";
import type { Reason } from "@/lib/conversations/types";
import { fail } from "@/lib/errors";
import { horizonHours } from "./fit";
import { knownOf } from "./history";
import { modelInForce } from "./in-force";
import { isCalibrated } from "./is-calibrated";
import { type Patience, patiences } from "./model";
import { chanceWithin } from "./time-left";

export type WhyView = {
  band: Band;
  by: RankedBy;
  /** Hours of patience left; null for no end. */
  hours: number | null;
  dueAt: string | null;
  promiseAt: string | null;
  waitingSince: string | null;
  /** The largest first; each may be read aloud to the customer. */
  reasons: Reason[];
  calmed: { by: string | null; at: string; because: string } | null;
  /** For managers: of a hundred such conversations so many go public within fourteen days if nobody answers. */
  chance: { ofHundred: number; isCalibrated: boolean } | null;
  /** The order follows response targets, since the signals were worth nothing. */
  hasFallenBack: boolean;
};

type Found = Omit<WhyView, "calmed" | "chance" | "hasFallenBack"> & {
  patience: string;
  known: number;
  phaseSince: string | null;
  calmedBy: string | null;
  calmedAt: string | null;
  because: string | null;
};

/** Why a conversation stands where it does. Throws `not_found` for what the actor may not see or nobody has ranked. */
export async function whyOf(
  actor: Actor,
  input: { conversationId: string },
  now = Date.now(),
): Promise<WhyView> {
  authorize(actor, "conversation.read");
  const found = await db.execute<Found>(sql`
    select z.band, z.by, z.patience_hours as hours, least(c.due_at, c.resolve_due_at) as "dueAt", z.promise_at as "promiseAt", c.waiting_since as "waitingSince",
      z.reasons, z.patience, z.known, z.waiting_since as "phaseSince", a.name as "calmedBy", z.calmed_at as "calmedAt",
      z.calmed_because as because
    from risks z join conversations c on c.id = z.conversation_id left join agents a on a.id = z.calmed_by
    where z.conversation_id = ${input.conversationId} and ${visible(actor, columnsOf("c"))}`);
  const row = found.rows[0] ?? fail("not_found", "conversation.not_found");
  const { model, fallenBackAt } = await modelInForce(db);
  const patience = patiences.find((each): each is Patience => each === row.patience) ?? "email";
  const since = row.phaseSince === null ? null : Date.parse(isoText(row.phaseSince));
  const known = knownOf(row.known);
  const left = since === null ? 0 : Math.max(0, horizonHours - (now - since) / 3_600_000);
  return {
    band: row.band,
    by: row.by,
    hours: row.hours,
    dueAt: iso(row.dueAt),
    promiseAt: iso(row.promiseAt),
    waitingSince: iso(row.waitingSince),
    reasons: row.reasons,
    calmed:
      row.calmedAt === null
        ? null
        : { by: row.calmedBy, at: isoText(row.calmedAt), because: row.because ?? "" },
    chance:
      since === null || !can(actor, "risk.read")
        ? null
        : {
            ofHundred: Math.round(
              100 * chanceWithin(model, { patience, waitingSince: since, known }, now, left),
            ),
            isCalibrated: await isCalibrated(model, new Date(now)),
          },
    hasFallenBack: fallenBackAt !== null,
  };
}

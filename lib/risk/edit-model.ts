import { sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { recordEvent } from "@/lib/events";
import { transact } from "@/lib/transact";
import { exposuresIn, loadSpans } from "./history";
import { modelInForce } from "./in-force";
import { insertVersion } from "./learn";
import { type Model, patiences, shippedModel } from "./model";
import { rerankAll } from "./rerank-all";
import { readModel } from "./stored-model";

const hours = z.number("risk.hours").min(0.25, "risk.hours").max(336, "risk.hours");

export const modelInput = z.object({
  patienceHours: z.object({
    directMessage: hours,
    mention: hours,
    phone: hours,
    email: hours,
    form: hours,
  }),
  budget: z.number("risk.budget").min(0.001, "risk.budget").max(0.2, "risk.budget"),
});

/**
 * The hours of patience for each way of writing, and the budget of risk that the shown time is measured by. Makes a
 * version of its own; the whole list is ranked again.
 */
export async function editRiskModel(
  actor: Actor,
  input: z.output<typeof modelInput>,
): Promise<{ version: number }> {
  authorize(actor, "risk.edit");
  const version = await put(actor, "edited", (inForce, learns) => ({
    model: { ...inForce, patienceHours: input.patienceHours, budget: input.budget },
    learns,
  }));
  return { version };
}

/**
 * Goes back to a version, or with null to what ships. From then on the daily fit leaves it alone, until somebody lets it
 * learn again.
 */
export async function returnToVersion(
  actor: Actor,
  input: { version: number | null },
): Promise<{ version: number }> {
  authorize(actor, "risk.edit");
  const chosen = input.version === null ? shippedModel : await loadVersion(input.version);
  const version = await put(actor, "returned", () => ({ model: chosen, learns: false }));
  return { version };
}

/** Lets the daily fit go on from here, or holds the version in force. */
export async function setLearning(actor: Actor, input: { learns: boolean }): Promise<{ version: number }> {
  authorize(actor, "risk.edit");
  const version = await put(actor, input.learns ? "learns" : "held", (model) => ({
    model,
    learns: input.learns,
  }));
  return { version };
}

async function loadVersion(version: number): Promise<Model> {
  const found = await db.execute<{ model: unknown }>(
    sql`select model from risk_models where version = ${version}`,
  );
  const row = found.rows[0] ?? fail("not_found", "not_found");
  return readModel(row.model, version);
}

async function put(
  actor: Actor,
  what: "edited" | "returned" | "learns" | "held",
  make: (inForce: Model, learns: boolean) => { model: Model; learns: boolean },
): Promise<number> {
  const spans = await loadSpans(new Date());
  const version = await transact(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('risk_models'))`);
    const inForce = await modelInForce(tx);
    const { model, learns } = make(inForce.model, inForce.learns);
    const next = { ...model, version: inForce.model.version + 1 };
    const history = exposuresIn(next, spans);
    await insertVersion(tx, {
      model: next,
      learns,
      figures: {
        posts: history.reduce((sum, each) => sum + each.posts, 0),
        hours: history.reduce((sum, each) => sum + each.hours, 0),
        lift: await liftOf(tx),
        heldOut: null,
        heldOutBefore: null,
      },
      fallenBackAt: inForce.fallenBackAt,
      changedBy: actor.id,
    });
    await recordEvent(tx, {
      type: "risk.changed",
      actor: { kind: "agent", id: actor.id },
      before: plain(inForce.model),
      after: { what, ...plain(next) },
      occurredAt: new Date(),
    });
    return next.version;
  });
  await rerankAll();
  return version;
}

/** Measured by the next fit; until then it is what was measured last. */
async function liftOf(tx: Tx): Promise<number | null> {
  const found = await tx.execute<{ lift: number | null }>(
    sql`select lift from risk_models order by version desc limit 1`,
  );
  return found.rows[0]?.lift ?? null;
}

function plain({ version, budget, patienceHours }: Model) {
  return {
    version,
    budget,
    ...Object.fromEntries(patiences.map((each) => [`patience_${each}`, patienceHours[each]])),
  };
}

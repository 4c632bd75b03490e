import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { type Model, shippedModel } from "./model";
import { readModel } from "./stored-model";

/** The model that the order follows now. */
export type InForce = {
  model: Model;
  /** False while a person holds a version: the daily fit leaves it alone. */
  learns: boolean;
  /** Since then the order follows response targets instead, because the signals were worth nothing. */
  fallenBackAt: Date | null;
  inForceAt: Date | null;
};

/** The newest version; before the first one, what ships. One row by its key. */
export async function modelInForce(on: Tx | Db): Promise<InForce> {
  const found = await on.execute<{
    version: number;
    model: unknown;
    fallenBackAt: string | null;
    inForceAt: string;
  }>(sql`
    select version, model, fallen_back_at::text as "fallenBackAt", in_force_at::text as "inForceAt"
    from risk_models order by version desc limit 1`);
  const row = found.rows[0];
  if (!row) return { model: shippedModel, learns: true, fallenBackAt: null, inForceAt: null };
  const { learns, ...model } = readModel(row.model, row.version);
  return {
    model,
    learns,
    fallenBackAt: row.fallenBackAt === null ? null : new Date(row.fallenBackAt),
    inForceAt: new Date(row.inForceAt),
  };
}

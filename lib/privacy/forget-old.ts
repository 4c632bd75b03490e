import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log } from "@/lib/log";

/** Rows of one short statement, so that no lock is long. */
const batch = 2_000;

const before = sql`now() - make_interval(days => (select profile_days from organisation))`;

/** What was concluded of people, and since when it is old. What they wrote is not among it. */
const old: ReadonlyArray<{ table: string; where: SQL }> = [
  { table: "signals", where: sql`t.occurred_at < ${before}` },
  { table: "message_marks", where: sql`t.said_at < ${before}` },
  { table: "cue_labels", where: sql`t.at < ${before}` },
  { table: "risk_spans", where: sql`t.to_at < ${before}` },
  {
    table: "risks",
    where: sql`t.scored_at < ${before} and not exists (select 1 from queue q where q.conversation_id = t.conversation_id)`,
  },
  {
    table: "outreaches",
    where: sql`t.opened_at < ${before} and not exists (select 1 from queue q where q.conversation_id = t.conversation_id)`,
  },
  // "Not the same" stays, or the same question would come back.
  { table: "customer_links", where: sql`t.created_at < ${before} and t.verdict = 'perhaps'` },
];

/** Forgets signs, scores and suggestions older than the house keeps them. Resolves with how many rows went, by table. */
export async function forgetOldProfiles(): Promise<{ [table: string]: number }> {
  const counts: { [table: string]: number } = {};
  for (const { table, where } of old) {
    const name = sql.identifier(table);
    for (;;) {
      const gone = await db.execute(
        sql`delete from ${name} where ctid = any(array(select t.ctid from ${name} t where ${where} limit ${batch}))`,
      );
      const count = gone.rowCount ?? 0;
      if (count > 0) counts[table] = (counts[table] ?? 0) + count;
      if (count < batch) break;
    }
  }
  if (Object.keys(counts).length > 0) log.info({ forgotten: counts }, "old signs and scores were forgotten");
  return counts;
}

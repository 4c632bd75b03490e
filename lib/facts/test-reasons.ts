import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MissReason } from "@/db/enums";
import { reasonOfMiss } from "@/lib/targets/miss";
import { loadStates } from "@/lib/targets/state";
import { reasonNow } from "./derive";
import { loadEvents } from "./load-events";
import { factRules } from "./rules-now";

/** Why each that waits would be missed if it were due now, by whoever says so and by whoever measures it. */
export async function reasonsNow(): Promise<
  Array<{ id: string; told: MissReason; measured: MissReason | null }>
> {
  return db.transaction(async (tx) => {
    const open = await tx.execute<{ id: string }>(sql`
      select id from conversations where waiting_since is not null and status in ('open', 'snoozed') and merged_into_id is null`);
    const ids = open.rows.map(({ id }) => id);
    const end = { epoch: 1_000_000, xid: "9000000000000000000", id: 2_000_000_000 };
    const events = await loadEvents(tx, { conversationIds: ids, from: end, to: end });
    const rules = await factRules(tx);
    const reasons = [];
    for (const state of await loadStates(tx, rules.opening, ids)) {
      const told = await reasonOfMiss(tx, state, "next_response");
      reasons.push({ id: state.id, told, measured: reasonNow(events.get(state.id) ?? [], rules) });
    }
    return reasons;
  });
}

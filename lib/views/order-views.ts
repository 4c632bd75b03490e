import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Actor, authorize } from "@/lib/access";
import { transact } from "@/lib/transact";
import { mayUse } from "./list-views";

export const viewOrder = z.object({ ids: z.array(z.uuid()).max(500) });

/** The order of the views in my own rail, shared ones included; nobody else's changes. */
export async function orderViews(actor: Actor, input: z.output<typeof viewOrder>): Promise<void> {
  authorize(actor, "view.edit");
  await transact(async (tx) => {
    await tx.execute(sql`delete from view_places where agent_id = ${actor.id}`);
    await tx.execute(sql`
      insert into view_places (agent_id, view_id, place)
      select ${actor.id}, v.id, o.place from unnest(${sql.param([...new Set(input.ids)])}::uuid[]) with ordinality o(id, place)
      join views v on v.id = o.id where ${mayUse(actor)}`);
  });
}

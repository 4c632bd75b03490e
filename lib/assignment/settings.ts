import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type Actor, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";
import { transact } from "@/lib/transact";

export const assignmentModes = ["off", "round_robin", "least_loaded"] as const;

export const assignmentSettings = z.object({
  mode: z.enum(assignmentModes),
  /** Open conversations that one person gets at most; null without a limit. */
  cap: z.number().int().min(1).max(1000).nullable(),
  /** Brands whose new conversations start with this team when their channel names none. */
  brandIds: z.array(z.uuid()).max(1000),
});
export type AssignmentSettings = z.output<typeof assignmentSettings>;

/** How a team's conversations find their person. */
export async function readAssignment(actor: Actor, input: { teamId: string }): Promise<AssignmentSettings> {
  authorize(actor, "team.read");
  const found = await db.execute<AssignmentSettings>(sql`
    select t.assignment_mode as mode, t.assignment_cap as cap,
      array(select b.brand_id::text from brand_teams b where b.team_id = t.id) as "brandIds"
    from teams t where t.id = ${input.teamId}`);
  return found.rows[0] ?? fail("not_found", "not_found");
}

/** Sets it; what waits is given out at once. */
export async function saveAssignment(
  actor: Actor,
  input: AssignmentSettings & { teamId: string },
): Promise<void> {
  authorize(actor, "team.edit");
  await transact(async (tx) => {
    const done = await tx.execute(sql`
      update teams set assignment_mode = ${input.mode}, assignment_cap = ${input.cap} where id = ${input.teamId} returning id`);
    if (done.rows.length === 0) fail("not_found", "not_found");
    const brandIds = `{${input.brandIds.join(",")}}`;
    await tx.execute(sql`
      delete from brand_teams where team_id = ${input.teamId} and brand_id <> all(${brandIds}::uuid[])`);
    await tx.execute(sql`
      insert into brand_teams (brand_id, team_id) select id, ${input.teamId} from brands where id = any(${brandIds}::uuid[])
      on conflict (brand_id) do update set team_id = excluded.team_id`);
  });
}

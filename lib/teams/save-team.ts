import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { teams } from "@/db/schema/teams";
import { type Actor, authorize } from "@/lib/access";
import { forgetEverybody } from "@/lib/agents/session";
import { fail } from "@/lib/errors";
import { newId } from "@/lib/id";
import { cleanLine } from "@/lib/text/clean";

export const teamInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 60))
    .pipe(z.string().min(1)),
  agentIds: z.array(z.uuid()).max(1000),
  brandIds: z.array(z.uuid()).max(1000),
});
export type TeamInput = z.output<typeof teamInput>;

/** A new team with its people and the brands that it looks after. Throws `conflict` when the name is taken. */
export async function createTeam(actor: Actor, input: TeamInput): Promise<{ id: string }> {
  authorize(actor, "team.edit");
  const id = newId();
  await db.transaction(async (tx) => {
    const made = await tx.insert(teams).values({ id, name: input.name }).onConflictDoNothing();
    if (made.rowCount === 0) fail("conflict", "team.name_taken");
    await fill(tx, id, input);
  });
  forgetEverybody();
  return { id };
}

/** Sets a team's name, people and brands to what is given; what its members see follows within five seconds. */
export async function updateTeam(actor: Actor, input: TeamInput & { teamId: string }): Promise<void> {
  authorize(actor, "team.edit");
  await db.transaction(async (tx) => {
    const [team] = await tx
      .select({ id: teams.id })
      .from(teams)
      .where(eq(teams.id, input.teamId))
      .for("update");
    if (!team) fail("not_found", "not_found");
    const taken = await tx.execute(
      sql`select 1 from teams where name = ${input.name} and id <> ${input.teamId}`,
    );
    if (taken.rows.length > 0) fail("conflict", "team.name_taken");
    await tx.update(teams).set({ name: input.name }).where(eq(teams.id, input.teamId));
    await tx.execute(sql`delete from team_members where team_id = ${input.teamId}`);
    await tx.execute(sql`delete from team_brands where team_id = ${input.teamId}`);
    await fill(tx, input.teamId, input);
  });
  forgetEverybody();
}

/** Takes a team away; its conversations belong to their brand's people again. */
export async function deleteTeam(actor: Actor, input: { teamId: string }): Promise<void> {
  authorize(actor, "team.edit");
  const gone = await db.delete(teams).where(eq(teams.id, input.teamId));
  if (gone.rowCount === 0) fail("not_found", "not_found");
  forgetEverybody();
}

/** People and brands that do not exist any more are left out. */
async function fill(tx: Tx, teamId: string, input: TeamInput): Promise<void> {
  await tx.execute(sql`
    insert into team_members (team_id, agent_id)
    select ${teamId}, id from agents where id = any(${`{${input.agentIds.join(",")}}`}::uuid[])`);
  await tx.execute(sql`
    insert into team_brands (team_id, brand_id)
    select ${teamId}, id from brands where id = any(${`{${input.brandIds.join(",")}}`}::uuid[])`);
}

import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { teams } from "@/db/schema/teams";
import { type Actor, authorize, seesAll } from "@/lib/access";
import { forgetEverybody } from "@/lib/agents/session";
import { differences } from "@/lib/audit/differences";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { newId } from "@/lib/id";
import { cleanLine } from "@/lib/text/clean";

export const teamInput = z.object({
  name: z
    .string()
    .transform((name) => cleanLine(name, 60))
    .pipe(z.string().min(1)),
  agentIds: z.array(z.uuid()).max(1000),
  brandIds: z.array(z.uuid()).max(1000),
  /** Its conversations are legal matters; left out, it stays as it is. */
  isLegal: z.boolean().optional(),
});
export type TeamInput = z.output<typeof teamInput>;

/**
 * A new team with its people and the brands that it looks after. Only administrators grant brands: a manager's new team
 * begins with none, and is no legal one. Throws `conflict` when the name is taken, `forbidden` for a brand that one may not grant.
 */
export async function createTeam(actor: Actor, input: TeamInput): Promise<{ id: string }> {
  authorize(actor, "team.edit");
  if (!seesAll(actor) && input.brandIds.length > 0) fail("forbidden", "team.brands");
  const isLegal = input.isLegal ?? false;
  if (!seesAll(actor) && isLegal) fail("forbidden", "team.legal");
  const id = newId();
  await db.transaction(async (tx) => {
    const made = await tx.insert(teams).values({ id, name: input.name, isLegal }).onConflictDoNothing();
    if (made.rowCount === 0) fail("conflict", "team.name_taken");
    const after = await fill(tx, id, input);
    await recordEvent(tx, {
      type: "team.created",
      actor: actorOf(actor),
      teamId: id,
      after: { name: input.name, isLegal, ...after },
      occurredAt: new Date(),
    });
  });
  forgetEverybody();
  return { id };
}

/**
 * Sets a team's name, people and brands to what is given; what its members see follows within five seconds. A manager
 * changes only teams that they are in, and leaves their brands as they are, and whether they are legal: otherwise
 * any manager could let themselves in to everything. Throws `not_found`, `forbidden` or `conflict`.
 */
export async function updateTeam(actor: Actor, input: TeamInput & { teamId: string }): Promise<void> {
  authorize(actor, "team.edit");
  await db.transaction(async (tx) => {
    const [team] = await tx
      .select({ id: teams.id, name: teams.name, isLegal: teams.isLegal })
      .from(teams)
      .where(eq(teams.id, input.teamId))
      .for("update");
    if (!team) return fail("not_found", "not_found");
    const isLegal = input.isLegal ?? team.isLegal;
    const before = { name: team.name, isLegal: team.isLegal, ...(await contents(tx, team.id)) };
    if (!seesAll(actor)) mayChange(actor, { ...input, grantedIds: before.brandIds });
    if (!seesAll(actor) && isLegal !== team.isLegal) fail("forbidden", "team.legal");
    const taken = await tx.execute(
      sql`select 1 from teams where name = ${input.name} and id <> ${input.teamId}`,
    );
    if (taken.rows.length > 0) fail("conflict", "team.name_taken");
    await tx.update(teams).set({ name: input.name, isLegal }).where(eq(teams.id, input.teamId));
    await tx.execute(sql`delete from team_members where team_id = ${input.teamId}`);
    await tx.execute(sql`delete from team_brands where team_id = ${input.teamId}`);
    const changed = differences(before, {
      name: input.name,
      isLegal,
      ...(await fill(tx, input.teamId, input)),
    });
    if (changed)
      await recordEvent(tx, {
        type: "team.changed",
        actor: actorOf(actor),
        teamId: team.id,
        ...changed,
        occurredAt: new Date(),
      });
  });
  forgetEverybody();
}

/** Takes a team away; its conversations belong to their brand's people again. Only administrators may: that shows them to others. */
export async function deleteTeam(actor: Actor, input: { teamId: string }): Promise<void> {
  authorize(actor, "team.edit");
  if (!seesAll(actor)) fail("forbidden", "team.not_yours");
  await db.transaction(async (tx) => {
    const before = await contents(tx, input.teamId);
    const [gone] = await tx.delete(teams).where(eq(teams.id, input.teamId)).returning({ name: teams.name });
    if (!gone) return fail("not_found", "not_found");
    await recordEvent(tx, {
      type: "team.deleted",
      actor: actorOf(actor),
      teamId: input.teamId,
      before: { name: gone.name, ...before },
      occurredAt: new Date(),
    });
  });
  forgetEverybody();
}

type Contents = { agentIds: string[]; brandIds: string[] };

function mayChange(actor: Actor, input: { teamId: string; brandIds: string[]; grantedIds: string[] }): void {
  if (!actor.teamIds.includes(input.teamId)) fail("forbidden", "team.not_yours");
  const same = new Set(input.brandIds);
  if (same.size !== input.grantedIds.length || !input.grantedIds.every((id) => same.has(id)))
    fail("forbidden", "team.brands");
}

async function contents(tx: Tx, teamId: string): Promise<Contents> {
  const found = await tx.execute<Contents>(sql`
    select array(select agent_id::text from team_members where team_id = ${teamId} order by 1) as "agentIds",
      array(select brand_id::text from team_brands where team_id = ${teamId} order by 1) as "brandIds"`);
  return found.rows[0]!;
}

/** People and brands that do not exist any more are left out. */
async function fill(tx: Tx, teamId: string, input: TeamInput): Promise<Contents> {
  await tx.execute(sql`
    insert into team_members (team_id, agent_id)
    select ${teamId}, id from agents where id = any(${`{${input.agentIds.join(",")}}`}::uuid[])`);
  await tx.execute(sql`
    insert into team_brands (team_id, brand_id)
    select ${teamId}, id from brands where id = any(${`{${input.brandIds.join(",")}}`}::uuid[])`);
  return contents(tx, teamId);
}

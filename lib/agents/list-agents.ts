import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { schedules } from "@/db/schema/schedules";
import { type Actor, allowed, authorize } from "@/lib/access";
import { fail } from "@/lib/errors";

/** Everybody on the staff, by name; deactivated ones too, since their names stay on what they wrote. */
export async function listAgents(actor: Actor) {
  authorize(actor, "team.read");
  const rows = await db
    .select({
      id: agents.id,
      name: agents.name,
      email: agents.email,
      role: agents.role,
      title: agents.title,
      awaySince: agents.awaySince,
      deactivatedAt: agents.deactivatedAt,
      endsAt: agents.endsAt,
      scheduleId: agents.scheduleId,
      isSample: agents.isSample,
      teamIds: sql<string[]>`array(select m.team_id from team_members m where m.agent_id = ${agents.id})`,
    })
    .from(agents)
    .orderBy(sql`lower(${agents.name})`, agents.id)
    .limit(1000);
  return rows.map((row) => ({
    ...row,
    awaySince: row.awaySince?.toISOString() ?? null,
    deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
    endsAt: row.endsAt?.toISOString() ?? null,
  }));
}

/** Me, my settings, and what I may do, so that screens offer nothing that would be refused. */
export async function readProfile(actor: Actor) {
  authorize(actor, "profile.edit");
  const [found] = await db
    .select({ me: agents, hours: schedules.name })
    .from(agents)
    .leftJoin(schedules, eq(schedules.id, agents.scheduleId))
    .where(eq(agents.id, actor.id));
  if (!found) return fail("not_found", "not_found");
  const { me, hours } = found;
  return {
    id: me.id,
    name: me.name,
    email: me.email,
    role: actor.role,
    title: me.title,
    language: me.language,
    theme: me.theme,
    density: me.density,
    zone: me.zone,
    hours,
    afterResolve: me.afterResolve,
    hasKeys: me.keysOffAt === null,
    ownKeys: me.ownKeys,
    signature: me.signature,
    awaySince: me.awaySince?.toISOString() ?? null,
    hasPassword: me.passwordHash !== null,
    teamIds: [...actor.teamIds],
    brandIds: [...actor.brandIds],
    may: [...allowed[actor.role]],
  };
}

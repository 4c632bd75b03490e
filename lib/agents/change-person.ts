import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Tx } from "@/db/client";
import { type Role, roles } from "@/db/enums";
import { agents } from "@/db/schema/agents";
import { type Actor, authorize } from "@/lib/access";
import { differences } from "@/lib/audit/differences";
import { fail } from "@/lib/errors";
import { actorOf, recordEvent } from "@/lib/events";
import { wake } from "@/lib/live/wake";
import { knownSchedule } from "@/lib/schedules/known-schedule";
import { cleanLine } from "@/lib/text/clean";
import { mayGive } from "./rank";
import { forgetAgent } from "./session";

/** The last moment of an account, always ahead: to end it now is to deactivate it. */
export const endMoment = z.coerce.date().refine((at) => at.getTime() > Date.now(), "agent.end_past");

export const personChange = z.object({
  role: z.enum(roles).optional(),
  title: z
    .string()
    .transform((title) => cleanLine(title, 80) || null)
    .nullable()
    .optional(),
  /** Null: until somebody ends it. */
  endsAt: endMoment.nullable().optional(),
  teamIds: z.array(z.uuid()).max(200).optional(),
  /** Working hours of their own; null: those of their teams' brands. */
  scheduleId: z.uuid().nullable().optional(),
});
export type PersonChange = z.output<typeof personChange>;

/**
 * Changes a colleague's role, title, teams, working hours or last moment; what is left out stays. Their open screens and tokens follow
 * within five seconds. Only owners make or change owners, and the last one stays and has no end. Throws `not_found`,
 * `forbidden` or `conflict`.
 */
export async function changePerson(actor: Actor, input: PersonChange & { agentId: string }): Promise<void> {
  authorize(actor, "agent.edit");
  if (input.role !== undefined && !mayGive(actor, input.role)) fail("forbidden", "agent.above_you");
  if (input.endsAt && input.agentId === actor.id) fail("conflict", "agent.yourself");
  await db.transaction(async (tx) => {
    const person = await lockAgent(tx, actor, input.agentId);
    const role = input.role ?? person.role;
    const endsAt = input.endsAt === undefined ? person.endsAt : input.endsAt;
    const scheduleId = input.scheduleId === undefined ? person.scheduleId : input.scheduleId;
    await knownSchedule(tx, input.scheduleId);
    if (person.role === "owner" && (role !== "owner" || endsAt !== null)) await keepAnOwner(tx, person.id);
    const before = { ...facts(person), teamIds: await teamsOf(tx, person.id) };
    await tx
      .update(agents)
      .set({ role, endsAt, scheduleId, title: input.title })
      .where(eq(agents.id, person.id));
    if (input.teamIds !== undefined) await setTeams(tx, person.id, input.teamIds);
    const after = { ...facts({ role, endsAt, scheduleId }), teamIds: await teamsOf(tx, person.id) };
    const changed = differences(before, after);
    if (changed)
      await recordEvent(tx, {
        type: "agent.changed",
        actor: actorOf(actor),
        before: changed.before,
        after: { ...changed.after, agentId: person.id },
        occurredAt: new Date(),
      });
  });
  forgetAgent(input.agentId);
  wake("timers");
}

type Person = { id: string; role: Role; endsAt: Date | null; scheduleId: string | null };

/** The colleague, locked for a change by somebody who stands at least as high. */
export async function lockAgent(tx: Tx, actor: Actor, agentId: string): Promise<Person> {
  const [person] = await tx
    .select({ id: agents.id, role: agents.role, endsAt: agents.endsAt, scheduleId: agents.scheduleId })
    .from(agents)
    .where(eq(agents.id, agentId))
    .for("update");
  if (!person) return fail("not_found", "not_found");
  if (person.role === "owner") authorize(actor, "owner.edit");
  return person;
}

/** Two owners who step down at the same moment must not leave the house without one; one with an end does not count. */
export async function keepAnOwner(tx: Tx, leavingId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('avant owners'))`);
  const others = await tx.execute(sql`
    select 1 from agents where role = 'owner' and deactivated_at is null and ends_at is null and id <> ${leavingId} limit 1`);
  if (others.rows.length === 0) fail("conflict", "agent.last_owner");
}

function facts({ role, endsAt, scheduleId }: Omit<Person, "id">) {
  return { role, endsAt: endsAt?.toISOString() ?? null, scheduleId };
}

async function teamsOf(tx: Tx, agentId: string): Promise<string[]> {
  const found = await tx.execute<{ id: string }>(
    sql`select team_id::text as id from team_members where agent_id = ${agentId} order by 1`,
  );
  return found.rows.map(({ id }) => id);
}

async function setTeams(tx: Tx, agentId: string, teamIds: string[]): Promise<void> {
  const ids = `{${teamIds.join(",")}}`;
  await tx.execute(
    sql`delete from team_members where agent_id = ${agentId} and team_id <> all(${ids}::uuid[])`,
  );
  await tx.execute(sql`
    insert into team_members (team_id, agent_id) select id, ${agentId} from teams where id = any(${ids}::uuid[])
    on conflict do nothing`);
}

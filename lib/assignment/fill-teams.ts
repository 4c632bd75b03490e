import { sql } from "drizzle-orm";
import { db, type Tx } from "@/db/client";
import type { System } from "@/lib/access";
import type { Schedule } from "@/lib/clock/schedule";
import { changeConversation } from "@/lib/conversations/change";
import { AppError } from "@/lib/errors";
import { transact } from "@/lib/transact";
import { dutyHours, isAway, isOnDuty, isStaff } from "./duty";

const rule: System = { kind: "system", name: "rule" };

/** Given in one round; the loop comes again while there was something to give. */
const mostAtOnce = 100;

type Team = { id: string; mode: "round_robin" | "least_loaded"; cap: number | null };

/**
 * Gives what nobody has to the people of its team, in every team with a rule: new conversations, woken ones, and the
 * backlog as soon as somebody is there again or has fewer than the cap. Any number of workers may do it at once.
 * Resolves with true when there may be more.
 */
export async function fillTeams(): Promise<boolean> {
  const teams = await db.execute<Team>(sql`
    select t.id, t.assignment_mode as mode, t.assignment_cap as cap from teams t
    where t.assignment_mode <> 'off' order by t.id`);
  let again = false;
  for (const team of teams.rows) {
    let given = 0;
    while (given < mostAtOnce && (await giveOne(team))) given += 1;
    again ||= given === mostAtOnce;
  }
  return again;
}

/** False when there is nothing to give, or nobody to give it to. */
async function giveOne(team: Team): Promise<boolean> {
  // Without this look every commit of the house would lock the team's people.
  if ((await topOf(db, team, null)) === null) return false;
  try {
    return await transact((tx) => give(tx, team));
  } catch (error) {
    // Somebody took it by hand between our look and our lock: then the next one is looked at.
    if (error instanceof AppError && (error.code === "conflict" || error.code === "not_found")) return true;
    throw error;
  }
}

async function give(tx: Tx, team: Team): Promise<boolean> {
  // Whoever assigns by rule holds the same people, so that nobody counts what another is about to give.
  const people = await tx.execute<{ id: string; hours: Schedule[] }>(sql`
    select a.id, ${dutyHours} as hours from agents a
    where a.id in (select m.agent_id from team_members m where m.team_id = ${team.id}) and ${isStaff} and not ${isAway}
    order by a.id for no key update of a`);
  const now = new Date();
  const ids = people.rows.filter((one) => isOnDuty(one.hours, now)).map((one) => one.id);
  if (ids.length === 0) return false;
  const loads = await tx.execute<{ id: string; open: number; lastAt: string | null }>(sql`
    select m.agent_id as id, m.last_assigned_at as "lastAt",
      (select count(*)::int from queue q where q.assignee_id = m.agent_id and q.status = 'open') as open
    from team_members m where m.team_id = ${team.id} and m.agent_id = any(${`{${ids.join(",")}}`}::uuid[])`);
  const able = loads.rows.filter((one) => team.cap === null || one.open < team.cap);
  if (able.length === 0) return false;
  const top = await topOf(
    tx,
    team,
    able.map((one) => one.id),
  );
  if (top === null) return false;
  const order = team.mode === "round_robin" ? byTurn : byLoad;
  const chosen = able.filter((one) => top.agentIds === null || top.agentIds.includes(one.id)).sort(order)[0];
  if (!chosen) return false;
  await changeConversation(tx, rule, {
    id: top.id,
    type: "conversation.assigned",
    only: sql`c.assignee_id is null and c.status = 'open' and c.team_id = ${team.id}`,
    set: sql`assignee_id = ${chosen.id}`,
  });
  await tx.execute(sql`
    update team_members set last_assigned_at = clock_timestamp() where team_id = ${team.id} and agent_id = ${chosen.id}`);
  return true;
}

type Load = { id: string; open: number; lastAt: string | null };

function byTurn(a: Load, b: Load): number {
  return turn(a) - turn(b) || (a.id < b.id ? -1 : 1);
}

function byLoad(a: Load, b: Load): number {
  return a.open - b.open || byTurn(a, b);
}

function turn({ lastAt }: Load): number {
  return lastAt === null ? 0 : Date.parse(lastAt);
}

/**
 * The most urgent conversation of a team that nobody has; of the restricted ones only those that somebody of `among`
 * may see. What a person has put back stays there until it is opened anew: people have the last word.
 */
async function topOf(
  on: Tx | typeof db,
  team: Team,
  among: string[] | null,
): Promise<{ id: string; agentIds: string[] | null } | null> {
  const named = sql`exists (select 1 from conversation_access x where x.conversation_id = q.conversation_id
    and x.agent_id = any(${`{${(among ?? []).join(",")}}`}::uuid[]))`;
  const found = await on.execute<{ id: string; agentIds: string[] | null }>(sql`
    select q.conversation_id as id, case when q.is_restricted then array(
        select x.agent_id::text from conversation_access x where x.conversation_id = q.conversation_id) end as "agentIds"
    from queue q
    where q.status = 'open' and q.assignee_id is null and q.team_id = ${team.id} and ${among === null ? sql`true` : sql`(not q.is_restricted or ${named})`}
      and not exists (
        select 1 from events e where e.conversation_id = q.conversation_id and e.actor_kind = 'agent'
          and e.after -> 'assignee_id' = 'null'::jsonb and not e.after ? 'team_id'
          and not exists (select 1 from events later where later.conversation_id = e.conversation_id and later.id > e.id
            and (later.type in ('conversation.reopened', 'conversation.given_back') or later.after ? 'assignee_id' or later.after ? 'team_id')))
    order by q.lane, q.rank, q.since_at, q.conversation_id limit 1`);
  return found.rows[0] ?? null;
}

import type { Tx } from "@/db/client";
import { agents } from "@/db/schema/agents";
import { teamMembers, teams } from "@/db/schema/teams";
import { newId } from "@/lib/id";
import { mapValues } from "./entries";
import * as staff from "./people";
import type { Places } from "./rows";

export type People = Pick<Places, "agents" | "teams">;

/** Five people in three teams. Nobody has a password: the demo's sign-in offers them in one click. */
export async function seedPeople(tx: Tx): Promise<People> {
  const teamRows = Object.entries(staff.teams).map(([key, name]) => ({
    id: newId(),
    name,
    isLegal: key === "legal",
    isSample: true,
  }));
  await tx.insert(teams).values(teamRows).onConflictDoNothing();
  const agentRows = Object.values(staff.people).map(({ teams: _, ...person }) => ({
    ...person,
    id: newId(),
    isSample: true,
  }));
  await tx.insert(agents).values(agentRows).onConflictDoNothing();
  // Read back: an installation that had its own people before may share a name or an address with ours.
  const teamIds = new Map((await tx.select().from(teams)).map((team) => [team.name, team.id]));
  const agentIds = new Map((await tx.select().from(agents)).map((agent) => [agent.email, agent.id]));
  const found: People = {
    teams: mapValues(staff.teams, (name) => teamIds.get(name)!),
    agents: mapValues(staff.people, (person) => agentIds.get(person.email)!),
  };
  const members = Object.values(staff.people).flatMap((person) =>
    person.teams.map((team) => ({ agentId: agentIds.get(person.email)!, teamId: found.teams[team] })),
  );
  await tx.insert(teamMembers).values(members).onConflictDoNothing();
  return found;
}

import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { roles } from "@/db/enums";
import { can, seesAll } from "@/lib/access";
import { listInvitations } from "@/lib/agents/invite";
import { listAgents } from "@/lib/agents/list-agents";
import { listSchedules } from "@/lib/schedules/list-schedules";
import { listTeams } from "@/lib/teams/list-teams";
import { Invite } from "./invite";
import { PersonLine } from "./person-line";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.people") };
}

/** Everybody on the staff, their roles, and who is still to come. */
export default async function TeamPage() {
  const actor = await requireActor("/settings/people");
  const t = translator(await locale(actor.language), "settings.people");
  const mayInvite = can(actor, "agent.invite");
  const mayEdit = can(actor, "agent.edit");
  const [people, teams, invitations, schedules] = await Promise.all([
    listAgents(actor),
    listTeams(actor),
    mayInvite ? listInvitations(actor) : [],
    mayEdit ? listSchedules(actor) : [],
  ]);
  const here = people.filter((person) => person.deactivatedAt === null);
  const gone = people.filter((person) => person.deactivatedAt !== null);
  return (
    <>
      <PageHead title={t("title")} text={t("text", { count: here.length })} />
      <ul className="divide-y divide-line rounded-card border border-line">
        {[...here, ...gone].map((person) => (
          <li key={person.id}>
            <PersonLine
              person={person}
              teams={teams}
              schedules={schedules}
              offered={roles.slice(roles.indexOf(actor.role))}
              mayEdit={
                mayEdit && person.id !== actor.id && (person.role !== "owner" || can(actor, "owner.edit"))
              }
            />
          </li>
        ))}
      </ul>
      {mayInvite ? (
        <Invite
          teams={seesAll(actor) ? teams : teams.filter(({ id }) => actor.teamIds.includes(id))}
          mayChooseNone={seesAll(actor)}
          open={invitations}
          myRole={actor.role}
        />
      ) : null}
    </>
  );
}

import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { AssignmentFields } from "@/app/(desk)/settings/teams/assignment-fields";
import { TeamForm } from "@/app/(desk)/settings/teams/team-form";
import { seesAll } from "@/lib/access";
import { listAgents } from "@/lib/agents/list-agents";
import { readAssignment } from "@/lib/assignment/settings";
import { listBrands } from "@/lib/brands/list-brands";
import { listTeams } from "@/lib/teams/list-teams";

export default async function TeamPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/settings/teams/${id}`);
  const [teams, people, brands] = await Promise.all([listTeams(actor), listAgents(actor), listBrands(actor)]);
  const assignment = teams.some((one) => one.id === id) ? await readAssignment(actor, { teamId: id }) : null;
  const team = teams.find((one) => one.id === id);
  if (!team) notFound();
  return (
    <>
      <PageHead title={team.name} />
      <TeamForm
        team={team}
        people={people.filter(({ deactivatedAt }) => deactivatedAt === null)}
        brands={brands}
        grantsBrands={seesAll(actor)}
      />
      {assignment ? (
        <AssignmentFields
          teamId={team.id}
          settings={assignment}
          brands={brands.filter((brand) => team.brandIds.includes(brand.id))}
        />
      ) : null}
    </>
  );
}

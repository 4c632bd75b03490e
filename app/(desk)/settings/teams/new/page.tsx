import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { TeamForm } from "@/app/(desk)/settings/teams/team-form";
import { seesAll } from "@/lib/access";
import { listAgents } from "@/lib/agents/list-agents";
import { listBrands } from "@/lib/brands/list-brands";

export default async function NewTeamPage() {
  const actor = await requireActor("/settings/teams/new");
  const t = translator(await locale(actor.language), "settings.teams");
  const [people, brands] = await Promise.all([listAgents(actor), listBrands(actor)]);
  return (
    <>
      <PageHead title={t("add")} text={t("text")} />
      <TeamForm
        team={null}
        people={people.filter(({ deactivatedAt }) => deactivatedAt === null)}
        brands={brands}
        grantsBrands={seesAll(actor)}
      />
    </>
  );
}

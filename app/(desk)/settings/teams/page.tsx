import { Users } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can, seesAll } from "@/lib/access";
import { listAgents } from "@/lib/agents/list-agents";
import { listBrands } from "@/lib/brands/list-brands";
import { listTeams } from "@/lib/teams/list-teams";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.teams") };
}

/** Who works together, and whose customers they see. */
export default async function TeamsPage() {
  const actor = await requireActor("/settings/teams");
  const t = translator(await locale(actor.language), "settings.teams");
  const [teams, people, brands] = await Promise.all([listTeams(actor), listAgents(actor), listBrands(actor)]);
  const here = people.filter(({ deactivatedAt }) => deactivatedAt === null);
  const add = can(actor, "team.edit") ? (
    <Go href="/settings/teams/new" className={buttonClass("accent")}>
      {t("add")}
    </Go>
  ) : null;
  return (
    <>
      <PageHead title={t("title")} text={t("text")} action={add} />
      {teams.length === 0 ? (
        <EmptyState icon={Users} title={t("empty.title")} actions={add}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {teams.map((team) => {
            const mayEdit = can(actor, "team.edit") && (seesAll(actor) || actor.teamIds.includes(team.id));
            const names = here.filter(({ id }) => team.agentIds.includes(id)).map(({ name }) => name);
            const looksAfter = brands.filter(({ id }) => team.brandIds.includes(id)).map(({ name }) => name);
            return (
              <li key={team.id} className="flex flex-col gap-0.5 px-4 py-3">
                {mayEdit ? (
                  <Go href={`/settings/teams/${team.id}`} className="font-medium hover:underline">
                    {team.name}
                  </Go>
                ) : (
                  <span className="font-medium">{team.name}</span>
                )}
                <span className="text-ink-2 type-meta">
                  {names.length > 0 ? names.join(", ") : t("nobody")}
                </span>
                {looksAfter.length > 0 ? (
                  <span className="text-ink-3 type-meta">
                    {t("looksAfter", { brands: looksAfter.join(", ") })}
                  </span>
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

import { Clock } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listSchedules } from "@/lib/schedules/list-schedules";
import { listTeams } from "@/lib/teams/list-teams";
import { HoursSummary } from "./summary";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.schedules") };
}

/** When somebody is there: what waiting times and targets are counted in. */
export default async function SchedulesPage() {
  const actor = await requireActor("/settings/schedules");
  const t = translator(await locale(actor.language), "settings.schedules");
  const [schedules, brands, teams] = await Promise.all([
    listSchedules(actor),
    listBrands(actor),
    listTeams(actor),
  ]);
  const mayEdit = can(actor, "schedule.edit");
  const add = mayEdit ? (
    <Go href="/settings/schedules/new" className={buttonClass("accent")}>
      {t("add")}
    </Go>
  ) : null;
  return (
    <>
      <PageHead title={t("title")} text={t("text")} action={add} />
      {schedules.length === 0 ? (
        <EmptyState icon={Clock} title={t("empty.title")} actions={add}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {schedules.map((schedule) => {
            const users = [
              ...brands.filter(({ id }) => schedule.brandIds.includes(id)).map(({ name }) => name),
              ...teams
                .filter(({ id }) => schedule.teamIds.includes(id))
                .map(({ name }) => t("ofTeam", { name })),
            ];
            return (
              <li key={schedule.id} className="flex flex-col gap-0.5 px-4 py-3">
                {mayEdit ? (
                  <Go href={`/settings/schedules/${schedule.id}`} className="font-medium hover:underline">
                    {schedule.name}
                  </Go>
                ) : (
                  <span className="font-medium">{schedule.name}</span>
                )}
                <span className="text-ink-2 type-meta">
                  <HoursSummary hours={schedule.hours} />
                </span>
                <span className="text-ink-3 type-meta">
                  {users.length > 0 ? t("usedBy", { brands: users.join(", ") }) : t("unused")}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

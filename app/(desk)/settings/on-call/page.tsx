import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listAgents } from "@/lib/agents/list-agents";
import { listOnCall } from "@/lib/assignment/on-call";
import { listTeams } from "@/lib/teams/list-teams";
import { OnCallList } from "./on-call-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.on-call") };
}

/** Who is told outside the hours, from when to when, and of what. */
export default async function OnCallPage() {
  const actor = await requireActor("/settings/on-call");
  const t = translator(await locale(actor.language), "settings.on-call");
  const [entries, people, teams] = await Promise.all([
    listOnCall(actor),
    listAgents(actor),
    listTeams(actor),
  ]);
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <OnCallList
        entries={entries}
        people={people.filter((one) => one.deactivatedAt === null && one.role !== "observer")}
        teams={teams}
        mayEdit={can(actor, "team.edit")}
        drawnAt={Date.now()}
      />
    </>
  );
}

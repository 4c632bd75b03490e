import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { ScheduleForm } from "@/app/(desk)/settings/schedules/schedule-form";
import { ScheduleUses } from "@/app/(desk)/settings/schedules/uses";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listSchedules } from "@/lib/schedules/list-schedules";
import { listTeams } from "@/lib/teams/list-teams";

export default async function SchedulePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/settings/schedules/${id}`);
  const [schedules, brands, teams] = await Promise.all([
    listSchedules(actor),
    listBrands(actor),
    listTeams(actor),
  ]);
  const schedule = schedules.find((one) => one.id === id);
  if (!schedule) notFound();
  return (
    <>
      <PageHead title={schedule.name} />
      <ScheduleForm
        key={schedule.versions[0]?.validFrom}
        schedule={schedule}
        zone={schedule.hours.zone}
        // One that no list names, such as Etc/GMT+2, is a zone all the same: saving must not change it.
        zones={[...new Set([schedule.hours.zone, ...Intl.supportedValuesOf("timeZone")])].sort()}
      />
      {can(actor, "schedule.edit") ? (
        <ScheduleUses
          key={[...schedule.brandIds, ...schedule.teamIds].join()}
          schedule={schedule}
          brands={brands}
          teams={teams}
        />
      ) : null}
    </>
  );
}

import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { ScheduleForm } from "@/app/(desk)/settings/schedules/schedule-form";
import { listSchedules } from "@/lib/schedules/list-schedules";

export default async function SchedulePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/settings/schedules/${id}`);
  const schedule = (await listSchedules(actor)).find((one) => one.id === id);
  if (!schedule) notFound();
  return (
    <>
      <PageHead title={schedule.name} />
      <ScheduleForm
        key={schedule.versions[0]?.validFrom}
        schedule={schedule}
        zone={schedule.hours.zone}
        zones={Intl.supportedValuesOf("timeZone")}
      />
    </>
  );
}

import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { ScheduleForm } from "@/app/(desk)/settings/schedules/schedule-form";
import { readOrganisation } from "@/lib/organisation/organisation";

export default async function NewSchedulePage() {
  const actor = await requireActor("/settings/schedules/new");
  const t = translator(await locale(actor.language), "settings.schedules");
  const { zone } = await readOrganisation(actor);
  return (
    <>
      <PageHead title={t("add")} text={t("text")} />
      <ScheduleForm schedule={null} zone={zone} zones={Intl.supportedValuesOf("timeZone")} />
    </>
  );
}

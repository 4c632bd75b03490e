import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { BrandForm } from "@/app/(desk)/settings/brands/brand-form";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { listSchedules } from "@/lib/schedules/list-schedules";

export default async function NewBrandPage() {
  const actor = await requireActor("/settings/brands/new");
  const t = translator(await locale(actor.language), "settings.brands");
  return (
    <>
      <PageHead title={t("add")} text={t("text")} />
      <BrandForm brand={null} schedules={await listSchedules(actor)} />
    </>
  );
}

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { readOrganisation } from "@/lib/organisation/organisation";
import { OrganisationForm } from "./organisation-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.organisation") };
}

export default async function OrganisationPage() {
  const actor = await requireActor("/settings/organisation");
  if (!can(actor, "organisation.edit")) notFound();
  const t = translator(await locale(actor.language), "settings.organisation");
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <OrganisationForm
        organisation={await readOrganisation(actor)}
        zones={Intl.supportedValuesOf("timeZone")}
      />
    </>
  );
}

import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can, seesAll } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listChannels } from "@/lib/channels/list-channels";
import { listTargets } from "@/lib/targets/list-targets";
import { TargetForm } from "./target-form";
import { TargetLines } from "./target-lines";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.targets") };
}

/** What we promise ourselves, and what we promised before. */
export default async function TargetsPage() {
  const actor = await requireActor("/settings/targets");
  const t = translator(await locale(actor.language), "settings.targets");
  const [targets, brands, channels] = await Promise.all([
    listTargets(actor),
    listBrands(actor),
    listChannels(actor),
  ]);
  const mayEdit = can(actor, "target.edit");
  return (
    <>
      <PageHead title={t("title")} text={t("text")} />
      <div className="flex flex-col gap-6">
        <p className="max-w-160 text-ink-2">{t("rule")}</p>
        {mayEdit ? <TargetForm brands={brands} channels={channels} forAll={seesAll(actor)} /> : null}
        <TargetLines targets={targets} mayEdit={mayEdit} />
      </div>
    </>
  );
}

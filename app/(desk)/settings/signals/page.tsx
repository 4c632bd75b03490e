import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listSignalRules } from "@/lib/signals/list-rules";
import { listSources } from "@/lib/signals/sources/manage";
import { BrandPick } from "./brand-pick";
import { Cap } from "./cap";
import { RuleForm } from "./rule-form";
import { Sources } from "./sources";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "signals.rulesPage")("title") };
}

/** What opens a conversation although nobody wrote, and who may tell signs. */
export default async function SignalSettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ brand?: string | string[] }>;
}) {
  const actor = await requireActor("/settings/signals");
  if (!can(actor, "signal.edit")) notFound();
  const language = await locale(actor.language);
  const t = translator(language, "signals.rulesPage");
  const [brands, sources, asked] = await Promise.all([listBrands(actor), listSources(actor), searchParams]);
  const brand = brands.find(({ id }) => id === asked.brand) ?? brands[0];
  if (!brand) return <PageHead title={t("title")} text={t("text")} />;
  const set = await listSignalRules(actor, { brandId: brand.id });
  const names = brands.map(({ id, name }) => ({ id, name }));
  return (
    <MoreWords messages={pick(language, ["signals"])}>
      <PageHead title={t("title")} text={t("text")} />
      <div className="flex flex-col gap-6">
        {names.length > 1 ? <BrandPick brands={names} brandId={brand.id} /> : null}
        <Cap perDay={set.perDay} today={set.today} />
        {set.houseGapDays === null ? null : (
          <p className="text-ink-2">{t("gap", { days: Math.round(set.houseGapDays) })}</p>
        )}
        <ul className="flex flex-col gap-3">
          {set.rules.map((rule) => (
            <RuleForm key={`${brand.id} ${rule.kind}`} brandId={brand.id} rule={rule} />
          ))}
        </ul>
        <p className="text-ink-3 type-meta">{t("calibrated")}</p>
        <Sources sources={sources} brands={names} />
      </div>
    </MoreWords>
  );
}

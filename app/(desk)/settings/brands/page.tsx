import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { buttonClass } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listSchedules } from "@/lib/schedules/list-schedules";
import { BrandSquare } from "./brand-square";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("pages.brands") };
}

/** In whose name is answered. */
export default async function BrandsPage() {
  const actor = await requireActor("/settings/brands");
  const language = await locale(actor.language);
  const t = translator(language, "settings.brands");
  const ui = translator(language, "ui");
  const [brands, schedules] = await Promise.all([listBrands(actor), listSchedules(actor)]);
  const mayEdit = can(actor, "brand.edit");
  return (
    <>
      <PageHead
        title={t("title")}
        text={t("text")}
        action={
          mayEdit ? (
            <Go href="/settings/brands/new" className={buttonClass("accent")}>
              {t("add")}
            </Go>
          ) : null
        }
      />
      <ul className="divide-y divide-line rounded-card border border-line">
        {brands.map((brand) => {
          const hours = schedules.find(({ id }) => id === brand.scheduleId)?.name ?? t("alwaysOpen");
          return (
            <li key={brand.id} className="flex items-center gap-3 px-4 py-3">
              <BrandSquare brand={brand} />
              <div className="min-w-0 flex-1">
                {mayEdit ? (
                  <Go
                    href={`/settings/brands/${brand.id}`}
                    className="block truncate font-medium hover:underline"
                  >
                    {brand.name}
                  </Go>
                ) : (
                  <span className="block truncate font-medium">{brand.name}</span>
                )}
                <span className="block truncate text-ink-2 type-meta">
                  {[ui(`language.${brand.language}`), hours].join(" · ")}
                </span>
              </div>
              {brand.isSample ? <span className="text-ink-3 type-meta">{t("sample")}</span> : null}
            </li>
          );
        })}
      </ul>
    </>
  );
}

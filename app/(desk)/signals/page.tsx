import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { Imports } from "./imports";
import { Latest } from "./latest";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "signals")("title") };
}

/** The latest signs, and files that bring many. */
export default async function SignalsPage() {
  const actor = await requireActor("/signals");
  const t = translator(await locale(actor.language), "signals");
  const brands = can(actor, "customer.import") ? await listBrands(actor) : [];
  return (
    <>
      <header className="flex flex-wrap items-start justify-between gap-3">
        <div className="flex flex-col gap-1">
          <h1 className="type-title">{t("title")}</h1>
          <p className="text-ink-2">{t("text")}</p>
        </div>
        {can(actor, "signal.edit") ? (
          <Go href="/settings/signals" className="font-medium text-accent underline-offset-4 hover:underline">
            {t("rules")}
          </Go>
        ) : null}
      </header>
      {brands.length > 0 ? (
        <Imports what="signals" brands={brands.map(({ id, name }) => ({ id, name }))} />
      ) : null}
      <Latest />
    </>
  );
}

import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { listMacros } from "@/lib/macros/list";
import { MacroList, NewMacro } from "./macro-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "settings")("macros.title") };
}

/** Answers with what is done besides, in one key. */
export default async function MacrosPage() {
  const actor = await requireActor("/settings/macros");
  const t = translator(await locale(actor.language), "settings.macros");
  const [macros, brands] = await Promise.all([listMacros(actor), listBrands(actor)]);
  const named = brands.map(({ id, name }) => ({ id, name }));
  const mayEdit = can(actor, "saved_reply.edit");
  return (
    <>
      <PageHead
        title={t("title")}
        text={t("text")}
        action={mayEdit ? <NewMacro brands={named} /> : undefined}
      />
      <MacroList macros={macros} brands={named} mayEdit={mayEdit} />
    </>
  );
}

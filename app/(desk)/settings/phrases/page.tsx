import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { PageHead } from "@/app/(desk)/settings/page-head";
import { type Language, languages } from "@/db/enums";
import { can } from "@/lib/access";
import { listPhrases, listShippedPhrases } from "@/lib/cues/list-phrases";
import { NewPhrase, OwnPhrases } from "./own-phrases";
import { ShippedPhrases } from "./shipped-phrases";
import { LanguageTabs } from "./tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "cues")("phrases.title") };
}

/** What the product hears in messages: the house's own phrases, and what ships. */
export default async function PhrasesPage({
  searchParams,
}: {
  searchParams: Promise<{ language?: string | string[] }>;
}) {
  const actor = await requireActor("/settings/phrases");
  if (!can(actor, "cue.edit")) notFound();
  const reader = await locale(actor.language);
  const asked = (await searchParams).language;
  const language: Language = languages.find((known) => known === asked) ?? reader;
  const t = translator(reader, "cues.phrases");
  const [own, shipped] = await Promise.all([
    listPhrases(actor, { language }),
    listShippedPhrases(actor, { language, family: null, search: "", isOff: null }),
  ]);
  return (
    <MoreWords messages={pick(reader, ["cues"])}>
      <PageHead title={t("title")} text={t("text")} action={<NewPhrase language={language} />} />
      <LanguageTabs language={language} />
      <OwnPhrases language={language} phrases={own.items} />
      <ShippedPhrases key={language} language={language} first={shipped} />
    </MoreWords>
  );
}

import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { BackToQueue } from "@/app/(desk)/back-to-queue";
import { PromiseList } from "./promise-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "promises")("heading") };
}

/** Everything that was promised, by date. */
export default async function PromisesPage() {
  const actor = await requireActor("/promises");
  const language = await locale(actor.language);
  const t = translator(language, "promises");
  return (
    <main className="scrolls min-w-0 flex-1 bg-canvas">
      <div className="mx-auto flex max-w-190 flex-col gap-4 px-6 pt-5 pb-12 max-desk:px-4 max-desk:pt-2">
        <BackToQueue label={translator(language, "desk")("views.queue")} />
        <header className="flex flex-col gap-1">
          <h1 className="type-title">{t("heading")}</h1>
          <p className="text-ink-2">{t("about")}</p>
        </header>
        <PromiseList />
      </div>
    </main>
  );
}

import type { ReactNode } from "react";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { BackToQueue } from "@/app/(desk)/back-to-queue";

/** What customers do without words, and files of it. */
export default async function SignalsLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor("/signals");
  const language = await locale(actor.language);
  return (
    <MoreWords messages={pick(language, ["signals", "errors.imports"])}>
      <main className="scrolls min-w-0 flex-1 bg-canvas">
        <div className="mx-auto flex max-w-240 flex-col gap-6 px-6 pt-5 pb-12 max-desk:px-4 max-desk:pt-2">
          <BackToQueue label={translator(language, "desk")("views.queue")} />
          {children}
        </div>
      </main>
    </MoreWords>
  );
}

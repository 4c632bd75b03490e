import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { AppError } from "@/lib/errors";
import { type LeakStory, readLeak } from "@/lib/leaks/read-leak";
import { Story } from "./story";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "leaks")("title") };
}

/** How somebody went public after telling us, to be read, printed and learned from. */
export default async function LeakPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await requireActor(`/leaks/${id}`);
  if (!/^[0-9a-f-]{36}$/.test(id)) notFound();
  const story = await readLeak(actor, { leakId: id }).catch(orNone);
  if (story === null) notFound();
  const language = await locale(actor.language);
  return (
    <MoreWords messages={pick(language, ["leaks", "reports"])}>
      <main className="scrolls min-w-0 flex-1 bg-canvas print:overflow-visible print:bg-surface">
        <div className="mx-auto max-w-190 px-6 py-6 max-desk:px-4 print:max-w-none print:p-0">
          <Story story={story} />
        </div>
      </main>
    </MoreWords>
  );
}

function orNone(error: unknown): LeakStory | null {
  if (error instanceof AppError && (error.code === "not_found" || error.code === "forbidden")) return null;
  throw error;
}

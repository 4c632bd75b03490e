import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import { type Params, reportFilter } from "@/app/(desk)/reports/report-filter";
import { listQueue } from "@/lib/conversations/list-queue";
import { readDesk } from "@/lib/desk/read-desk";
import { readNow } from "@/lib/reports/read-now";
import { NowDesk } from "./now-desk";
import { dueSoon, filterOf, overdue } from "./queue-href";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.now") };
}

/** What lies on the desk at this moment, who has it and who is there; it moves by itself. */
export default async function NowPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/now");
  const { brandId } = reportFilter(await searchParams);
  const { brands } = await readDesk(actor);
  const brand = brands.find(({ id }) => id === brandId) ?? null;
  const list = (words: string) =>
    listQueue(actor, { view: "queue", sort: "left", q: filterOf(words, brand), cursor: null, limit: 100 });
  const [now, late, soon] = await Promise.all([
    readNow(actor, { brandId: brand?.id ?? null }),
    list(overdue),
    list(dueSoon),
  ]);
  const language = await locale(actor.language);
  return (
    <MoreWords messages={pick(language, ["reportNow"])}>
      <NowDesk first={now} late={late} soon={soon} brand={brand} />
    </MoreWords>
  );
}

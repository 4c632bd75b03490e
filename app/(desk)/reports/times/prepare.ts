import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { type Params, reportFilter, sliceOf } from "@/app/(desk)/reports/report-filter";
import { reportWords } from "@/app/(desk)/reports/say";
import { houseDay } from "@/lib/reports/house-day";
import { timesView } from "./times-filter";

/** What a page of times begins with: who asks, for which days and how, and the words to say it in. */
export async function prepareTimes(path: string, searchParams: Promise<Params>) {
  const actor = await requireActor(path);
  const params = await searchParams;
  const filter = reportFilter(params);
  const { today, zone } = await houseDay();
  const slice = sliceOf(filter, today);
  const language = await locale(actor.language);
  const words = reportWords(language, filter.clock, zone);
  return { actor, filter, slice, view: timesView(params, slice), language, words };
}

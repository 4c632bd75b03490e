import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { ReportHead } from "@/app/(desk)/reports/report-head";
import en from "@/messages/en.json";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.definitions") };
}

/** Every figure of the reports in words. */
export default async function DefinitionsPage() {
  const actor = await requireActor("/reports/definitions");
  const language = await locale(actor.language);
  const t = translator(language, "metrics");
  const words = translator(language, "reports.definitions");
  return (
    <>
      <ReportHead title={words("title")} text={words("text")} />
      <dl className="grid max-w-240 gap-x-10 gap-y-5 wide:grid-cols-2">
        {Object.keys(en.metrics).map((key) => (
          <div
            key={key}
            id={key}
            className="scroll-mt-4 rounded-row target:bg-accent-soft print:break-inside-avoid"
          >
            <dt className="font-semibold">{t(`${key}.name`)}</dt>
            <dd className="max-w-[68ch] text-ink-2">{t(`${key}.text`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { Card } from "@/app/(desk)/reports/card";
import type { ReportWords } from "@/app/(desk)/reports/say";
import { type Language, surveyRefusals } from "@/db/enums";
import type { readAnswers, SatisfactionFigure } from "@/lib/satisfaction/report";

/** The conversations behind a figure; without one, what customers wrote. */
export function AnswerList({
  figure,
  answers,
  words,
  language,
  more,
}: {
  figure: SatisfactionFigure;
  answers: Awaited<ReturnType<typeof readAnswers>>;
  words: ReportWords;
  language: Language;
  more: string | null;
}) {
  const t = translator(language, "satisfaction.report");
  const short = translator(language, "satisfaction.short");
  const isRefusal = surveyRefusals.some((one) => one === figure);
  const title = isRefusal ? t("figures.refused", { why: t(`refusals.${figure}`) }) : t(`figures.${figure}`);
  return (
    <div id="behind" className="scroll-mt-4">
      <Card title={title}>
        {answers.rows.length === 0 ? (
          <p className="text-ink-2">{t(figure === "words" ? "noWords" : "nobody")}</p>
        ) : (
          <ul className="divide-y divide-line">
            {answers.rows.map((row) => (
              <li key={row.id} className="flex flex-col gap-0.5 py-2.5">
                {row.comment ? (
                  <p className="max-w-170 break-words">{t("quote", { words: row.comment })}</p>
                ) : null}
                <p className="text-ink-2 type-meta">
                  {row.verdict ? `${short(row.verdict)} · ` : ""}
                  <Go
                    href={`/queue?c=${row.number}`}
                    className="underline decoration-dotted underline-offset-4 hover:text-ink"
                  >
                    #{row.number}
                  </Go>
                  {` · ${words.moment(row.at)}`}
                  {row.channelName ? ` · ${row.channelName}` : ""}
                </p>
              </li>
            ))}
          </ul>
        )}
        {more ? (
          <Go href={more} className="font-medium text-accent hover:underline print:hidden">
            {t("more")}
          </Go>
        ) : null}
      </Card>
    </div>
  );
}

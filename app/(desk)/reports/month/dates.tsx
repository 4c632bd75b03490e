import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Language } from "@/db/enums";
import type { MarkedDate } from "@/lib/reports/marked-dates";
import { Part } from "./part";

/** What happened in the month and may explain a figure. */
export function Dates({
  marks,
  words,
  language,
  mayMark,
}: {
  marks: MarkedDate[];
  words: ReportWords;
  language: Language;
  mayMark: boolean;
}) {
  const t = translator(language, "satisfaction.month");
  const kinds = translator(language, "satisfaction.dates");
  return (
    <Part
      title={t("dates")}
      aside={
        mayMark ? (
          <Go href="/settings/marked-dates" className="font-medium text-accent hover:underline print:hidden">
            {t("mark")}
          </Go>
        ) : null
      }
    >
      {marks.length === 0 ? (
        <p className="text-ink-2">{t("noDates")}</p>
      ) : (
        <ul className="flex flex-col gap-1">
          {marks.map((mark) => (
            <li key={mark.id} className="flex justify-between gap-3">
              <span>{mark.title}</span>
              <span className="whitespace-nowrap text-ink-2">
                {mark.firstDay === mark.lastDay
                  ? words.day(mark.firstDay)
                  : kinds("range", { from: words.day(mark.firstDay), to: words.day(mark.lastDay) })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

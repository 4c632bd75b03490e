import { translator } from "@/app/_server/words";
import { Card } from "@/app/(desk)/reports/card";
import { Bars } from "@/app/(desk)/reports/charts/bars";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Language } from "@/db/enums";
import type { SatisfactionReport } from "@/lib/satisfaction/report";

/** Who was not asked, by the first reason that held: a share of the asked alone would hide whom we spared ourselves. */
export function NotAsked({
  refused,
  asked,
  words,
  language,
  hrefOf,
}: {
  refused: SatisfactionReport["refused"];
  asked: number;
  words: ReportWords;
  language: Language;
  hrefOf(figure: string): string;
}) {
  const t = translator(language, "satisfaction.report");
  const all = refused.reduce((sum, { n }) => sum + n, 0);
  return (
    <Card
      title={t("notAsked")}
      aside={
        <span className="text-ink-2">
          {t("notAskedOf", { n: words.number(all), all: words.number(all + asked) })}
        </span>
      }
    >
      {refused.length === 0 ? (
        <p className="text-ink-2">{t("allAsked")}</p>
      ) : (
        <Bars
          label={t("notAsked")}
          rows={refused.map(({ reason, n }) => ({
            name: t(`refusals.${reason}`),
            value: n,
            text: words.number(n),
            look: "solid",
            interval: null,
            href: hrefOf(reason),
          }))}
        />
      )}
    </Card>
  );
}

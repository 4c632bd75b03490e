import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { Card } from "@/app/(desk)/reports/card";
import { type ReportFilter, reportQuery } from "@/app/(desk)/reports/report-filter";
import type { ReportWords } from "@/app/(desk)/reports/say";
import type { Language } from "@/db/enums";
import type { SatisfactionRow } from "@/lib/satisfaction/report";
import { shareText } from "./share-text";

/** Satisfaction by channel, team or person: by name, never by how good it is. */
export function ShareTable({
  title,
  name,
  rows,
  words,
  language,
  filter,
  foot,
}: {
  title: string;
  name: "channel" | "team" | "agent";
  rows: SatisfactionRow[];
  words: ReportWords;
  language: Language;
  filter: ReportFilter;
  foot?: string;
}) {
  const t = translator(language, "satisfaction.report");
  const pages = translator(language, "reports");
  const only = (id: string | null) =>
    name === "channel" ? { channelId: id } : name === "team" ? { teamId: id } : { agentId: id };
  return (
    <Card title={title}>
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-line border-b text-ink-2 type-meta">
            <th scope="col" className="py-1.5 pr-3 font-medium">
              {t(`head.${name}`)}
            </th>
            <th scope="col" className="px-2 py-1.5 text-right font-medium">
              {t("satisfied")}
            </th>
            <th scope="col" className="py-1.5 pl-2 text-right font-medium">
              {t("answered")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const satisfied = shareText(pages, words, row.satisfied);
            const answered = shareText(pages, words, row.answered);
            return (
              <tr key={row.id ?? "none"} className="border-line border-b last:border-b-0">
                <th scope="row" className="py-2 pr-3 font-medium">
                  {row.name ?? t("without")}
                </th>
                <td className="px-2 py-2 text-right tabular-nums">
                  {satisfied.value}
                  <span className="block text-ink-2 type-meta">
                    {row.id === null || row.satisfied.n === 0 ? (
                      satisfied.of
                    ) : (
                      <Go
                        href={`/reports/satisfaction${reportQuery({ ...filter, ...only(row.id) }, { figure: "answered" })}#behind`}
                        className="underline decoration-dotted underline-offset-4 hover:text-ink"
                      >
                        {satisfied.of}
                      </Go>
                    )}
                  </span>
                </td>
                <td className="py-2 pl-2 text-right tabular-nums">
                  {answered.value}
                  <span className="block text-ink-2 type-meta">
                    {t("ofAsked", { n: words.number(row.answered.n), hits: words.number(row.answered.hits) })}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {foot ? <p className="text-ink-2 type-meta">{foot}</p> : null}
    </Card>
  );
}

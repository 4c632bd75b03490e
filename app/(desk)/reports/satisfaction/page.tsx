import { Download, MessageCircleHeart } from "lucide-react";
import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { EmptyState } from "@/app/_ui/empty-state";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Figure } from "@/app/(desk)/reports/figure";
import { type Params, reportFilter, reportQuery, sliceOf } from "@/app/(desk)/reports/report-filter";
import { ReportHead } from "@/app/(desk)/reports/report-head";
import { reportWords } from "@/app/(desk)/reports/say";
import { cursorOf } from "@/lib/cursor";
import { houseDay } from "@/lib/reports/house-day";
import { markedDates } from "@/lib/reports/marked-dates";
import type { Slice } from "@/lib/reports/slice";
import { addDays } from "@/lib/reports/steps";
import { readAnswers, readSatisfaction, satisfactionFigures } from "@/lib/satisfaction/report";
import { AnswerList } from "./answer-list";
import { Months } from "./months";
import { NotAsked } from "./not-asked";
import { ShareTable } from "./share-table";
import { shareText } from "./share-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.satisfaction") };
}

/** What customers said of how it went, how many said nothing, and who was not asked and why. */
export default async function SatisfactionReport({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/satisfaction");
  const params = await searchParams;
  const filter = reportFilter(params);
  const { today, zone } = await houseDay();
  const slice = sliceOf(filter, today);
  const figure = satisfactionFigures.find((one) => one === params.figure) ?? "words";
  const cursor = cursorOf(params.cursor, ["moment", "uuid"]);
  const [report, answers, marks] = await Promise.all([
    readSatisfaction(actor, { slice }),
    readAnswers(actor, { slice, figure, cursor }),
    markedDates(actor, { from: slice.from, to: addDays(slice.to, -1), brandId: slice.brandId }),
  ]);
  const language = await locale(actor.language);
  const t = translator(language, "satisfaction.report");
  const pages = translator(language, "reports");
  const words = reportWords(language, filter.clock, zone);
  const hrefOf = (name: string) => `/reports/satisfaction${reportQuery(filter, { figure: name })}#behind`;
  const { satisfied, answered, verdicts, refused } = report;
  const notAsked = refused.reduce((sum, { n }) => sum + n, 0);

  const head = (
    <ReportHead title={pages("pages.satisfaction")} text={t("text")}>
      <a
        href={`/api/v1/satisfaction.csv?${new URLSearchParams(queryOf(slice))}`}
        className="inline-flex h-7 items-center gap-1.5 rounded-control border border-line-strong bg-surface px-2.5 font-medium hover:bg-hover max-desk:h-11"
      >
        <Icon of={Download} size={15} />
        CSV
      </a>
    </ReportHead>
  );
  if (answered.n + notAsked === 0)
    return (
      <>
        {head}
        <EmptyState icon={MessageCircleHeart} title={t("empty")}>
          {t("emptyText")}{" "}
          <Go href="/settings/satisfaction" className="font-medium text-accent hover:underline">
            {t("toSettings")}
          </Go>
        </EmptyState>
      </>
    );
  return (
    <div className="flex flex-col gap-3">
      {head}
      <div className="grid gap-3 min-[44rem]:grid-cols-3 max-desk:grid-cols-2">
        <Figure
          title={t("satisfied")}
          definition="csat"
          value={shareText(pages, words, satisfied).value}
          of={shareText(pages, words, satisfied).of}
          href={satisfied.n > 0 ? hrefOf("answered") : null}
        />
        <Figure
          title={t("answered")}
          definition="response_rate"
          value={shareText(pages, words, answered).value}
          of={t("ofAsked", { n: words.number(answered.n), hits: words.number(answered.hits) })}
          href={answered.hits > 0 ? hrefOf("answered") : null}
        />
        <Figure
          title={t("unsatisfied")}
          definition="csat"
          value={words.number(verdicts.unsatisfied)}
          of={t("partlyToo", { n: verdicts.partly })}
          href={verdicts.partly > 0 ? hrefOf("partly") : null}
          valueHref={verdicts.unsatisfied > 0 ? hrefOf("unsatisfied") : null}
        />
      </div>
      <Months report={report} words={words} language={language} filter={filter} marks={marks} />
      <div className="grid gap-3 wide:grid-cols-2 [&>*]:min-w-0">
        <ShareTable
          title={t("byChannel")}
          name="channel"
          rows={report.channels}
          words={words}
          language={language}
          filter={filter}
        />
        <ShareTable
          title={t("byTeam")}
          name="team"
          rows={report.teams}
          words={words}
          language={language}
          filter={filter}
        />
        {report.people.rows.length + report.people.few > 0 ? (
          <ShareTable
            title={t("byPerson")}
            name="agent"
            rows={report.people.rows}
            words={words}
            language={language}
            filter={filter}
            foot={t("fewPeople", { n: report.people.few })}
          />
        ) : null}
        <NotAsked refused={refused} asked={answered.n} words={words} language={language} hrefOf={hrefOf} />
      </div>
      <AnswerList
        figure={figure}
        answers={answers}
        words={words}
        language={language}
        more={
          answers.next
            ? `/reports/satisfaction${reportQuery(filter, { figure, cursor: answers.next })}#behind`
            : null
        }
      />
    </div>
  );
}

function queryOf(slice: Slice): { [name: string]: string } {
  return Object.fromEntries(
    Object.entries(slice).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
}

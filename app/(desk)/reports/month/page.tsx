import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { pick, translator } from "@/app/_server/words";
import { MoreWords } from "@/app/_ui/words";
import type { Params } from "@/app/(desk)/reports/report-filter";
import { reportWords } from "@/app/(desk)/reports/say";
import { can } from "@/lib/access";
import { listBrands } from "@/lib/brands/list-brands";
import { houseDay } from "@/lib/reports/house-day";
import { markedDates } from "@/lib/reports/marked-dates";
import { monthDay, readMonthPage } from "@/lib/reports/month-page";
import { monthSlices, shiftMonth } from "@/lib/reports/month-slices";
import { monthWords, threeOf } from "@/lib/reports/month-words";
import { readBoard } from "@/lib/reports/read-board";
import { readReasons } from "@/lib/reports/read-reasons";
import { readTrend } from "@/lib/reports/read-trend";
import { addDays } from "@/lib/reports/steps";
import { BoardTable } from "./board-table";
import { Changed } from "./changed";
import { Dates } from "./dates";
import { monthTable } from "./month-table";
import { MonthTools } from "./month-tools";
import { Part } from "./part";
import { Reasons } from "./reasons";
import { Voices } from "./voices";
import { Year } from "./year";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.month") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * One page for the board, on one sheet of A4: the figures against the month before and the same one a year ago, the
 * course of that year, what customers wrote about, what happened, three of their voices, and what we changed. Dark only
 * on the screen.
 */
export default async function MonthPage({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/month");
  const params = await searchParams;
  const [{ today, zone }, brands] = await Promise.all([houseDay(), listBrands(actor)]);
  const given = monthDay.safeParse(`${params.month}-01`);
  const running = `${today.slice(0, 7)}-01`;
  const month = given.success && given.data <= running ? given.data : running;
  const asked = typeof params.brand === "string" && uuid.test(params.brand) ? params.brand : null;
  const only = brands.length === 1 ? (brands[0]?.id ?? null) : null;
  const brandId = brands.some(({ id }) => id === asked) ? asked : only;
  const slices = monthSlices({ month, today, brandId });
  const [now, before, yearAgo, reasons, reasonsBefore, reasonsYearAgo, year, marks, all, page] =
    await Promise.all([
      readBoard(actor, { slice: slices.month }),
      readBoard(actor, { slice: slices.before }),
      readBoard(actor, { slice: slices.yearAgo }),
      readReasons(actor, { slice: slices.month }),
      readReasons(actor, { slice: slices.before }),
      readReasons(actor, { slice: slices.yearAgo }),
      readTrend(actor, {
        measure: "first_response",
        slice: { ...slices.month, from: slices.yearAgo.from },
        step: "month",
      }),
      markedDates(actor, { from: month, to: addDays(shiftMonth(month, 1), -1), brandId }),
      monthWords(actor, { slice: slices.month }),
      readMonthPage(actor, { month, brandId }),
    ]);
  const language = await locale(actor.language);
  const t = translator(language, "satisfaction.month");
  const words = reportWords(language, "business", zone);
  const brand = brands.find(({ id }) => id === brandId);
  const mayWrite = can(actor, "report.edit") && page.isMine;

  return (
    <MoreWords messages={pick(language, ["satisfaction"])}>
      <style>{sheet}</style>
      <article className="flex flex-col gap-4 print:gap-2.5 print:text-[9.5pt] print:leading-[13pt]">
        <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div>
            <h2 className="type-title first-letter:uppercase">{words.longMonth(month)}</h2>
            <p className="text-ink-2">
              {brand?.name ?? t("allBrands")}
              {slices.isRunning ? `, ${t("soFar", { days: slices.days })}` : ""}
            </p>
          </div>
          <MonthTools
            month={month}
            running={running}
            brandId={brandId}
            brands={brands.map(({ id, name }) => ({ id, name }))}
            table={monthTable(
              { t, language },
              {
                names: [slices.month, slices.before, slices.yearAgo].map(({ from }) => words.longMonth(from)),
                boards: [now, before, yearAgo],
                reasons: [reasons, reasonsBefore, reasonsYearAgo],
              },
            )}
          />
        </header>
        <BoardTable
          slices={slices}
          now={now}
          before={before}
          yearAgo={yearAgo}
          words={words}
          language={language}
        />
        <Year
          months={year}
          slice={slices.month}
          isRunning={slices.isRunning}
          words={words}
          language={language}
        />
        <div className="grid gap-4 wide:grid-cols-2 print:grid-cols-2 print:gap-3 [&>*]:min-w-0">
          <Reasons
            now={reasons}
            before={reasonsBefore}
            slice={slices.month}
            words={words}
            language={language}
          />
          <div className="flex flex-col gap-4 print:gap-2.5">
            <Dates marks={marks} words={words} language={language} mayMark={mayWrite} />
            <Part title={t("voices")}>
              <Voices
                key={`${month} ${brandId} ${page.version === 0}`}
                all={all}
                shown={threeOf(all, page.picked).map(({ id }) => id)}
                isPicked={page.picked.length > 0}
                mayPick={mayWrite}
                month={month}
                brandId={brandId}
                version={page.version}
              />
            </Part>
          </div>
        </div>
        <Part title={t("changed")}>
          <Changed
            key={`${month} ${brandId}`}
            month={month}
            brandId={brandId}
            page={page}
            mayWrite={mayWrite}
          />
        </Part>
        <p className="text-ink-3 type-meta">{t("foot")}</p>
      </article>
    </MoreWords>
  );
}

/** Paper is white whatever the screen is. */
const sheet = `@media print { @page { size: A4; margin: 11mm } :root, :root[data-theme] { color-scheme: light } }`;

import type { Metadata } from "next";
import { requireActor } from "@/app/_server/actor";
import { locale } from "@/app/_server/locale";
import { translator } from "@/app/_server/words";
import { Go } from "@/app/_ui/go";
import { PromiseRows } from "@/app/(desk)/promises/promise-rows";
import { Definition } from "@/app/(desk)/reports/definition";
import { enough } from "@/app/(desk)/reports/enough";
import { Figure } from "@/app/(desk)/reports/figure";
import { ReportFilters } from "@/app/(desk)/reports/filters";
import { type ReportFilter, reportFilter, reportQuery } from "@/app/(desk)/reports/report-filter";
import { ReportHead } from "@/app/(desk)/reports/report-head";
import { scrollEdges } from "@/app/(desk)/reports/scroll-edges";
import type { Language } from "@/db/enums";
import { listCommitments } from "@/lib/commitments/list";
import { outcomes } from "@/lib/commitments/outcome";
import { type KeptRate, keptRates } from "@/lib/commitments/rate";
import { houseDay } from "@/lib/reports/house-day";
import { localMoment } from "@/lib/reports/local-moment";
import { sayShare } from "@/lib/reports/say-share";
import { addDays } from "@/lib/reports/steps";
import { KeptByTeam } from "./kept-by-team";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await locale(), "reports")("pages.promises") };
}

type Params = { [name: string]: string | string[] | undefined };

const kinds = [...outcomes, "moved"] as const;
/** What the rate is made of. */
const ended = ["kept", "kept_late", "broken"] as const;

/** How many promises were kept, by team and period; every number opens the promises behind it. */
export default async function PromisesReport({ searchParams }: { searchParams: Promise<Params> }) {
  const actor = await requireActor("/reports/promises");
  const params = await searchParams;
  const filter = reportFilter(params);
  const language = await locale(actor.language);
  const t = translator(language, "promises.report");
  const pages = translator(language, "reports");
  const { from, until } = await spanOf(filter);
  const { all, teams } = await keptRates(actor, { from, until });
  const outcome = [...kinds, "ended" as const].find((one) => one === params.outcome) ?? null;
  const teamId = typeof params.team === "string" && /^[0-9a-f-]{36}$/.test(params.team) ? params.team : null;
  const behind =
    outcome === null
      ? null
      : await Promise.all(
          (outcome === "ended" ? ended : [outcome]).map((one) =>
            listCommitments(actor, {
              whose: "all",
              state: "any",
              teamId,
              brandId: outcome === "ended" ? filter.brandId : null,
              outcome: one,
              from,
              until,
              cursor: null,
              limit: 200,
            }),
          ),
        );
  const items = behind?.flatMap((page) => page.items).sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1));

  const isTold = all.rate !== null && all.rate.n >= enough;

  return (
    <>
      <ReportHead title={pages("pages.promises")} text={t("text")}>
        <ReportFilters filter={{ ...filter, brandId: null }} />
      </ReportHead>
      <div className="mb-3 grid gap-3 wide:grid-cols-[1fr_3fr] [&>*]:min-w-0">
        <Figure
          title={pages("pages.promises")}
          definition="kept"
          value={
            all.rate === null
              ? "–"
              : all.rate.n < enough
                ? t("keptOf", words(language, all))
                : t("kept", { share: sayShare(language, all.rate.share) })
          }
          of={
            all.rate === null
              ? t("none")
              : all.rate.n < enough
                ? pages("notYet", { n: all.rate.n, enough })
                : t("interval", words(language, all))
          }
          href={isTold && all.tally.kept > 0 ? hrefOf(filter, "kept", null) : null}
          valueHref={!isTold && all.tally.kept > 0 ? hrefOf(filter, "kept", null) : null}
        />
        <KeptByTeam
          rows={teams.map((one) => ({
            name: one.team?.name ?? t("noTeam"),
            rate: one.rate,
            tally: one.tally,
          }))}
          words={{
            title: t("byTeam"),
            team: t("team"),
            tooFew: t("tooFew"),
            language,
            kinds: Object.fromEntries(kinds.map((kind) => [kind, t(`columns.${kind}`)])),
          }}
        />
      </div>
      <div
        className="overflow-x-auto rounded-card border border-line px-4 [&_tbody>tr:last-child]:border-b-0"
        style={scrollEdges}
      >
        <table className="w-full min-w-150 border-collapse text-left">
          <thead>
            <tr className="border-line border-b text-ink-2 type-meta">
              <th scope="col" className="py-2 pr-3 font-medium">
                {t("team")}
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                <span className="inline-flex items-center gap-0.5">
                  {t("rate")}
                  <Definition of="kept" />
                </span>
              </th>
              {kinds.map((kind) => (
                <th key={kind} scope="col" className="px-3 py-2 text-right font-medium">
                  <span className="inline-flex items-center gap-0.5">
                    {t(`columns.${kind}`)}
                    {kind === "moved" ? <Definition of="moved" /> : null}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...teams, ...(teams.length > 1 ? [all] : [])].map((one) => (
              <tr key={one === all ? "all" : (one.team?.id ?? "none")} className="border-line border-b">
                <th scope="row" className="py-2 pr-3 font-medium">
                  {one === all ? t("together") : (one.team?.name ?? t("noTeam"))}
                </th>
                <td className="whitespace-nowrap px-3 py-2 text-right tabular-nums">
                  {one.rate ? (
                    <>
                      {one.rate.n < enough
                        ? t("keptOf", words(language, one))
                        : sayShare(language, one.rate.share)}
                      <span className="block text-ink-3 type-meta">
                        {one.rate.n < enough ? t("tooFew") : t("short", words(language, one))}
                      </span>
                    </>
                  ) : (
                    "–"
                  )}
                </td>
                {kinds.map((kind) => (
                  <td key={kind} className="px-3 py-2 text-right tabular-nums">
                    {one.tally[kind] > 0 && (one === all || one.team !== null) ? (
                      <Go
                        href={hrefOf(filter, kind, one === all ? null : (one.team?.id ?? null))}
                        className="underline decoration-dotted underline-offset-4"
                      >
                        {one.tally[kind]}
                      </Go>
                    ) : (
                      <span className={one.tally[kind] > 0 ? "" : "text-ink-3"}>{one.tally[kind]}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 max-w-170 text-ink-2 type-meta">{t("how")}</p>
      {items && outcome ? (
        <section className="mt-6" aria-label={t(`columns.${outcome}`)}>
          <h3 className="mb-3 type-zone">
            {t(`columns.${outcome}`)} ({items.length})
          </h3>
          <PromiseRows items={items} />
        </section>
      ) : null}
    </>
  );
}

/** Days of one's own begin and end with the house's, weeks end now. */
async function spanOf(filter: ReportFilter): Promise<{ from: Date; until: Date }> {
  const now = new Date();
  if (!filter.days) return { from: new Date(now.getTime() - filter.weeks * 7 * 86_400_000), until: now };
  const { zone } = await houseDay();
  const midnight = (day: string) => new Date(localMoment(zone, day, 0, 0) ?? Date.parse(day));
  return { from: midnight(filter.days.from), until: midnight(addDays(filter.days.to, 1)) };
}

function hrefOf(filter: ReportFilter, outcome: string, teamId: string | null): string {
  const query = reportQuery({ ...filter, brandId: null, teamId: null });
  const more = `outcome=${outcome}${teamId ? `&team=${teamId}` : ""}`;
  return `/reports/promises${query === "" ? `?${more}` : `${query}&${more}`}`;
}

function words(language: Language, { rate }: KeptRate) {
  return {
    n: rate?.n ?? 0,
    kept: rate?.kept ?? 0,
    low: sayShare(language, Math.floor(100 * (rate?.low ?? 0)) / 100),
    high: sayShare(language, Math.ceil(100 * (rate?.high ?? 0)) / 100),
  };
}

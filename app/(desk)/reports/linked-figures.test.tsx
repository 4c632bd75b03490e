import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import type { ReactNode } from "react";
import { prerender } from "react-dom/static.edge";
import { beforeAll, expect, test, vi } from "vitest";
import { translator } from "@/app/_server/words";
import { Words } from "@/app/_ui/words";
import { DeskProvider } from "@/app/(desk)/desk";
import { db } from "@/db/client";
import { seedDemoWithPast } from "@/db/seed/demo";
import { testDatabase } from "@/db/test";
import type { Actor } from "@/lib/access";
import { outcomes } from "@/lib/commitments/outcome";
import { prepareFacts } from "@/lib/facts/follow";
import { settled } from "@/lib/facts/test-live";
import { newId } from "@/lib/id";
import { houseDay } from "@/lib/reports/house-day";
import { monthSlices } from "@/lib/reports/month-slices";
import { readBehind } from "@/lib/reports/read-behind";
import { readTrend } from "@/lib/reports/read-trend";
import { readAnswers, satisfactionFigures } from "@/lib/satisfaction/report";
import { readMeasured } from "@/lib/targets/read-measured";
import en from "@/messages/en.json";
import LeaksPage from "./leaks/page";
import MonthPage from "./month/page";
import { yearPoints } from "./month/year-points";
import PromisesPage from "./promises/page";
import { type Params, reportFilter, sliceOf } from "./report-filter";
import SatisfactionPage from "./satisfaction/page";
import { reportWords } from "./say";
import TargetsPage from "./targets/page";
import TimesPage from "./times/page";
import WorkloadPage from "./workload/page";

testDatabase();

/** What Next gives a page of a signed-in request, outside of one. */
const token = "a-token-for-tests-only";
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ authorization: `Bearer ${token}`, "accept-language": "en" }),
  cookies: async () => ({ get: () => undefined }),
}));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ push() {}, refresh() {} }),
  usePathname: () => "/reports",
  useSearchParams: () => new URLSearchParams(),
  notFound: () => expect.unreachable("not found"),
  redirect: (to: string) => expect.unreachable(to),
}));

let hannah: Actor;

beforeAll(async () => {
  await seedDemoWithPast(new Date());
  await prepareFacts();
  await settled();
  const found = await db.execute<{ id: string; brandIds: string[] }>(sql`
    select a.id, array(select id::text from brands) as "brandIds" from agents a where a.name = 'Hannah Whitlock'`);
  const { id, brandIds } = found.rows[0]!;
  hannah = {
    kind: "agent",
    id,
    name: "Hannah Whitlock",
    role: "admin",
    language: "en",
    teamIds: [],
    brandIds,
    sessionId: id,
  };
  await db.execute(sql`
    insert into api_tokens (id, name, agent_id, role, token_hash)
    values (${newId()}, 'test', ${id}, 'admin', ${createHash("sha256").update(token).digest("hex")})`);
}, 120_000);

const lastMonth = new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 7);
const pages: Array<
  [string, (props: { searchParams: Promise<Params> }) => Promise<ReactNode>, Params, number]
> = [
  ["times", TimesPage, {}, 20],
  [
    "times of a resolution, by team, on the wall",
    TimesPage,
    { measure: "resolution", by: "team", clock: "wall" },
    10,
  ],
  ["times of persons", TimesPage, { by: "agent", weeks: "4" }, 10],
  ["targets", TargetsPage, {}, 8],
  ["targets by team", TargetsPage, { by: "team", kind: "resolution" }, 6],
  ["workload", WorkloadPage, {}, 5],
  ["workload of four weeks that are over", WorkloadPage, { from: daysAgo(60), to: daysAgo(33) }, 5],
  ["satisfaction", SatisfactionPage, {}, 5],
  ["leaks", LeaksPage, {}, 0],
  ["promises", PromisesPage, {}, 3],
  ["the running month", MonthPage, {}, 10],
  ["the month before", MonthPage, { month: lastMonth }, 15],
];

test.each(pages)("every linked figure of %s opens exactly what it says", async (_, page, params, least) => {
  const links = linksOf(await html(await page({ searchParams: Promise.resolve(params) })));
  const seen: string[] = [];
  for (const { href, text } of links) {
    const said = saidIn(text);
    const opened = await openedBy(href);
    if (opened === null) continue;
    seen.push(href);
    expect([href, text, opened]).toEqual([href, text, said]);
  }
  expect(seen.length).toBeGreaterThanOrEqual(least);
});

test("each month of the year opens exactly as many answers as it says", async () => {
  const { today, zone } = await houseDay();
  const slices = monthSlices({ month: `${today.slice(0, 7)}-01`, today, brandId: null });
  const months = await readTrend(hannah, {
    measure: "first_response",
    slice: { ...slices.month, from: slices.yearAgo.from },
    step: "month",
  });
  const points = yearPoints(
    { t: translator("en", "reports.times"), words: reportWords("en", "business", zone) },
    { months, slice: slices.month, isRunning: slices.isRunning },
  );
  expect(points).toHaveLength(13);
  expect(points.filter(({ median }) => median !== null).length).toBeGreaterThan(6);
  for (const { month, href, n } of points) {
    if (href === null) expect([month, n]).toEqual([month, 0]);
    else expect([month, await openedBy(href)]).toEqual([month, n]);
  }
});

test.each([
  ["resolution:answered", "resolution"],
  ["volume:resolved", "resolution"],
  ["targets:decided", null],
  ["volume:closed", "closed"],
  ["first_response:answered", "first_response"],
] as const)("every row of %s says how it was counted, to the second", async (figure, kind) => {
  const { today } = await houseDay();
  const slice = sliceOf(reportFilter({}), today);
  const { rows } = await readBehind(hannah, { figure, slice, cursor: null });
  const over = rows.filter(({ toAt }) => toAt !== null).slice(0, 20);
  expect(over.length).toBeGreaterThan(0);
  let theirs = 0;
  for (const { conversationId, fromAt, toAt, dueAt, business, wall } of over) {
    const view = await readMeasured(hannah, { conversationId, from: fromAt, to: toAt ?? "", dueAt });
    expect([view.businessSeconds, view.wallSeconds, view.since, view.at]).toEqual([
      business,
      wall,
      fromAt,
      toAt,
    ]);
    const counted = view.counted.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(Math.abs(counted - business)).toBeLessThan(1);
    if (kind !== null) expect(view.kind).toBe(kind);
    theirs += view.theirs?.businessSeconds ?? 0;
    if (view.theirs) expect(view.theirs.businessSeconds).toBeLessThanOrEqual(business);
  }
  if (kind === "resolution") expect(theirs).toBeGreaterThan(0);
  const [{ conversationId = "", fromAt = "", toAt = "" } = {}] = over;
  await expect(
    readMeasured(hannah, { conversationId, from: fromAt, to: toAt ?? "", dueAt: "2001-01-01T00:00:00.000Z" }),
  ).rejects.toMatchObject({ code: "not_found" });
});

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}

/** How many rows lie behind an address; null for what is no figure: a conversation, a definition, another page. */
async function openedBy(href: string): Promise<number | null> {
  const { pathname, searchParams } = new URL(href, "http://avant.example");
  const params = Object.fromEntries(searchParams);
  const filter = reportFilter(params);
  const slice = sliceOf(filter, (await houseDay()).today);
  const figure = params.figure ?? "";
  if (pathname === "/reports/behind") return (await readBehind(hannah, { figure, slice, cursor: null })).n;
  if (pathname === "/queue" && params.q !== undefined) {
    expect(params.q).toMatch(/^#\d+(,#\d+)*$/);
    return params.q.split(",").length;
  }
  if (pathname === "/reports/satisfaction" && params.cursor === undefined) {
    const one = satisfactionFigures.find((name) => name === figure);
    if (!one) return null;
    let [n, cursor]: [number, string | null] = [0, null];
    do {
      const page = await readAnswers(hannah, { slice, figure: one, cursor });
      [n, cursor] = [n + page.rows.length, page.next];
    } while (cursor !== null);
    return n;
  }
  if (pathname === "/reports/promises" && params.outcome !== undefined) {
    expect([...outcomes, "moved", "ended"]).toContain(params.outcome);
    const behind = await html(await PromisesPage({ searchParams: Promise.resolve(params) }));
    return Number(/<h3[^>]*>[^<]*?(?:<!-- -->)?\s*\((?:<!-- -->)?(\d+)/.exec(behind)?.[1]);
  }
  return null;
}

/** The number that a link says it opens: "n 44", "41 of 45", else the first in it. */
function saidIn(text: string): number {
  const plain = text.replace(/(\d)[, \u202f](?=\d{3}\b)/g, "$1");
  const found =
    /\bn(?: =)? (\d+)/.exec(plain) ?? /\b(\d+) (?:of|\/) \d+(?! within)/.exec(plain) ?? /(\d+)/.exec(plain);
  return Number(found?.[1]);
}

/** Pictures are left out: their marks are links with a reading, and behind.test.ts opens each of those. */
function linksOf(page: string): Array<{ href: string; text: string }> {
  const words = page.replace(/<svg[\s\S]*?<\/svg>/g, "");
  return [...words.matchAll(/<a [^>]*?href="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)].map(
    ([, href = "", text = ""]) => ({
      href: plain(href),
      text: plain(text.replace(/<!-- -->/g, "").replace(/<[^>]+>/g, " ")),
    }),
  );
}

function plain(text: string): string {
  return text.replaceAll("&amp;", "&").replaceAll("&#x27;", "'").trim();
}

async function html(page: ReactNode): Promise<string> {
  const { prelude } = await prerender(
    <Words locale="en" zone="Europe/Paris" messages={en}>
      <DeskProvider facts={desk()}>{page}</DeskProvider>
    </Words>,
  );
  return new Response(prelude).text();
}

function desk() {
  return {
    me: {
      id: hannah.id,
      name: hannah.name,
      role: "admin" as const,
      language: "en" as const,
      teamIds: [],
      canTriage: true,
      canReply: true,
      canNote: true,
      canBypass: true,
      canSaveReplies: true,
      canSeeSettings: true,
      canSeeReports: true,
      canPause: true,
      canShareViews: true,
      canEditViews: true,
      hasKeys: true,
      keys: {},
      afterResolve: "next" as const,
      density: "comfortable" as const,
    },
    agents: [],
    teams: [],
    channels: [],
    views: [],
    viewCounts: {},
    brands: [],
    tags: {},
    counts: { queue: 0, mine: 0, team: 0, waiting: 0, snoozed: 0 },
    notices: [],
    sample: "none" as const,
    drawnAt: Date.now(),
    seq: "0",
  };
}

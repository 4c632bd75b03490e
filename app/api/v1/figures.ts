import { z } from "zod";
import { dimensions, measures, missReasons } from "@/db/enums";
import { figure } from "@/lib/reports/figure";
import { readBehind } from "@/lib/reports/read-behind";
import { readBy } from "@/lib/reports/read-by";
import { readSpread } from "@/lib/reports/read-spread";
import { readStaffing } from "@/lib/reports/read-staffing";
import { readTargets } from "@/lib/reports/read-targets";
import { readTimes } from "@/lib/reports/read-times";
import { readTrend } from "@/lib/reports/read-trend";
import { readVolume } from "@/lib/reports/read-volume";
import { readWeekHours } from "@/lib/reports/read-week-hours";
import { slice } from "@/lib/reports/slice";
import { timesCells, toCsv } from "@/lib/reports/to-csv";
import { moment } from "./fields";
import { times } from "./reports";
import { route } from "./route-line";

const format = z.enum(["json", "csv"]).default("json").meta({
  description:
    "`csv`: the same as a table for programs: durations in seconds, moments in UTC, headings and words such as `first_response` or `nobody_had_it` as codes, whatever the language. In a reader's words the same figures are on the report pages, each chart with its CSV.",
});
const measure = z.enum(measures);
const step = z.enum(["day", "week", "month"]).default("week");
const by = z.enum(dimensions);
const cut = slice.extend({ format });
const count = z.number();
const own =
  "Everybody who answers reads their own (`agentId`), the others need `report.read`. Managers get their brands only. Of one person nothing but counts is told under twenty cases.";

const hour = z.object({ weekday: z.number().meta({ description: "Monday is 0." }), hour: z.number() });

/** Figures of every report, cut by days, brand, channel, team, person and tag. */
export const figures = [
  route("GET /reports/times", {
    permission: "queue.read",
    summary: "How long it took",
    description: own,
    query: cut.extend({ measure }),
    response: times,
    run: async (actor, { query: { format, measure, ...rest } }) => {
      const found = await readTimes(actor, { measure, slice: rest });
      return format === "csv" ? csv(`${measure}.csv`, [timesCells(found)]) : found;
    },
  }),

  route("GET /reports/trend", {
    permission: "queue.read",
    summary: "How long it took, day by day, week by week or month by month",
    description: own,
    query: cut.extend({ measure, step }),
    response: z.object({ items: z.array(times.extend({ from: z.iso.date() })) }),
    run: async (actor, { query: { format, measure, step, ...rest } }) => {
      const items = await readTrend(actor, { measure, slice: rest, step });
      if (format === "json") return { items };
      return csv(
        `${measure}-trend.csv`,
        items.map((point) => ({ from: point.from, ...timesCells(point) })),
      );
    },
  }),

  route("GET /reports/by", {
    permission: "report.read",
    summary: "How long it took by channel, team, person, tag or brand",
    description:
      "By name: nobody is ranked. Of one person nothing but counts is told under twenty cases, and beside them how often the customer wrote again within 72 hours.",
    query: cut.extend({ measure, by }),
    response: z.object({
      items: z.array(
        times.extend({
          id: z.uuid().nullable(),
          name: z.string().nullable(),
          wroteAgain: z.object({ hits: count, n: count }).nullable(),
        }),
      ),
    }),
    run: async (actor, { query: { format, measure, by, ...rest } }) => {
      const items = await readBy(actor, { measure, slice: rest, by });
      if (format === "json") return { items };
      return csv(
        `${measure}-by-${by}.csv`,
        items.map((row) => ({
          name: row.name,
          ...timesCells(row),
          wrote_again: row.wroteAgain?.hits ?? null,
          wrote_again_of: row.wroteAgain?.n ?? null,
        })),
      );
    },
  }),

  route("GET /reports/spread", {
    permission: "queue.read",
    summary: "How many took how long",
    description: own,
    query: cut.extend({ measure }),
    response: z.object({
      items: z.array(z.object({ from: count, to: count.nullable(), n: count, waiting: count })),
    }),
    run: async (actor, { query: { format, measure, ...rest } }) => {
      const items = await readSpread(actor, { measure, slice: rest });
      return format === "csv" ? csv(`${measure}-spread.csv`, items) : { items };
    },
  }),

  route("GET /reports/hours", {
    permission: "report.read",
    summary: "What came and was answered in each hour of the week",
    query: cut,
    response: z.object({
      items: z.array(
        hour.extend({
          received: count,
          asked: count.meta({ description: "Waits that began, which `hour:0-14` opens." }),
          answered: count,
          open: count.meta({ description: "The share of that hour in which the house was open." }),
        }),
      ),
    }),
    run: async (actor, { query: { format, ...rest } }) => {
      const items = await readWeekHours(actor, { slice: rest });
      return format === "csv" ? csv("hours.csv", items) : { items };
    },
  }),

  route("GET /reports/volume", {
    permission: "report.read",
    summary: "What came, what went, and what was left",
    query: cut.extend({ step }),
    response: z.object({
      items: z.array(
        z.object({
          from: z.iso.date(),
          received: count,
          asked: count.meta({ description: "Waits that began." }),
          opened: count,
          reopened: count,
          answered: count,
          resolved: count,
          closed: count,
          backlog: count.meta({ description: "Not resolved at the end of the step." }),
        }),
      ),
    }),
    run: async (actor, { query: { format, step, ...rest } }) => {
      const items = await readVolume(actor, { slice: rest, step });
      return format === "csv" ? csv("volume.csv", items) : { items };
    },
  }),

  route("GET /reports/targets", {
    permission: "report.read",
    summary: "Targets met, missed and still running, with why they were missed",
    query: cut.extend({ by: by.default("all") }),
    response: z.object({
      items: z.array(
        z.object({
          kind: z.enum(["first_response", "next_response", "resolution"]),
          id: z.uuid().nullable(),
          name: z.string().nullable(),
          met: count,
          missed: count,
          running: count.meta({ description: "Not over, and not late yet: in neither of the two." }),
          reasons: z.array(z.object({ reason: z.string(), n: count })),
        }),
      ),
    }),
    run: async (actor, { query: { format, by, ...rest } }) => {
      const items = await readTargets(actor, { slice: rest, by });
      if (format === "json") return { items };
      return csv(
        "targets.csv",
        items.map(({ kind, name, met, missed, running, reasons }) => ({
          kind,
          name,
          met,
          missed,
          running,
          ...Object.fromEntries(
            missReasons.map((code) => [
              `missed_${code}`,
              reasons.reduce((sum, { reason, n }) => sum + (reason === code ? n : 0), 0),
            ]),
          ),
        })),
      );
    },
  }),

  route("GET /reports/staffing", {
    permission: "report.read",
    summary: "Hours that answering takes against the hours of opening, hour by hour of the week",
    description:
      "An estimate: what customers wrote in that hour, a week on average, times the median time that an answer was in view. `hoursNeeded` is null while fewer than twenty were measured.",
    query: cut,
    response: z.object({
      hours: z.array(
        hour.extend({
          arrivals: count,
          hoursNeeded: count.nullable(),
          open: count,
          staffed: count,
          medianWait: count.nullable(),
          answers: count,
        }),
      ),
      weeks: count,
      basis: z.object({ medianSeconds: count.nullable(), n: count, arrivals: count }),
      best: z.array(hour.extend({ arrivals: count, medianWait: count.nullable(), answers: count })),
    }),
    run: async (actor, { query: { format, ...rest } }) => {
      const found = await readStaffing(actor, { slice: rest });
      return format === "csv" ? csv("staffing.csv", found.hours) : found;
    },
  }),

  route("GET /reports/behind", {
    permission: "queue.read",
    summary: "The conversations behind a figure, a page at a time",
    description: `${own} \`n\` is what the figure counts, \`hidden\` how many of them are not yours to see.`,
    query: slice.extend({ figure, cursor: z.string().max(500).nullable().default(null) }),
    response: z.object({
      rows: z.array(
        z.object({
          conversationId: z.uuid(),
          number: count,
          customerName: z.string(),
          channelKind: z.string().nullable(),
          agentName: z.string().nullable(),
          fromAt: moment,
          toAt: moment.nullable(),
          wall: count,
          business: count,
          dueAt: moment.nullable(),
          missed: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
      n: count,
      hidden: count,
    }),
    run: (actor, { query: { figure, cursor, ...rest } }) =>
      readBehind(actor, { figure, cursor, slice: rest }),
  }),
];

function csv(name: string, rows: Parameters<typeof toCsv>[0]): Response {
  return new Response(toCsv(rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

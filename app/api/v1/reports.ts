import { z } from "zod";
import { behindCsv } from "@/lib/reports/behind-csv";
import { figure } from "@/lib/reports/figure";
import { readNow } from "@/lib/reports/read-now";
import { slice } from "@/lib/reports/slice";
import { requestLanguage } from "@/lib/sentences";
import { moment } from "./fields";
import { route } from "./route-line";

const seconds = z.number().nullable();

export const times = z
  .object({
    n: z.number().meta({ description: "Answered, or resolved, of what began in these days." }),
    median: seconds,
    atLeast: seconds.meta({
      description: "Where more than half still wait the median is not known, but at least this.",
    }),
    p90: seconds,
    waiting: z.object({ n: z.number(), oldestSince: moment.nullable() }),
    answeredOnly: z.object({ median: seconds, p90: seconds }),
    closed: z.number(),
  })
  .meta({ id: "Times", description: "Seconds, those counted who still wait; see docs/metrics.md." });

const now = z
  .object({
    at: moment,
    today: z.iso.date(),
    endOfToday: moment,
    open: z.number(),
    unassigned: z.number(),
    ages: z.array(z.object({ from: z.number(), to: z.number().nullable(), n: z.number() })),
    oldest: z
      .object({
        conversationId: z.uuid(),
        number: z.number(),
        customerName: z.string(),
        channelKind: z.string(),
        assigneeName: z.string().nullable(),
        since: moment,
      })
      .nullable(),
    dueWithinHour: z.number(),
    pastTarget: z.number(),
    promisesToday: z.number(),
    theirTurn: z.number(),
    firstResponse: times,
    agents: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        state: z.enum(["here", "away", "off"]),
        open: z.number(),
      }),
    ),
    channels: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.string(),
        state: z.enum(["working", "failing", "paused"]),
        open: z.number(),
        failingSince: moment.nullable(),
        lastItemAt: moment.nullable(),
      }),
    ),
  })
  .meta({ id: "Now", description: "What lies on the desk at this moment." });

export const reports = [
  route("GET /reports/now", {
    permission: "report.read",
    summary: "What lies on the desk at this moment",
    description:
      "Open, unassigned, waiting by age in seconds, past a target or nearly so, promises of today, who is there and which channels work. The queue finds the same with `is:open`, `is:unassigned`, `waited:1h -waited:4h`, `is:overdue`, `due:1h` and `is:waiting`.",
    query: z.object({ brandId: z.uuid().nullable().default(null) }),
    response: now,
    run: (actor, { query }) => readNow(actor, query),
  }),

  route("GET /reports/behind.csv", {
    permission: "queue.read",
    summary: "The conversations behind a figure, as a table",
    description:
      "One's own figures need no more than to answer customers, those of others `report.read`. Headings and values in the reader's language, moments in UTC, durations in seconds by both clocks, the first 5,000 rows.",
    query: slice.extend({ figure }),
    produces: "text/csv",
    run: async (actor, { query: { figure, ...cut } }, c) =>
      new Response(
        await behindCsv(actor, {
          figure,
          slice: cut,
          language: requestLanguage(c.req.raw.headers, actor.language),
        }),
        {
          headers: {
            "content-type": "text/csv; charset=utf-8",
            "content-disposition": `attachment; filename="${figure.replaceAll(":", "-")}.csv"`,
          },
        },
      ),
  }),
];

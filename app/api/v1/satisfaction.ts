import { z } from "zod";
import { surveyRefusals, surveyStates, verdicts } from "@/db/enums";
import { slice } from "@/lib/reports/slice";
import { listSurveyChannels, setSurveyChannel, surveyDelay } from "@/lib/satisfaction/channels";
import { surveysOf } from "@/lib/satisfaction/of-conversation";
import { readAnswers, readSatisfaction, satisfactionFigures } from "@/lib/satisfaction/report";
import { satisfactionCsv } from "@/lib/satisfaction/report-csv";
import { requestLanguage } from "@/lib/sentences";
import { byId, listOf, moment } from "./fields";
import { route } from "./route-line";

const share = z
  .object({ hits: z.number(), n: z.number(), low: z.number().nullable(), high: z.number().nullable() })
  .meta({ description: "With the 95 % interval after Wilson." });

const figures = {
  satisfied: share.meta({ description: "Of those who answered." }),
  answered: share.meta({ description: "Of those who were asked." }),
  verdicts: z.object({ satisfied: z.number(), partly: z.number(), unsatisfied: z.number() }),
};
const row = z.object({ id: z.uuid().nullable(), name: z.string().nullable(), ...figures });

/** Whether customers were satisfied: who is asked, what they said, and why the others were not. */
export const satisfaction = [
  route("GET /satisfaction", {
    permission: "queue.read",
    summary: "How many were satisfied, how many answered, and who was not asked and why",
    description:
      "By the day on which they were asked. Managers get their brands, everybody their own figures (agentId). People appear by name and from 20 answers on.",
    query: slice,
    response: z
      .object({
        ...figures,
        refused: z.array(z.object({ reason: z.enum(surveyRefusals), n: z.number() })),
        channels: z.array(row),
        teams: z.array(row),
        months: z.array(z.object({ month: z.iso.date(), ...figures })),
        people: z.object({ rows: z.array(row), few: z.number() }),
      })
      .meta({ id: "Satisfaction" }),
    run: (actor, { query }) => readSatisfaction(actor, { slice: query }),
  }),

  route("GET /satisfaction/answers", {
    permission: "queue.read",
    summary: "The conversations behind a figure of satisfaction, the newest first",
    query: slice.extend({
      figure: z.enum(satisfactionFigures),
      cursor: z.string().max(500).nullable().default(null),
    }),
    response: z.object({
      rows: z.array(
        z.object({
          id: z.uuid(),
          conversationId: z.uuid(),
          number: z.number(),
          channelKind: z.string().nullable(),
          channelName: z.string().nullable(),
          agentName: z.string().nullable(),
          at: moment,
          verdict: z.enum(verdicts).nullable(),
          comment: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
    run: (actor, { query: { figure, cursor, ...rest } }) =>
      readAnswers(actor, { slice: rest, figure, cursor }),
  }),

  route("GET /satisfaction.csv", {
    permission: "queue.read",
    summary: "The same as a table",
    query: slice,
    produces: "text/csv",
    run: async (actor, { query }, c) =>
      new Response(
        await satisfactionCsv(actor, {
          slice: query,
          language: requestLanguage(c.req.raw.headers, actor.language),
        }),
        {
          headers: {
            "content-type": "text/csv; charset=utf-8",
            "content-disposition": 'attachment; filename="satisfaction.csv"',
          },
        },
      ),
  }),

  route("GET /conversations/{id}/surveys", {
    permission: "conversation.read",
    summary: "What the customer of a conversation was asked and said of it, or why they were not asked",
    params: byId,
    response: listOf(
      z.object({
        id: z.uuid(),
        state: z.enum(surveyStates),
        resolvedAt: moment,
        askAfter: moment,
        refusal: z.enum(surveyRefusals).nullable(),
        decidedAt: moment.nullable(),
        verdict: z.enum(verdicts).nullable(),
        comment: z.string().nullable(),
        answeredAt: moment.nullable(),
        changedAt: moment.nullable(),
      }),
    ),
    run: async (actor, { params }) => ({ items: await surveysOf(actor, { conversationId: params.id }) }),
  }),

  route("GET /survey-channels", {
    permission: "channel.read",
    summary: "On which channels customers are asked how it went, and how long after",
    response: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.string(),
        brandName: z.string(),
        delayMinutes: z.number().nullable().meta({ description: "Null: nobody is asked." }),
      }),
    ),
    run: async (actor) => ({ items: await listSurveyChannels(actor) }),
  }),

  route("PUT /survey-channels/{id}", {
    permission: "report.edit",
    summary: "Ask the customers of a channel how it went, or no longer",
    params: byId,
    body: z.object({ delayMinutes: surveyDelay }),
    run: (actor, { params, body }) =>
      setSurveyChannel(actor, { channelId: params.id, delayMinutes: body.delayMinutes }),
  }),
];

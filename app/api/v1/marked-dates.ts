import { z } from "zod";
import { markedKinds } from "@/db/enums";
import { day } from "@/lib/reports/day";
import {
  changeMarkedDate,
  markedDates as listMarked,
  markDate,
  newMarkedDate,
  unmarkDate,
} from "@/lib/reports/marked-dates";
import { byId, listOf } from "./fields";
import { route } from "./route-line";

/** Strikes, recalls, launches: what explains a figure, shown on every chart and in the month. */
export const markedDates = [
  route("GET /marked-dates", {
    permission: "queue.read",
    summary: "What happened between two days, both included",
    query: z.object({ from: day, to: day, brandId: z.uuid().nullable().default(null) }),
    response: listOf(
      z
        .object({
          id: z.uuid(),
          kind: z.enum(markedKinds),
          title: z.string(),
          firstDay: day,
          lastDay: day.meta({ description: "Included." }),
          brand: z.object({ id: z.uuid(), name: z.string() }).nullable(),
        })
        .meta({ id: "MarkedDate" }),
    ),
    run: async (actor, { query }) => ({ items: await listMarked(actor, query) }),
  }),

  route("POST /marked-dates", {
    permission: "report.edit",
    summary: "Mark a day or several",
    status: 201,
    body: newMarkedDate,
    response: z.object({ id: z.uuid() }),
    run: (actor, { body }) => markDate(actor, body),
  }),

  route("PUT /marked-dates/{id}", {
    permission: "report.edit",
    summary: "Write a marked date anew",
    params: byId,
    body: newMarkedDate,
    run: (actor, { params, body }) => changeMarkedDate(actor, { ...body, markedDateId: params.id }),
  }),

  route("DELETE /marked-dates/{id}", {
    permission: "report.edit",
    summary: "Take a mark away; the answer is what it was",
    params: byId,
    response: newMarkedDate,
    run: (actor, { params }) => unmarkDate(actor, { markedDateId: params.id }),
  }),
];

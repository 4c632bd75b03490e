import { z } from "zod";
import { monthChange, monthDay, readMonthPage, saveMonthPage } from "@/lib/reports/month-page";
import { moment } from "./fields";
import { route } from "./route-line";

const which = z.object({ month: monthDay.meta({ description: "Its first day." }) });
const ofBrand = z.object({ brandId: z.uuid().nullable().default(null) });

/** What a manager writes on the page of a month. The figures on it have routes of their own. */
export const month = [
  route("GET /months/{month}", {
    permission: "report.read",
    summary: "What was changed in a month, and the comments of customers chosen for it",
    params: which,
    query: ofBrand,
    response: z.object({
      changed: z.string(),
      picked: z.array(z.uuid()),
      version: z.number().meta({ description: "0 before anybody wrote." }),
      updatedAt: moment.nullable(),
      updatedBy: z.string().nullable(),
      isMine: z.boolean(),
    }),
    run: (actor, { params, query }) => readMonthPage(actor, { ...params, ...query }),
  }),

  route("PATCH /months/{month}", {
    permission: "report.edit",
    summary: "Write what was changed, or choose up to three comments",
    params: which,
    body: monthChange.extend(ofBrand.shape),
    response: z.object({ version: z.number() }),
    run: (actor, { params, body }) => saveMonthPage(actor, { ...params, ...body }),
  }),
];

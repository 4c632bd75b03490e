import { z } from "zod";
import { previewWeekly, readWeeklyWishes, sendWeeklyNow, wantWeekly } from "@/lib/reports/weekly/wishes";
import { moment } from "./fields";
import { route } from "./route-line";

/** The week's report by mail, on Mondays at seven of the house. */
export const weekly = [
  route("GET /weekly-report", {
    permission: "report.read",
    summary: "Whether I get the week's report by mail",
    response: z.object({
      since: moment.nullable(),
      lastSentAt: moment.nullable(),
      canMail: z.boolean().meta({ description: "False where nothing is set up that could send a mail." }),
    }),
    run: (actor) => readWeeklyWishes(actor),
  }),

  route("PUT /weekly-report", {
    permission: "report.read",
    summary: "Get it from the next Monday on, or no longer",
    body: z.object({ wish: z.enum(["on", "off"]) }),
    run: (actor, { body }) => wantWeekly(actor, body),
  }),

  route("GET /weekly-report/preview", {
    permission: "report.read",
    summary: "The mail as it would be now; null when there is nothing to tell",
    response: z.object({
      mail: z.object({ subject: z.string(), text: z.string(), html: z.string() }).nullable(),
    }),
    run: async (actor) => ({ mail: await previewWeekly(actor) }),
  }),

  route("POST /weekly-report/send", {
    permission: "report.read",
    summary: "Send it to me now; Monday's comes all the same",
    run: (actor) => sendWeeklyNow(actor),
  }),
];

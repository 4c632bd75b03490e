import { z } from "zod";
import { listNotices, noticesNow } from "@/lib/notices/list-notices";
import { createNotice, deleteNotice, noticeInput, updateNotice } from "@/lib/notices/save-notice";
import { byId, created, listOf, moment } from "./fields";
import { route } from "./route-line";

const notice = z.object({
  id: z.uuid(),
  text: z.string(),
  lineEn: z.string().nullable(),
  lineFr: z.string().nullable(),
  startsAt: moment,
  endsAt: moment.nullable(),
  isOnForm: z.boolean(),
  isInAcknowledgement: z.boolean(),
  brandIds: z.array(z.string()),
});

/** What everybody should know today, and what was agreed to say about it. */
export const notices = [
  route("GET /notices/now", {
    permission: "queue.read",
    summary: "The notices that hold now, for the brands that I see",
    response: listOf(notice),
    run: async (actor) => ({ items: await noticesNow(actor) }),
  }),

  route("GET /notices", {
    permission: "notice.edit",
    summary: "All notices, those to come and those of the last month too",
    response: listOf(notice),
    run: async (actor) => ({ items: await listNotices(actor) }),
  }),

  route("POST /notices", {
    permission: "notice.edit",
    summary: "Put up a notice",
    status: 201,
    body: noticeInput,
    response: created,
    run: (actor, { body }) => createNotice(actor, body),
  }),

  route("PUT /notices/{id}", {
    permission: "notice.edit",
    summary: "Change a notice",
    params: byId,
    body: noticeInput,
    run: (actor, { params, body }) => updateNotice(actor, { noticeId: params.id, ...body }),
  }),

  route("DELETE /notices/{id}", {
    permission: "notice.edit",
    summary: "Take a notice down",
    params: byId,
    run: (actor, { params }) => deleteNotice(actor, { noticeId: params.id }),
  }),
];

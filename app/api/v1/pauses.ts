import { z } from "zod";
import { listPauses, pauseNow } from "@/lib/pauses/in-force";
import { endPause, newPause, setPause } from "@/lib/pauses/set-pause";
import { listOf, moment } from "./fields";
import { route } from "./route-line";

const pause = z.object({
  id: z.uuid(),
  since: moment,
  until: moment,
  because: z.string().nullable(),
  by: z.object({ id: z.uuid(), name: z.string() }).nullable(),
});

/** One switch for everything automatic. */
export const pauses = [
  route("GET /pauses/now", {
    permission: "queue.read",
    summary: "The pause in force, or null while everything goes its way",
    response: z.object({
      pause: pause
        .extend({
          held: z.object({ all: z.number(), mine: z.number() }).meta({
            description: "Replies whose hour lies before its end, and mine among them.",
          }),
        })
        .nullable(),
    }),
    run: async (actor) => ({ pause: await pauseNow(actor) }),
  }),

  route("GET /pauses", {
    permission: "pause.set",
    summary: "The last pauses, the newest first",
    response: listOf(pause.extend({ endedAt: moment.nullable() })),
    run: async (actor) => ({ items: await listPauses(actor) }),
  }),

  route("POST /pauses", {
    permission: "pause.set",
    summary: "Pause everything automatic until a moment",
    description:
      "Scheduled replies, acknowledgements, outreach and questions about satisfaction wait. `until` is a moment or words such as `tomorrow 9`, at most a month ahead. Replaces a pause that is in force. A reply whose hour fell into it does not leave afterwards: it goes back to its author.",
    status: 201,
    body: newPause,
    response: z.object({ id: z.uuid(), until: moment }),
    run: (actor, { body }) => setPause(actor, body),
  }),

  route("DELETE /pauses", {
    permission: "pause.set",
    summary: "End the pause now",
    run: (actor) => endPause(actor),
  }),
];

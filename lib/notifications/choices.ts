import { z } from "zod";
import { type NotificationKind, notificationKinds, notificationWays } from "@/db/enums";
import { isZone } from "@/lib/clock/zone";

const ways = z.record(z.enum(notificationWays), z.boolean());
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "schedule.time");
const weekday = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);

/** Which ways tell of which kind; a kind that is left out follows the defaults. */
export const notificationChoices = z.partialRecord(z.enum(notificationKinds), ways);
export type NotificationChoices = z.infer<typeof notificationChoices>;

/** Hours in which nobody is told by mail or push. */
export const quietHours = z.object({
  /** HH:MM on the wall of `zone`, over midnight when it is later than `to`. Equal: no quiet hours, only days. */
  from: time,
  to: time,
  /** Days that are quiet from midnight to midnight. */
  days: z.array(weekday).max(7),
  /** IANA name. */
  zone: z.string().refine(isZone, "schedule.zone"),
});
export type QuietHours = z.infer<typeof quietHours>;

type Ways = z.infer<typeof ways>;

/** What somebody wants to be told of one kind. */
export function waysOf(choices: NotificationChoices, kind: NotificationKind): Ways {
  return choices[kind] ?? usual[kind];
}

/**
 * What people are told until they choose: everything in the list on the desk; by push what needs them within the hour;
 * by mail what would otherwise wait until they are back.
 */
export const usual: Record<NotificationKind, Ways> = {
  assigned: { app: true, mail: false, push: true },
  mentioned: { app: true, mail: true, push: true },
  // The question itself comes by mail, with an address to answer to.
  asked: { app: true, mail: false, push: true },
  ask_answered: { app: true, mail: false, push: true },
  ask_overdue: { app: true, mail: false, push: true },
  approval_asked: { app: true, mail: true, push: true },
  approval_decided: { app: true, mail: false, push: true },
  due_soon: { app: true, mail: false, push: true },
  target_missed: { app: true, mail: false, push: true },
  escalated: { app: true, mail: true, push: true },
  send_failed: { app: true, mail: true, push: true },
  on_call: { app: true, mail: true, push: true },
  followed: { app: true, mail: false, push: false },
  safety: { app: true, mail: true, push: true },
  channel_failing: { app: true, mail: true, push: true },
  channel_well: { app: true, mail: false, push: false },
  access_ending: { app: true, mail: true, push: false },
  commitment_due: { app: true, mail: false, push: true },
  commitment_broken: { app: true, mail: true, push: true },
  commitment_given: { app: true, mail: false, push: true },
  gesture_asked: { app: true, mail: true, push: true },
  gesture_decided: { app: true, mail: false, push: true },
  spike_seen: { app: true, mail: true, push: true },
  leak_found: { app: true, mail: false, push: false },
  risk_fallen_back: { app: true, mail: true, push: false },
  privacy_due: { app: true, mail: true, push: false },
  unsatisfied: { app: true, mail: false, push: false },
};

/** Never kept back by quiet hours: somebody asked for these to come at any hour. */
export const urgent: ReadonlySet<NotificationKind> = new Set(["on_call", "safety"]);

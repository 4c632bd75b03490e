import type { NotificationKind, NotificationWay } from "@/db/enums";

/** Which ways tell of which kind; a kind that is left out follows the defaults. */
export type NotificationChoices = { [Kind in NotificationKind]?: { [Way in NotificationWay]: boolean } };

/** Hours in which nobody is told by mail or push: local wall-clock times, over midnight when `from` is later. */
export type QuietHours = {
  /** HH:MM */
  from: string;
  to: string;
  /** Days on which it is quiet all day. */
  days: Weekday[];
  /** IANA name. */
  zone: string;
};

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

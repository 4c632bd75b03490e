export type SnoozeChoice = { name: "threeHours" | "tomorrow" | "threeDays" | "monday" | "week"; at: Date };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** When a conversation may come back: in three hours, or at nine in the morning of a later day where the desk is. */
export function snoozeChoices(now: Date, zone: string): SnoozeChoice[] {
  const weekday = new Date(now.getTime() + offset(now, zone)).getUTCDay();
  const toMonday = ((8 - weekday) % 7 || 7) * 1;
  const choices: SnoozeChoice[] = [
    { name: "threeHours", at: new Date(now.getTime() + 3 * HOUR) },
    { name: "tomorrow", at: nineInTheMorning(now, 1, zone) },
    { name: "threeDays", at: nineInTheMorning(now, 3, zone) },
    { name: "monday", at: nineInTheMorning(now, toMonday, zone) },
    { name: "week", at: nineInTheMorning(now, 7, zone) },
  ];
  return choices.filter((choice, index) => choices.findIndex((one) => +one.at === +choice.at) === index);
}

function nineInTheMorning(now: Date, days: number, zone: string): Date {
  const local = now.getTime() + offset(now, zone);
  const wanted = Math.floor(local / DAY) * DAY + days * DAY + 9 * HOUR;
  // The clocks may change in between: take the distance from UTC that holds on that morning.
  return new Date(wanted - offset(new Date(wanted - offset(now, zone)), zone));
}

/** Milliseconds that a zone is ahead of UTC at a moment. */
function offset(at: Date, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"));
  return local - Math.floor(at.getTime() / 60_000) * 60_000;
}

/**
 * The same day of a later month in the house's zone, at the end of that day; the month's last day where it has no such
 * day. Regulation (EU) 2016/679, article 12(3), counted by Regulation 1182/71, article 3: what arrives on 31 January is
 * due on the last day of February.
 */
export function dueAfterMonths(askedAt: Date, months: number, zone: string): Date {
  const asked = dayIn(askedAt, zone);
  const first = new Date(Date.UTC(asked.year, asked.month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  const midnight = Date.UTC(
    first.getUTCFullYear(),
    first.getUTCMonth(),
    Math.min(asked.day, last),
    23,
    59,
    59,
  );
  return new Date(midnight - offsetAt(new Date(midnight), zone));
}

function dayIn(moment: Date, zone: string): { year: number; month: number; day: number } {
  const parts = partsIn(moment, zone);
  return { year: parts.year!, month: parts.month!, day: parts.day! };
}

/** Milliseconds that the zone is ahead of UTC around a moment of its own wall clock; hours off a change do not matter here. */
function offsetAt(wall: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(wall, zone);
  const ahead = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!) - wall.getTime();
  const again = partsIn(new Date(wall.getTime() - ahead), zone);
  return (
    Date.UTC(again.year!, again.month! - 1, again.day!, again.hour!, again.minute!, again.second!) -
    (wall.getTime() - ahead)
  );
}

function partsIn(moment: Date, zone: string): { [part: string]: number } {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    hourCycle: "h23",
  });
  return Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
}

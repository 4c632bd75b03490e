/** Months as feeds write them, by their first letters; English first, then what older blog software translates. */
const months = [
  ["jan", "ene", "gen"],
  ["feb", "fév", "fev"],
  ["mar", "mär", "maa", "mrt"],
  ["apr", "avr", "abr"],
  ["may", "mai", "mei", "mag"],
  ["jun", "juin", "giu"],
  ["jul", "juil", "lug"],
  ["aug", "aoû", "aou", "ago"],
  ["sep", "set"],
  ["oct", "okt", "ott"],
  ["nov"],
  ["dec", "déc", "dez", "dic"],
];

/** Minutes east of Greenwich of the names that RFC 822 has, and of the commonest beside them. */
const zones: { [name: string]: number } = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  cet: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
};

/** A date of a feed (RFC 822, RFC 3339, or near them), null where it says nothing that could be true. */
export function readDate(written: string): Date | null {
  const text = written.trim().slice(0, 80);
  return plausible(iso(text) ?? mail(text) ?? seconds(text));
}

const isoDate =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

function iso(text: string): number | null {
  const found = isoDate.exec(text);
  if (!found) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", zone = "z"] = found;
  return at(Number(year), Number(month) - 1, Number(day), [hour, minute, second], zone);
}

const mailDate =
  /^(?:[\p{L}.]{2,12},?\s+)?(\d{1,2})[\s.-]{1,3}(\p{L}{3,10})\.?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?(?:\s*\(.{0,30}\))?$/iu;

function mail(text: string): number | null {
  const found = mailDate.exec(text);
  if (!found) return null;
  const [, day, name = "", year = "", hour = "0", minute = "0", second = "0", zone = "z"] = found;
  const word = name.toLowerCase();
  const month = months.findIndex((starts) => starts.some((start) => word.startsWith(start)));
  // RFC 2822, section 4.3.
  const whole = Number(year) + (year.length > 2 ? 0 : Number(year) < 50 ? 2000 : 1900);
  return month === -1 ? null : at(whole, month, Number(day), [hour, minute, second], zone);
}

function seconds(text: string): number | null {
  return /^\d{10}$/.test(text) ? Number(text) * 1000 : /^\d{13}$/.test(text) ? Number(text) : null;
}

function at(year: number, month: number, day: number, time: string[], zone: string): number | null {
  const [hour = 0, minute = 0, second = 0] = time.map(Number);
  if (month > 11 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null;
  return Date.UTC(year, month, day, hour, minute, second) - minutesOf(zone) * 60_000;
}

function minutesOf(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (!found) return zones[zone.toLowerCase()] ?? 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === "-" ? -minutes : minutes;
}

/** Blogs are younger than 1990; the year 1970 is a machine that did not know. */
function plausible(ms: number | null): Date | null {
  return ms !== null && ms > 631_152_000_000 && ms < 4_102_444_800_000 ? new Date(ms) : null;
}

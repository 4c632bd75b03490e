/** Whether a day (YYYY-MM-DD) exists and is one that a house may have worked on: what PostgreSQL and a chart both take. */
export function isWorkable(day: string): boolean {
  const at = Date.parse(day);
  if (!(at >= first && at <= last)) return false;
  // The 30th of February is the 2nd of March to JavaScript and an error to PostgreSQL.
  return new Date(at).toISOString().slice(0, 10) === day;
}

/** Whether a report may speak of all days from one to another: each can become a point, so twenty years at most. */
export function isWorkableSpan(from: string, to: string): boolean {
  return isWorkable(from) && isWorkable(to) && Date.parse(to) - Date.parse(from) <= longestMs;
}

const first = Date.parse("1900-01-01");
const last = Date.parse("2200-01-01");
const longestMs = 20 * 366 * 86_400_000;

/**
 * A time zone as people read it: "America/New York". Those that are only so many hours from UTC carry the sign of POSIX,
 * which is the other way round: "Etc/GMT-11" is "UTC+11".
 */
export function zoneName(zone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? [];
  if (sign && hours) return `UTC${sign === "-" ? "+" : "−"}${hours}`;
  return zone.replaceAll("_", " ");
}

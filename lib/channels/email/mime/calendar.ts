import { Temporal } from "temporal-polyfill";
import type { IncomingFile, Remark } from "@/lib/channels/channel";
import { cleanLine } from "@/lib/text/clean";

/**
 * An invitation (RFC 5545, RFC 5546) as a remark: what, when, where, who asks. Moments are instants with "Z", whole
 * days stand as dates, and a time whose zone nobody knows stands as it was written, without "Z". Null without an event.
 */
export function readInvitation(files: readonly IncomingFile[]): Remark | null {
  const file = files.find(
    (one) =>
      one.contentType === "text/calendar" ||
      one.contentType === "application/ics" ||
      /\.ics$/i.test(one.name),
  );
  if (file === undefined) return null;
  const lines = Buffer.from(file.bytes.subarray(0, 256 * 1024))
    .toString("utf8")
    .replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/)
    .slice(0, 5_000);
  const begin = lines.findIndex((line) => /^BEGIN:VEVENT\s*$/i.test(line));
  if (begin === -1) return null;
  const end = lines.findIndex((line, i) => i > begin && /^END:VEVENT\s*$/i.test(line));
  const event = lines.slice(begin, end === -1 ? undefined : end);
  const method = fieldOf(lines, "METHOD")?.value.toLowerCase() ?? "request";
  const start = momentOf(fieldOf(event, "DTSTART"));
  const organiser = fieldOf(event, "ORGANIZER");
  const isCancelled = method === "cancel" || /cancelled/i.test(fieldOf(event, "STATUS")?.value ?? "");
  return {
    code: isCancelled ? "invitation_cancelled" : method === "reply" ? "invitation_answered" : "invitation",
    params: {
      what: words(fieldOf(event, "SUMMARY")?.value) || "…",
      from: start ?? "",
      to: momentOf(fieldOf(event, "DTEND")) ?? "",
      where: words(fieldOf(event, "LOCATION")?.value),
      who:
        words(organiser?.parameters.CN) || cleanLine((organiser?.value ?? "").replace(/^mailto:/i, ""), 200),
      repeats: fieldOf(event, "RRULE") === null ? "" : "yes",
    },
  };
}

type Field = { value: string; parameters: { [name: string]: string } };

function fieldOf(lines: readonly string[], name: string): Field | null {
  for (const line of lines) {
    const match = /^([A-Za-z-]{1,40})((?:;[^:;="]{1,40}=(?:"[^"]{0,300}"|[^:;"]{0,300}))*):(.{0,4000})/.exec(
      line,
    );
    if (match?.[1]?.toUpperCase() !== name) continue;
    const parameters: { [name: string]: string } = {};
    for (const [, key = "", value = ""] of (match[2] ?? "").matchAll(/;([^=;]+)=("[^"]*"|[^;:"]*)/g))
      parameters[key.toUpperCase()] = value.replace(/^"|"$/g, "");
    return { value: match[3] ?? "", parameters };
  }
  return null;
}

function words(text: string | undefined): string {
  return cleanLine((text ?? "").replace(/\\n/gi, " ").replace(/\\([\\;,])/g, "$1"), 300);
}

function momentOf(field: Field | null): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(field?.value.trim() ?? "");
  if (field === null || match === null) return null;
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const time = `${date}T${hour}:${minute}:${second}`;
  try {
    if (utc === "Z") return new Date(`${time}Z`).toISOString();
    const zone = zoneOf(field.parameters.TZID ?? "");
    if (zone === null) return time;
    return Temporal.PlainDateTime.from(time)
      .toZonedDateTime(zone)
      .toInstant()
      .toString({ fractionalSecondDigits: 3 });
  } catch {
    return null;
  }
}

/** Outlook's names of zones (Unicode CLDR, windowsZones) where its customers live; others pass if IANA knows them. */
const windowsZones: { [name: string]: string } = {
  "romance standard time": "Europe/Paris",
  "w. europe standard time": "Europe/Berlin",
  "central europe standard time": "Europe/Budapest",
  "central european standard time": "Europe/Warsaw",
  "gmt standard time": "Europe/London",
  "greenwich standard time": "Atlantic/Reykjavik",
  "e. europe standard time": "Europe/Chisinau",
  "fle standard time": "Europe/Kiev",
  "gtb standard time": "Europe/Bucharest",
  "russian standard time": "Europe/Moscow",
  "turkey standard time": "Europe/Istanbul",
  "eastern standard time": "America/New_York",
  "central standard time": "America/Chicago",
  "mountain standard time": "America/Denver",
  "pacific standard time": "America/Los_Angeles",
  "india standard time": "Asia/Kolkata",
  "china standard time": "Asia/Shanghai",
  "tokyo standard time": "Asia/Tokyo",
  "aus eastern standard time": "Australia/Sydney",
  utc: "UTC",
};

function zoneOf(tzid: string): string | null {
  const name = tzid.replace(/^.*\/(?=[A-Z][a-z]+\/[A-Z])/, "").trim();
  if (name === "") return null;
  const zone = windowsZones[name.toLowerCase()] ?? name;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

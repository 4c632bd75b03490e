"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { AuditLine } from "@/lib/audit/read-audit";

type Change = { name: string; before: string; after: string };

/** Fields whose names say nothing to a reader, or that the line itself says. */
const hidden = new Set([
  "agentId",
  "tokenId",
  "gestureLimit",
  "amountMinor",
  "currency",
  "pauseId",
  "linkId",
  "importId",
  "apart",
  "remembered",
  "evidence",
]);

/** What a line of the audit changed, field by field, with the names of people and things in place of their ids. */
export function useChangesOf(): (line: AuditLine, names: { [id: string]: string }) => Change[] {
  const t = useTranslations("settings.audit.fields");
  const format = useFormatter();
  const files = useTranslations("settings.audit.files");
  const inWords = (field: string, value: unknown) => {
    if (field === "until" && typeof value === "string")
      return format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "short" });
    return field === "what" && typeof value === "string" && files.has(value) ? files(value) : value;
  };
  return ({ event, before, after }, names) =>
    [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .filter((field) => !hidden.has(field) && !(field === "scheduleId" && event.startsWith("schedule.")))
      .map((field) => ({
        name: t.has(field) ? t(field) : field,
        before: said(inWords(field, before[field]), names),
        after: said(inWords(field, after[field]), names),
      }))
      .filter(({ before: was, after: is }) => was !== is);
}

function said(value: unknown, names: { [id: string]: string }): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((one) => said(one, names)).join(", ");
  if (typeof value === "object")
    return Object.entries(value)
      .map(([key, one]) => `${key} ${said(one, names)}`)
      .join("; ");
  return names[String(value)] ?? String(value);
}

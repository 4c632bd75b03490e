import { createHash } from "node:crypto";
import type { Language } from "@/db/enums";
import type { FormConfig } from "./config";
import { fieldLimits } from "./field-limits";
import type { Sent } from "./read";

export const textFields = ["name", "email", "subject", "orderNumber", "phone", "message"] as const;
export type TextField = (typeof textFields)[number];
export type FieldName = TextField | "files" | "danger" | "form";

/** What is wrong, and where. `code` names a sentence under `form.problems`. */
export type Problem = { field: FieldName; code: string; params: Record<string, string | number> };

/** What the visitor typed; an empty string where they left a field alone. */
export type Typed = Record<TextField, string> & { danger: "yes" | "no" | "" };

/** What was typed, with line ends and control signs made regular; never cut. */
export function readTyped(sent: Sent): Typed {
  const text = (name: string) => tidy(sent.fields.get(name) ?? "");
  const line = (name: string) => text(name).replace(/\s+/g, " ");
  const danger = sent.fields.get("danger");
  return {
    name: line("name"),
    email: line("email"),
    subject: line("subject"),
    orderNumber: line("orderNumber"),
    phone: line("phone"),
    message: text("message"),
    danger: danger === "yes" || danger === "no" ? danger : "",
  };
}

/** Everything wrong with a submission, in the order of the fields; an empty list when it may be kept. */
export function findProblems(typed: Typed, sent: Sent, config: FormConfig): Problem[] {
  const problems: Problem[] = [];
  const add = (field: FieldName, code: string, params: Problem["params"] = {}) =>
    problems.push({ field, code, params });

  if (sent.broken) add("form", "broken");
  // A browser's autofill may fall into the trap too: so it is said, and the page empties it.
  if ((sent.fields.get(trapField) ?? "") !== "") add("form", "trap");

  const required: Record<TextField, boolean> = {
    message: true,
    email: true,
    name: config.name === "required",
    subject: config.subject === "required",
    orderNumber: config.orderNumber === "required",
    phone: false,
  };
  for (const field of ["message", "name", "email", "subject", "orderNumber", "phone"] as const) {
    if (required[field] && typed[field] === "") add(field, "missing");
    else if (typed[field].length > fieldLimits[field]) add(field, "tooLong", { max: fieldLimits[field] });
    else if (field === "email" && !isAddress(typed.email)) add("email", "notAnAddress");
  }

  const files = config.files ? sent.files : [];
  if (files.length > fieldLimits.files) add("files", "tooMany", { max: fieldLimits.files });
  for (const file of files) {
    if (file.tooLarge)
      add("files", "tooLarge", { name: file.name, max: fieldLimits.fileBytes / 1024 / 1024 });
  }
  return problems;
}

/** A checksum of what people put in: two submissions with the same one say the same thing. SHA-256 in hex. */
export function contentDigest(typed: Typed, sent: Sent): string {
  const files = sent.files.map((file) => [file.name, file.size, file.checksum]);
  return createHash("sha256")
    .update(JSON.stringify([typed, files]))
    .digest("hex");
}

/** The language that the page was in when it was sent. */
export function sentLanguage(sent: Sent): Language | null {
  const language = sent.fields.get("lang");
  return language === "fr" || language === "en" ? language : null;
}

/** A field that people do not see and programs fill in. The name must attract neither autofill nor suspicion. */
export const trapField = "company_site";

/** As RFC 5321 allows it in practice: one @, no spaces or brackets, a domain with a dot, 64 and 254 octets at most. */
function isAddress(value: string): boolean {
  const match = /^([^\s@"(),:;<>[\\\]]+)@([^\s@"(),:;<>[\\\]_]+)$/u.exec(value);
  if (!match || Buffer.byteLength(match[1]!) > 64 || Buffer.byteLength(value) > fieldLimits.email)
    return false;
  const [local, domain] = [match[1]!, match[2]!];
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return false;
  const labels = domain.split(".");
  return (
    labels.length > 1 &&
    labels.every((label) => label !== "" && !label.startsWith("-") && !label.endsWith("-"))
  );
}

/** Browsers send CR LF; PostgreSQL takes no U+0000; other control signs only disturb. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
}

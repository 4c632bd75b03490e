import { z } from "zod";
import type { Language } from "@/db/enums";
import { sentence } from "@/lib/sentences";

/** The library's own words, for what is left. */
const usual = { en: z.locales.en().localeError, fr: z.locales.fr().localeError };

/**
 * What is wrong with a field, for somebody who has never heard of a schema: the one place where a schema's finding becomes
 * words, in the caller's language. They stand after what people call the field: "Text: At most 1,000 characters".
 */
export function explainIn(language: Language): z.core.$ZodErrorMap {
  return (issue) => {
    const [key, params] = keyOf(issue);
    return (key && sentence(language, `errors.fields.${key}`, params)) || usual[language](issue);
  };
}

function keyOf(issue: z.core.$ZodRawIssue): [string | null, Record<string, string | number>] {
  switch (issue.code) {
    case "too_big":
      return [`most.${kindOf(issue.origin)}`, { most: Number(issue.maximum) }];
    case "too_small":
      return issue.origin === "string" && Number(issue.minimum) === 1
        ? ["empty", {}]
        : [`least.${kindOf(issue.origin)}`, { least: Number(issue.minimum) }];
    case "invalid_type":
      if (issue.input === undefined || issue.input === null) return ["missing", {}];
      return [wholes.has(issue.expected) ? "whole" : null, {}];
    case "invalid_value":
      return issue.values.length > 1 ? ["choice", { choices: issue.values.join(", ") }] : [null, {}];
    default:
      return [null, {}];
  }
}

const wholes = new Set<string>(["int", "int32", "uint32", "safeint"]);

/** What is counted: characters of a text, things of a list, or the number itself. */
function kindOf(origin: string): "text" | "list" | "number" {
  if (origin === "string") return "text";
  return origin === "array" || origin === "set" || origin === "map" ? "list" : "number";
}

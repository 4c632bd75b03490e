import { z } from "zod";
import type { Language } from "@/db/enums";
import type { Actor, System } from "@/lib/access";
import { fail } from "@/lib/errors";
import { sentence } from "@/lib/sentences";
import type { Json } from "./channel";
import { fieldKey, secretFields } from "./describe-kinds";
import { type AnyChannel, channelOf } from "./registry";

export type Settings = { [key: string]: Json };

/** Any JSON; whoever reads it knows more. Not `z.json()`, whose recursion has no end in an OpenAPI document. */
export const anyJson = z.custom<Json>(() => true).meta({ type: "object", description: "Any JSON." });

const explain = { en: z.locales.en().localeError, fr: z.locales.fr().localeError };

/** The kind, or `invalid` for one that this version does not know. */
export function knownKind(kind: string): AnyChannel {
  return channelOf(kind) ?? fail("invalid", "channel.kind", { kind });
}

/**
 * Checks a channel's settings by its own schema and parts what may be shown from what is sealed. A secret that is left
 * out, or sent back as the empty text, keeps its old value, since the form that sends it never saw it. Throws
 * `invalid` with a fault for each field, as requests do.
 */
export function readSettings(
  actor: Actor | System,
  kind: string,
  given: Settings,
  kept: Settings,
): { whole: Settings; shown: Settings; secrets: Settings; address: string | null } {
  const secretNames = secretFields(kind);
  const filled = Object.fromEntries(
    Object.entries({ ...kept, ...given }).map(([name, value]) => [
      name,
      secretNames.includes(name) && (value === "" || value === null) && name in kept
        ? (kept[name] ?? null)
        : value,
    ]),
  );
  const language = actor.kind === "agent" ? actor.language : "en";
  const parsed = knownKind(kind).config.safeParse(filled, { error: explain[language] });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => ({
      field: `config.${issue.path.map(String).join(".")}`,
      message: explained(issue, filled, language),
    }));
    const first = parsed.error.issues[0];
    const field = labelOf(kind, String(first?.path[0] ?? ""), language);
    const problem = faults[0]?.message ?? "";
    return fail("invalid", "request.field", { field, problem, more: faults.length - 1 }, faults);
  }
  const whole: Settings = JSON.parse(JSON.stringify(parsed.data));
  const parts = Object.entries(whole);
  return {
    whole,
    shown: Object.fromEntries(parts.filter(([name]) => !secretNames.includes(name))),
    secrets: Object.fromEntries(parts.filter(([name, value]) => secretNames.includes(name) && value !== "")),
    address: addressOf(whole),
  };
}

/** What is wrong with one field, for somebody who has never heard of a schema. */
function explained(issue: z.core.$ZodIssue, filled: Settings, language: Language): string {
  const value = issue.path.reduce<unknown>(
    (at, name) => (typeof at === "object" && at !== null ? Reflect.get(at, name) : undefined),
    filled,
  );
  const isMissing =
    value === undefined || value === null || (typeof value === "string" && value.trim() === "");
  if (isMissing && issue.path.length > 0)
    return sentence(language, "errors.setting.missing") ?? issue.message;
  if (issue.code === "custom" && isUnsaid(issue.message))
    return sentence(language, "errors.setting.wrong") ?? issue.message;
  return sentence(language, `errors.${issue.message}`) ?? issue.message;
}

/** A refinement that says nothing of its own gets the library's "invalid input". */
function isUnsaid(message: string): boolean {
  return Object.values(explain).some((say) => {
    const usual = say({ code: "custom", input: undefined, path: [], message: "" });
    return (typeof usual === "string" ? usual : usual?.message) === message;
  });
}

function labelOf(kind: string, name: string, language: Language): string {
  return sentence(language, `channels.${kind}.fields.${fieldKey(kind, name)}`) ?? name;
}

/** The name by which the outside finds a channel: by agreement the field `slug` or `address` of its settings. */
function addressOf(settings: Settings): string | null {
  const name = settings.slug ?? settings.address;
  return typeof name === "string" && name !== "" ? name.toLowerCase() : null;
}

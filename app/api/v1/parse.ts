import type { z } from "zod";
import type { Language } from "@/db/enums";
import { fail } from "@/lib/errors";
import { sentence } from "@/lib/sentences";
import { explainIn } from "./explain";

/** One thing wrong with the request: where (`body.email`) and what, in the caller's language. */
export type FieldFault = { field: string; message: string };

/**
 * Parses one part of a request. A malformed id in the address is answered like an unknown one; anything else that is
 * wrong is `invalid` with a `FieldFault` for each field.
 */
export function parsePart<S extends z.ZodType>(
  schema: S | undefined,
  value: unknown,
  part: "params" | "query" | "body",
  language: Language,
): z.output<S>;
export function parsePart(
  schema: z.ZodType | undefined,
  value: unknown,
  part: "params" | "query" | "body",
  language: Language,
): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value, { error: explainIn(language) });
  if (parsed.success) return parsed.data;
  if (part === "params") fail("not_found", "not_found");
  const faults: FieldFault[] = parsed.error.issues.map((issue) => ({
    field: [...(part === "query" ? ["query"] : []), ...issue.path.map(String)].join(".") || part,
    message: issue.message,
  }));
  const said = { problem: faults[0]?.message ?? "", more: faults.length - 1 };
  const field = labelOf(parsed.error.issues[0]?.path ?? [], language);
  if (field === null) fail("invalid", "request.unnamed", said, faults);
  fail("invalid", "request.field", { ...said, field }, faults);
}

/**
 * What people call a field; null where they have no word for it. Then the sentence stands alone: how we write it in a
 * schema is in the details, for programs.
 */
function labelOf(path: readonly PropertyKey[], language: Language): string | null {
  const name = path.findLast((one) => typeof one === "string");
  return typeof name === "string" ? sentence(language, `errors.fields.names.${name}`) : null;
}

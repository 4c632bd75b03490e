import type { z } from "zod";
import type { Language } from "@/db/enums";
import { fail } from "@/lib/errors";
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
  const first = faults[0];
  fail(
    "invalid",
    "request.field",
    { field: first?.field ?? part, problem: first?.message ?? "", more: faults.length - 1 },
    faults,
  );
}

import { z } from "zod";
import type { Language } from "@/db/enums";
import { AppError } from "@/lib/errors";
import { sentence } from "@/lib/sentences";

/** The one shape of every failure. `message` is `key` said in the caller's language; `code` is for programs. */
export const errorBody = z
  .object({
    error: z.object({
      code: z.enum(["invalid", "not_found", "forbidden", "conflict", "unavailable", "internal"]),
      key: z.string().meta({ description: "Name of the sentence; stable." }),
      message: z.string().meta({ description: "The sentence, in the language of the caller." }),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      details: z
        .unknown()
        .optional()
        .meta({ description: "For `invalid`: the wrong fields. For `conflict`: what is newer." }),
    }),
  })
  .meta({ id: "Error" });

export type ErrorBody = z.infer<typeof errorBody>;

const statuses = { invalid: 422, not_found: 404, forbidden: 403, conflict: 409, unavailable: 503 } as const;

/** Failures whose status says more than their code does. */
const finer: Record<string, number> = {
  "session.required": 401,
  "token.unknown": 401,
  "request.json": 400,
  "request.content_type": 415,
  "request.too_large": 413,
  "request.method": 405,
  "sign_in.wrong": 401,
  "rate.limited": 429,
  "idempotency.running": 409,
};

/** How an expected failure leaves the house. A `seconds` parameter becomes Retry-After (RFC 9110, section 10.2.3). */
export function failureResponse(error: AppError, language: Language): Response {
  const status = finer[error.key] ?? statuses[error.code];
  const retryAfter = error.params.seconds ?? (status === 503 ? 2 : null);
  return Response.json(
    {
      error: {
        code: error.code,
        key: error.key,
        message: say(error, language),
        params: error.params,
        ...(error.details === undefined ? {} : { details: error.details }),
      },
    } satisfies ErrorBody,
    {
      status,
      headers: {
        "cache-control": "no-store",
        ...(retryAfter === null ? {} : { "retry-after": String(retryAfter) }),
        ...(status === 401 ? { "www-authenticate": 'Bearer realm="avant"' } : {}),
      },
    },
  );
}

/** A fault of ours: says only that, with a number by which the log can be searched. */
export function faultResponse(reference: string, language: Language): Response {
  return Response.json(
    {
      error: {
        code: "internal",
        key: "unexpected",
        message: sentence(language, "errors.unexpected", { reference }) ?? "Something broke on our side.",
        params: { reference },
      },
    } satisfies ErrorBody,
    { status: 500, headers: { "cache-control": "no-store" } },
  );
}

function say(error: AppError, language: Language): string {
  return (
    sentence(language, `errors.${error.key}`, error.params) ??
    sentence(language, `errors.${error.code}`, error.params) ??
    error.key
  );
}

/** What an error of PostgreSQL or a socket means to the caller: the database is away, or a value cannot be stored. */
export function asExpected(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  for (
    let cause: unknown = error, depth = 0;
    cause instanceof Error && depth < 4;
    cause = cause.cause, depth++
  ) {
    const code = "code" in cause ? String(cause.code) : "";
    if (away.test(code) || awayText.test(cause.message)) return new AppError("unavailable", "database.away");
    if (unstorable.test(code)) return new AppError("invalid", "request.value");
  }
  return null;
}

// Values that no column takes: not in the encoding, not a number or date, out of range (class 22, same appendix).
const unstorable = /^22(021|P02|P05|007|008|009|003)$/;

// 08… connection exceptions, 57P0x shutdown and start-up, 53300 too many connections (PostgreSQL, appendix A).
const away = /^(08\d{3}|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)$/;
const awayText =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|Client has encountered a connection error|Cannot use a pool after calling end/;

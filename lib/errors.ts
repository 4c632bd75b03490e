export type ErrorCode = "invalid" | "not_found" | "forbidden" | "conflict" | "unavailable";

/**
 * An expected failure. `key` names a sentence under `errors` in messages/<language>.json, so that whoever shows
 * it says it in the reader's language; `params` fill the sentence; `details` is JSON for the screen that asked.
 */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    readonly key: string,
    readonly params: Record<string, string | number> = {},
    readonly details: unknown = undefined,
  ) {
    super(`${code}: ${key}`);
  }
}

/** Throws the expected failure; typed `never` so that the compiler knows the path ends. */
export function fail(
  code: ErrorCode,
  key: string,
  params: Record<string, string | number> = {},
  details?: unknown,
): never {
  throw new AppError(code, key, params, details);
}

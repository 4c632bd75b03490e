import { fail } from "./errors";

const parts = {
  moment: (text: string) => !Number.isNaN(Date.parse(text)),
  uuid: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  text: (text: string) => text.length <= 500,
} as const;

/** The opaque mark of a place in a list: the sort key of the last row shown, so that page 1,000 costs what page 1 does. */
export function toCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The sort key in a cursor, checked part by part. Throws `invalid` for what is not one of ours. */
export function fromCursor(cursor: string, kinds: ReadonlyArray<keyof typeof parts>): string[] {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    fail("invalid", "cursor");
  }
  if (!Array.isArray(key) || key.length !== kinds.length) return fail("invalid", "cursor");
  return kinds.map((kind, at) => {
    const part: unknown = key[at];
    return typeof part === "string" && parts[kind](part) ? part : fail("invalid", "cursor");
  });
}

import { fail } from "./errors";

/** What a part of a key may be, so that PostgreSQL takes whatever passes: `moment` as its texts and ISO 8601 write one. */
const parts = {
  moment: (text: string) =>
    momentForm.test(text) && !text.startsWith("0000") && !Number.isNaN(Date.parse(text)),
  uuid: (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  bigint: (text: string) => /^\d{1,18}$/.test(text),
  smallint: (text: string) => /^-?\d{1,5}$/.test(text) && Math.abs(Number(text)) <= 32_767,
  /** A name of ours, such as a kind. */
  word: (text: string) => /^[a-z_]{1,40}$/.test(text),
  real: (text: string) => /^-?(\d{1,40}(\.\d{1,20})?(e[+-]\d\d)?|Infinity)$/.test(text) && fits(Number(text)),
} as const;

export type CursorPart = keyof typeof parts;

/** The opaque mark of a place in a list: the sort key of the last row shown, so that page 1,000 costs what page 1 does. */
export function toCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** The sort key in a cursor, checked part by part. Throws `invalid` for what is not one of ours. */
export function fromCursor(cursor: string, kinds: readonly CursorPart[]): string[] {
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

/** The cursor in a page's own address: whatever else stands there means the first page. */
export function cursorOf(param: string | string[] | undefined, kinds: readonly CursorPart[]): string | null {
  if (typeof param !== "string") return null;
  try {
    fromCursor(param, kinds);
    return param;
  } catch {
    return null;
  }
}

const momentForm = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-](0\d|1[0-5])(:?[0-5]\d)?)$/;

/** Whether a real of PostgreSQL has room for it: 4 bytes, and what is too small is refused like what is too large. */
function fits(number: number): boolean {
  const size = Math.abs(number);
  return size === 0 || size === Number.POSITIVE_INFINITY || (size > 1e-37 && size < 3.4e38);
}

import { bigint, customType, timestamp, uuid } from "drizzle-orm/pg-core";

/** A moment, stored in UTC. Milliseconds only: JavaScript has no more, and keyset pages must not skip rows. */
export function moment() {
  return timestamp({ precision: 3, withTimezone: true, mode: "date" });
}

/** How many bytes something has. */
export function bytes() {
  return bigint({ mode: "number" });
}

export function key() {
  return uuid().primaryKey();
}

/** A 64-bit transaction id (`xid8`), which JavaScript numbers cannot hold: carried as its decimal text. */
export const xid8 = customType<{ data: string; driverData: string }>({
  dataType: () => "xid8",
});

export const bytea = customType<{ data: Buffer; driverData: Buffer }>({
  dataType: () => "bytea",
});

/** 2048 bits, carried as their text of zeros and ones. */
export const bits2048 = customType<{ data: string; driverData: string }>({
  dataType: () => "bit(2048)",
});

/** The time that stands for "no due time", so that sort keys are never null and keyset pages stay simple. */
export const neverDue = "9999-12-31T00:00:00.000Z";

import type { Json } from "@/lib/channels/channel";

type Fields = { [key: string]: Json };

/** The fields that differ, before and after, for an event's row; null when nothing does. */
export function differences(before: Fields, after: Fields): { before: Fields; after: Fields } | null {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return null;
  const only = (fields: Fields): Fields =>
    Object.fromEntries(changed.map((key) => [key, fields[key] ?? null]));
  return { before: only(before), after: only(after) };
}

import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Dimension } from "@/db/enums";
import { uuids } from "@/db/uuids";

/** The names of ids, by name; the one without an id, and what has been deleted, last. Never by a figure. */
export async function namesOf(
  by: Dimension,
  ids: ReadonlyArray<string | null>,
): Promise<Array<{ id: string | null; name: string | null }>> {
  const known = new Map<string, string>();
  const asked = ids.filter((id) => id !== null);
  if (by !== "all" && asked.length > 0) {
    const found = await db.execute<{ id: string; name: string }>(
      sql`select id, name from ${sql.raw(tables[by])} where id = any(${uuids(asked)})`,
    );
    for (const { id, name } of found.rows) known.set(id, name);
  }
  const named = ids.map((id) => ({ id, name: id === null ? null : (known.get(id) ?? null) }));
  return named.sort((a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
    return collator.compare(a.name, b.name);
  });
}

const tables: Record<Exclude<Dimension, "all">, string> = {
  brand: "brands",
  channel: "channels",
  team: "teams",
  agent: "agents",
  tag: "tags",
};

const collator = new Intl.Collator("en");

import { type SQL, sql } from "drizzle-orm";

export type Value = string | number | boolean | null;

/** What PostgreSQL reads without quotes inside the braces of a list: these never hold a comma, a quote or a space. */
const bare = new Set(["uuid", "int", "bigint", "smallint", "float8", "boolean", "date"]);

/**
 * Rows as a table expression `u`: one parameter for each column, so that the statement stays the same for any number of
 * them. The lists are written here: `pg` looks at each element several times, and JSON costs the database five times as
 * much to take apart.
 */
export function tableOf<Row>(
  rows: readonly Row[],
  of: { [name: string]: readonly [type: string, value: (row: Row) => Value] },
): SQL {
  const lists = Object.values(of).map(
    ([type, value]) => sql`${listOf(rows, value, bare.has(type))}::${sql.raw(type)}[]`,
  );
  return sql`unnest(${sql.join(lists, sql`, `)}) as u(${sql.raw(Object.keys(of).join(", "))})`;
}

function listOf<Row>(rows: readonly Row[], value: (row: Row) => Value, isBare: boolean): string {
  let list = "{";
  for (const row of rows) {
    const one = value(row);
    if (list.length > 1) list += ",";
    if (one === null) list += "NULL";
    else if (isBare || typeof one !== "string") list += one;
    else list += `"${one.replace(special, "\\$&")}"`;
  }
  return `${list}}`;
}

const special = /["\\]/g;

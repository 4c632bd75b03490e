import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { databaseUrl, type Tx } from "@/db/client";
import * as schema from "@/db/schema/index";

/**
 * One transaction on a connection of its own without the limits of a request: whoever has written for years is looked for
 * in everything that ever came in.
 */
export async function patiently<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl(), application_name: "avant privacy" });
  client.on("error", () => {});
  await client.connect();
  try {
    return await drizzle({ client, schema, casing: "snake_case" }).transaction(run);
  } finally {
    await client.end();
  }
}

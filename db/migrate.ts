import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import * as schema from "@/db/schema/index";
import { Refusal } from "@/env";
import { putBack } from "./set-aside";

/** Any constant will do, as long as every version of Avant uses the same. */
const lock = 7_261_948;
const oldest = 15;

/**
 * Brings the database at `url` up to this version: our tables, then those of the job queue. Several processes may
 * call it at once; they wait for each other. Not through a transaction pooler: it holds a session lock.
 */
export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "avant-migrate",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    await refuseOldServer(client);
    await client.query("select pg_advisory_lock($1)", [lock]);
    await putBack(drizzle({ client, schema }));
    // A migration that cannot get its table lock fails, instead of making every request behind it wait.
    await client.query("set lock_timeout = '10s'");
    await applyMigrations(drizzle({ client }), { migrationsFolder: join(process.cwd(), "db/migrations") });
    await runMigrations({ connectionString: url, logger: silent });
  } finally {
    // Ending the session releases the lock.
    await client.end();
  }
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select current_setting('server_version_num')::int / 10000 as major");
  if (rows[0].major < oldest) {
    throw new Refusal(`DATABASE_URL leads to PostgreSQL ${rows[0].major}; Avant needs ${oldest} or newer`);
  }
}

const silent = new Logger(() => () => {});

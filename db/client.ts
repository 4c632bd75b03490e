import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "@/db/schema/index";

export type Schema = typeof schema;

/** The database, or a transaction on it where both will do. */
export type Db = NodePgDatabase<Schema>;
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

type Connected = { url: string; pool: pg.Pool };

declare global {
  // The server's bundle, Next's route bundles and the tests each load their own copy of this module; the pool
  // they must share therefore hangs on the global object.
  var avantDatabase: Connected | undefined;
}

/** How long one statement may take: somebody waits for an answer, or an operator started something long. */
export type Patience = "request" | "operator";

const limits = {
  // A request must be answered, if only with "unavailable", within 5 seconds of the database going away.
  request: { connect: 3_000, statement: 4_000, answer: 4_500 },
  operator: { connect: 10_000, statement: 0, answer: 0 },
} as const;

/** Points `db` and `pool` at `url`, in every copy of this module in the process. Opens no connection yet. */
export function connect(url: string, patience: Patience = "request", max = 10): pg.Pool {
  const limit = limits[patience];
  const made = new pg.Pool({
    connectionString: url,
    max,
    Client: HonestClient,
    application_name: "avant",
    connectionTimeoutMillis: limit.connect,
    query_timeout: limit.answer || undefined,
    statement_timeout: limit.statement || undefined,
    // A forgotten transaction would hold back the event relay of the whole cluster.
    idle_in_transaction_session_timeout: 30_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  // Without listeners a lost connection is an uncaught error and ends the process.
  made.on("error", ignore);
  made.on("connect", (client) => client.on("error", ignore));
  globalThis.avantDatabase = { url, pool: made };
  return made;
}

/** Waits for the queries under way and closes every connection. */
export async function disconnect(): Promise<void> {
  const connected = globalThis.avantDatabase;
  globalThis.avantDatabase = undefined;
  await connected?.pool.end();
}

/** Where the database is, for what needs a connection of its own (LISTEN, locks). */
export function databaseUrl(): string {
  return current().url;
}

/** The pool of the moment. It is looked up on each use, because it exists only after the server has started. */
export const pool: pg.Pool = new Proxy(Object.create(pg.Pool.prototype) as pg.Pool, {
  get(_target, key) {
    const real = current().pool;
    const value: unknown = Reflect.get(real, key);
    return typeof value === "function" ? value.bind(real) : value;
  },
  set(_target, key, value) {
    return Reflect.set(current().pool, key, value);
  },
});

export const db: Db = drizzle({ client: pool, schema, casing: "snake_case" });

function current(): Connected {
  if (globalThis.avantDatabase === undefined)
    throw new Error("There is no database yet: call connect(url) first");
  return globalThis.avantDatabase;
}

function ignore(): void {}

/**
 * After a query timeout `pg` leaves the connection waiting for the old answer and gives it to the next caller,
 * who then waits too. Here such a connection is cut, so that the pool opens a fresh one.
 */
class HonestClient extends pg.Client {
  override query = ((...args: unknown[]) => {
    const result: unknown = Reflect.apply(pg.Client.prototype.query, this, args);
    if (result instanceof Promise) result.catch((error: Error) => this.cutAfterTimeout(error));
    return result;
  }) as pg.Client["query"];

  private cutAfterTimeout(error: Error): void {
    if (error.message === "Query read timeout") this.connection.stream.destroy();
  }
}

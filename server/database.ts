import { connect, databaseUrl, disconnect, type Patience } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { env, Refusal } from "@/env";

/**
 * Opens the database that the settings name, or the embedded one, brings it up to this version and points `db` at
 * it. `close` also lets go of the embedded server, which stops with its last user.
 */
export async function openDatabase(patience: Patience): Promise<{ close(): Promise<void> }> {
  const server = env.DATABASE_URL === undefined ? await startEmbedded(env.DATA_DIR) : null;
  const url = server?.url ?? env.DATABASE_URL ?? "";
  try {
    await migrate(url);
  } catch (error) {
    await server?.stop();
    throw reachable(error);
  }
  connect(url, patience);
  return {
    close: async () => {
      await disconnect();
      await server?.stop();
    },
  };
}

/** From now on nobody waits longer than a request may. */
export async function haveRequests(): Promise<void> {
  const url = databaseUrl();
  await disconnect();
  connect(url, "request");
}

/** A sentence for the two faults that an operator makes; everything else as it is. */
function reachable(error: unknown): unknown {
  if (!(error instanceof Error) || env.DATABASE_URL === undefined) return error;
  const { host, username } = new URL(env.DATABASE_URL);
  const code = "code" in error ? String(error.code) : "";
  if (
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH/.test(code) ||
    /timeout expired/.test(error.message)
  )
    return new Refusal(
      `DATABASE_URL: nothing answers at ${host}. Is the server running, and the address right?`,
    );
  if (/^28/.test(code))
    return new Refusal(`DATABASE_URL: ${host} does not let ${username} in. Check user and password.`);
  return error;
}

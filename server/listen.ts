import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { env, Refusal } from "@/env";

/** Binds the port. Throws a Refusal when it is taken: by another start of this installation, or by a stranger. */
export async function listen(http: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => reject(explain(error)));
    http.listen(env.PORT, env.HOST, resolve);
  });
  try {
    mkdirSync(env.DATA_DIR, { recursive: true });
  } catch {
    throw new Refusal(
      `DATA_DIR ${env.DATA_DIR} cannot be made or written. Choose a folder of yours, for example DATA_DIR=.data`,
    );
  }
  writeFileSync(noteFile(), JSON.stringify({ pid: process.pid, address: env.APP_URL }));
  process.once("exit", () => rmSync(noteFile(), { force: true }));
}

/** Who serves this port from this DATA_DIR, for the sentence that the next start prints. */
function noteFile(): string {
  return join(env.DATA_DIR, `serving-${env.PORT}.json`);
}

function explain(error: NodeJS.ErrnoException): Error {
  const other = env.PORT + 1;
  if (error.code === "EADDRINUSE") {
    const running = runningAddress();
    return new Refusal(
      running === null
        ? `Port ${env.PORT} is taken by another program. Choose another one, for example: PORT=${other} npm start`
        : `Avant already runs at ${running}. Open it there, or start a second one beside it: PORT=${other} npm start`,
    );
  }
  if (error.code === "EACCES")
    return new Refusal(
      `PORT ${env.PORT} needs more rights than this user has. Choose one above 1023, for example PORT=3000`,
    );
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return new Refusal(
      `HOST ${env.HOST} is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them`,
    );
  return error;
}

function runningAddress(): string | null {
  try {
    const { pid, address } = JSON.parse(readFileSync(noteFile(), "utf8"));
    process.kill(pid, 0);
    return String(address);
  } catch {
    return null;
  }
}

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, mkdirSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { Refusal } from "@/env";

/** Who runs PostgreSQL: ourselves, or, as it refuses to be run by root, somebody with fewer rights. */
export type Account = { ids: { uid: number; gid: number } | undefined };

/** The account for PostgreSQL on this machine. Throws when there is none. */
export function chooseAccount(): Account {
  if (process.getuid === undefined) return { ids: undefined };
  if (process.getuid() !== 0) {
    try {
      userInfo();
    } catch {
      throw new Refusal(
        `The built-in database needs a user with a name, and user ${process.getuid()} has none on this machine. Set DATABASE_URL to a PostgreSQL server, or run Avant as a named user`,
      );
    }
    return { ids: undefined };
  }
  const lines = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const entry = lines.find(([name]) => name === "postgres") ?? lines.find(([name]) => name === "nobody");
  if (entry === undefined) {
    throw new Refusal(
      "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody. Run Avant as another user, or set DATABASE_URL",
    );
  }
  return { ids: { uid: Number(entry[2]), gid: Number(entry[3]) } };
}

/**
 * A folder below `dataDir` that the account owns; or, when the account cannot get there because a directory above
 * is private, one below /var/lib that is always the same for this `dataDir`.
 */
export function chooseHome(dataDir: string, account: Account): string {
  const inside = join(dataDir, "database");
  mkdirSync(inside, { recursive: true });
  if (account.ids === undefined) return inside;
  chownSync(inside, account.ids.uid, account.ids.gid);
  if (canEnter(inside, account.ids)) return inside;
  const outside = join("/var/lib/avant", createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  mkdirSync(outside, { recursive: true });
  chownSync(outside, account.ids.uid, account.ids.gid);
  return outside;
}

function canEnter(folder: string, ids: { uid: number; gid: number }): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { ...ids, cwd: "/" }).status === 0;
}

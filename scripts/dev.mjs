// The development server: Next reloads pages by itself; when the server's own code changes, it is started anew.
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { root } from "./setup.mjs";

const watched = ["lib", "db", "app/api", "server", "messages", "server.ts", "env.ts", ".env"];

export async function dev() {
  let child = start();
  let isStopping = false;
  let pending;

  for (const path of watched) {
    try {
      watch(path, { recursive: true }, (_event, name) => {
        if (/\.test\.tsx?$|~$|\.tmp/.test(name ?? "") || isStopping) return;
        clearTimeout(pending);
        pending = setTimeout(restart, 200, name ?? path);
      });
    } catch {
      // .env and folders that do not exist yet need no watching.
    }
  }

  function restart(name) {
    console.log(`  ${name} changed; starting again`);
    const old = child;
    old.removeAllListeners("exit");
    if (old.exitCode !== null) child = start();
    else {
      old.once("exit", () => {
        if (!isStopping) child = start();
      });
      old.kill("SIGTERM");
    }
  }

  function start() {
    const started = spawn(process.execPath, ["scripts/run.mjs", "server/dev.ts"], {
      cwd: root,
      stdio: "inherit",
    });
    // It ended by itself: the reason is on the screen; a changed file starts it again.
    started.on("exit", (code) => {
      if (isStopping || code === 0) process.exit(code ?? 0);
      console.log("  Waiting for a change …");
    });
    return started;
  }

  // Ctrl+C reaches the child by itself; SIGTERM only us.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      isStopping = true;
      child.removeAllListeners("exit");
      if (child.exitCode !== null) process.exit(0);
      child.once("exit", (code) => process.exit(code ?? 0));
      if (signal !== "SIGINT") child.kill("SIGTERM");
    });
  }
}

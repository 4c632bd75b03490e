import { spawn } from "node:child_process";

/** Starts a server and waits for its first answer of 200; `ms` is the time until then. */
export async function up(
  command: string[],
  settings: Record<string, string>,
  url: string,
  headers: Record<string, string>,
) {
  const begun = performance.now();
  const child = spawn(command[0]!, command.slice(1), {
    env: { ...process.env, NODE_ENV: "production", ...settings },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (;;) {
    const status = await fetch(url, { headers, redirect: "manual" }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) break;
    if (child.exitCode !== null) throw new Error(`${command.join(" ")} ended with ${child.exitCode}`);
    if (performance.now() - begun > 120_000) throw new Error(`${url} answers ${status}`);
    await new Promise((done) => setTimeout(done, 10));
  }
  return {
    child,
    ms: performance.now() - begun,
    stop: () =>
      new Promise<void>((resolve) => {
        child.once("exit", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

// Where the browser for the end-to-end tests is, and how to get one on a fresh machine.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The path of a Chromium that is already there: CHROMIUM_PATH, the system's, or Playwright's own; else null. */
export async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (found) return found;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** Finds a Chromium or installs one: from the system's packages as root, else Playwright's. Throws when neither works. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const apt = process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0;
  const tries = [
    ...(apt
      ? [
          [
            "sh",
            [
              "-c",
              "apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends chromium fonts-liberation",
            ],
          ],
        ]
      : []),
    [process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]],
  ];
  for (const [command, args] of tries) {
    spawnSync(command, args, { stdio: "ignore", timeout: 600_000 });
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "No Chromium was found, and none could be installed. Install one and set CHROMIUM_PATH to it",
  );
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1]?.endsWith("chromium.mjs")) console.log(await ensureChromium());

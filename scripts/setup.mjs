// What must be done before anything of ours can run: packages, and the production build. Only Node's own modules,
// because on a fresh machine there is nothing else.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends the program with one sentence when Node is too old, and goes to the project's folder. */
export function begin() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(
      `Avant needs Node 20.19 or newer, this is ${process.version}. Node 24 is recommended: https://nodejs.org`,
    );
    process.exit(1);
  }
  process.chdir(root);
  process.env.NEXT_TELEMETRY_DISABLED = "1";
}

/** Wrong settings are the reader's to mend: they get sentences, not a stack. */
export function explain(error) {
  if (error?.name !== "SettingsError" && error?.name !== "Refusal") throw error;
  console.error(
    `${error.message}\nChange it in the environment or in .env; .env.example lists every setting.`,
  );
  process.exit(1);
}

/** Installs the packages that package-lock.json names, unless they are there. */
export async function install() {
  if (isInstalled()) return;
  await inTurn(async () => {
    if (isInstalled()) return;
    const npm = process.env.npm_execpath?.endsWith(".js")
      ? [process.execPath, process.env.npm_execpath]
      : ["npm"];
    // --include=dev: with NODE_ENV=production in the environment npm would leave out what the build needs.
    await run("Installing packages", [...npm, "ci", "--include=dev", "--no-audit", "--no-fund"], {
      help: "Is the network there? Try again, or run: npm ci",
    });
  });
}

/** Builds the pages and the server, unless nothing has changed since the last time. */
export async function build() {
  if (isBuilt()) return;
  await inTurn(async () => {
    if (isBuilt()) return;
    const hash = sourcesHash();
    rmSync(join(root, ".next/.avant-build"), { force: true });
    // Types left over from the development server may name pages that are gone, and fail the build.
    for (const folder of [".next/dev/types", ".next/types"])
      rmSync(join(root, folder), { recursive: true, force: true });
    await run("Building the pages", [process.execPath, "node_modules/next/dist/bin/next", "build"], {
      env: { NODE_ENV: "production" },
      help: "The lines above say what is wrong",
    });
    await step("Building the server", bundle);
    writeFileSync(join(root, ".next/.avant-build"), hash);
  });
}

/** One JavaScript file for each of our own entry points, in dist/. */
const entries = {
  server: "server.ts",
  avant: "scripts/commands/index.ts",
  "parse-worker": "lib/channels/parse-worker.ts",
};

/** Libraries of many small files, which load several times faster from inside the bundle. */
const inlined = [
  "drizzle-orm",
  "zod",
  "hono",
  "@hono/zod-openapi",
  "@hono/node-server",
  "use-intl",
  "sanitize-html",
];

async function bundle() {
  const { build: esbuild } = await import("esbuild");
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const named = Object.keys({ ...dependencies, ...devDependencies });
  const present = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)));
  await esbuild({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(present),
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external: named.filter((name) => !inlined.includes(name)),
    minifySyntax: true,
    // What is inlined may still call require for Node's own modules.
    banner: {
      js: 'import { createRequire as makeRequire } from "node:module"; const require = makeRequire(import.meta.url);',
    },
    sourcemap: true,
    logLevel: "error",
  });
}

function isBuilt() {
  const stamp = join(root, ".next/.avant-build");
  return (
    existsSync(stamp) &&
    existsSync(join(root, "dist/server.mjs")) &&
    readFileSync(stamp, "utf8") === sourcesHash()
  );
}

const sources = ["app", "lib", "db", "server", "messages", "public", "scripts/commands"];
const files = [
  "server.ts",
  "env.ts",
  "next.config.mjs",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

function sourcesHash() {
  const hash = createHash("sha256").update(process.versions.node.split(".")[0]);
  const all = sources.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      : [],
  );
  const kept = all.filter(
    (path) => !/\.test\.tsx?$|\/fixtures\/|^db\/migrations\//.test(path.replaceAll("\\", "/")),
  );
  for (const path of [...kept, ...files, "scripts/setup.mjs"].sort()) {
    if (existsSync(path)) hash.update(path).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** npm writes node_modules/.package-lock.json last: it is missing after an install that was cut off. */
function isInstalled() {
  const read = (file) => JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const wanted = read("package-lock.json");
  const there = read("node_modules/.package-lock.json");
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || entry.peer || there[path]?.version === entry.version,
  );
}

/** Prints one line: what is done, and how long it took. On a terminal the seconds tick meanwhile. */
export async function step(title, work) {
  const begun = Date.now();
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  ${title} …`);
  else console.log(`  ${title} …`);
  const ticking = live && setInterval(() => process.stdout.write(`\r  ${title} … ${seconds()} `), 500);
  try {
    const result = await work();
    process.stdout.write(`${live ? "\r" : ""}  ${title}: done in ${seconds()}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${live ? "\r" : ""}  ${title}: failed after ${seconds()}\n`);
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** Runs a program as a step; its output is only shown when it fails, which ends ours. */
async function run(title, [command, ...args], { env = {}, help }) {
  const output = [];
  try {
    await step(
      title,
      () =>
        new Promise((resolve, reject) => {
          const child = spawn(command, args, {
            cwd: root,
            env: { ...process.env, ...env },
            stdio: ["ignore", "pipe", "pipe"],
            shell: process.platform === "win32" && command === "npm",
          });
          const end = () => child.kill();
          process.once("exit", end);
          child.stdout.on("data", (chunk) => output.push(chunk));
          child.stderr.on("data", (chunk) => output.push(chunk));
          child.on("error", reject);
          child.on("exit", (code) => {
            process.off("exit", end);
            code === 0 ? resolve() : reject(new Error(`${title} ended with ${code}`));
          });
        }),
    );
  } catch {
    console.error(Buffer.concat(output).toString().trimEnd().split("\n").slice(-60).join("\n"));
    console.error(`\n${title} did not work. ${help}.`);
    process.exit(1);
  }
}

/** Two starts at once in one folder must not install or build over each other: the second waits for the first. */
async function inTurn(work) {
  const lock = join(root, ".data/setup.lock");
  mkdirSync(dirname(lock), { recursive: true });
  let told = false;
  for (;;) {
    try {
      symlinkSync(String(process.pid), lock);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") return work();
      if (!isAlive(ownerOf(lock))) rmSync(lock, { force: true });
      else if (!told) {
        console.log("  Another start is installing or building here; waiting for it …");
        told = true;
      }
      await wait(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function ownerOf(lock) {
  try {
    return Number(readlinkSync(lock));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch (error) {
    return error.code === "EPERM";
  }
}

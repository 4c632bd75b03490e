// `npm test`: everything a change must pass, from a fresh clone, with a table of times and one line of counts.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { begin, install } from "./setup.mjs";

begin();
// An operator's .env must not leak into the tests; what is set here wins over the file.
for (const name of ["DATABASE_URL", "REDIS_URL", "S3_URL", "SMTP_URL", "APP_URL", "SECRET_KEY", "DATA_DIR"])
  process.env[name] = "";
await install();

const node = process.execPath;
const results = [];
const reports = mkdtempSync(join(tmpdir(), "avant-reports-"));

const running = new Set();
// Stopped from outside: whoever runs for us gets the chance to stop its servers.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    for (const child of running) child.kill("SIGINT");
    setTimeout(() => process.exit(130), 12_000).unref();
    Promise.all([...running].map((child) => new Promise((ended) => child.once("exit", ended)))).then(() =>
      process.exit(130),
    );
  });
}

await Promise.all([
  check("formatting and lint", [node, "node_modules/@biomejs/biome/bin/biome", "check", "."]),
  check("types", [node, "scripts/types.mjs"]),
]);
await check(
  "unit and integration",
  [
    node,
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile=${reports}/vitest.json`,
    // As with the journeys: a machine that stood still for a moment is not a fault, and is named in the summary.
    "--retry=1",
  ],
  vitestCounts,
  // A colour for every dot is ten letters of noise in a log.
  process.stdout.isTTY ? {} : { NO_COLOR: "1" },
);
if (await check("build", [node, "scripts/start.mjs", "--build-only"])) {
  await check("JavaScript of the queue", [node, "scripts/budget.mjs"]);
  await check("Chromium", [node, "scripts/chromium.mjs"]);
  await check(
    "end to end",
    [node, "node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
    playwrightCounts,
    {
      PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/playwright.json`,
    },
  );
  if (existsSync("bench/faults/index.ts"))
    await check("faults, a few", [node, "scripts/run.mjs", "bench/faults/index.ts", "--ci"]);
  if (existsSync("bench/index.ts"))
    await check("figures, a few", [node, "scripts/run.mjs", "bench/index.ts", "--ci"]);
}
rmSync(reports, { recursive: true, force: true });
report();

/** Runs a program, shows what it says, and notes how long it took and how many tests of it passed. */
async function check(title, [command, ...args], count = oneCount, env = {}) {
  console.log(`\n── ${title}`);
  const begun = Date.now();
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    running.add(child);
    child.on("exit", (exit) => resolve(exit ?? 1));
    child.on("error", () => resolve(1));
    child.on("exit", () => running.delete(child));
  });
  const counted = count(code);
  // A run that broke down without a failed test has failed all the same.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  results.push({ title, seconds: (Date.now() - begun) / 1000, ...counted });
  return code === 0;
}

function oneCount(code) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
}

function vitestCounts() {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numFailedTestSuites = 0,
    testResults = [],
  } = readReport("vitest.json");
  const said = testResults.flatMap(({ name, status, message, assertionResults }) => [
    ...(status === "failed" && assertionResults.length === 0 ? [line("✗", name, message)] : []),
    ...assertionResults
      .filter(({ failureMessages }) => failureMessages.length > 0)
      .map((one) => line(one.status === "passed" ? "~" : "✗", one.fullName, one.failureMessages[0])),
  ]);
  return { passed: numPassedTests, failed: Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0), said };
}

function playwrightCounts() {
  const { stats, suites = [] } = readReport("playwright.json");
  const specs = suites.flatMap(function all(suite) {
    return [...suite.specs, ...(suite.suites ?? []).flatMap(all)];
  });
  const said = specs.flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ status, results }) =>
        line(status === "flaky" ? "~" : "✗", `${file}: ${title}`, results[0]?.error?.message),
      ),
  );
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0, said };
}

/** A test and the first line of what it said. */
function line(mark, name, message = "") {
  return `${mark} ${name}\n    ${stripVTControlCharacters(message).trim().split("\n")[0]}`;
}

function readReport(name) {
  const file = join(reports, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function report() {
  console.log("\n── summary");
  for (const { title, seconds, passed, failed } of results) {
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
    console.log(
      `${failed > 0 ? "✗" : "✓"} ${title.padEnd(26)} ${seconds.toFixed(1).padStart(7)} s ${counts}`,
    );
  }
  const said = results.flatMap(({ said = [] }) => said);
  if (said.length > 0) console.log(`\nFailed (✗), or passed at the second try (~):\n${said.join("\n")}\n`);
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const minutes = results.reduce((total, { seconds }) => total + seconds, 0) / 60;
  console.log(`  ${minutes.toFixed(1)} minutes`);
  console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") > 0 ? 1 : 0;
}

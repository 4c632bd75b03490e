// `npm test`: everything a change must pass, from a fresh clone, with a table of times and one line of counts.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { begin, install } from "./setup.mjs";

begin();
// An operator's .env must not leak into the tests; what is set here wins over the file.
for (const name of ["DATABASE_URL", "REDIS_URL", "S3_URL", "SMTP_URL", "APP_URL", "SECRET_KEY", "DATA_DIR"])
  process.env[name] = "";
await install();

const node = process.execPath;
const results = [];
/** More broken files than this are not a matter of chance. */
const mostAgain = 8;
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
  vitest([]),
  vitestCounts,
  vitest,
  // A colour for every dot is ten letters of noise in a log.
  process.stdout.isTTY ? {} : { NO_COLOR: "1" },
);
if (await check("build", [node, "scripts/start.mjs", "--build-only"])) {
  await check("JavaScript of the queue", [node, "scripts/budget.mjs"]);
  await check("Chromium", [node, "scripts/chromium.mjs"]);
  await check("end to end", playwright([]), playwrightCounts, playwright, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/playwright.json`,
  });
  const faults = [node, "scripts/run.mjs", "bench/faults/index.ts", "--ci"];
  if (existsSync("bench/faults/index.ts")) await check("faults, a few", faults, oneCount, () => faults);
  const figures = [node, "scripts/run.mjs", "bench/index.ts", "--ci"];
  if (existsSync("bench/index.ts")) await check("figures, a few", figures, oneCount, () => figures);
}
rmSync(reports, { recursive: true, force: true });
report();

/** All unit and integration tests, or those of `files`, one after the other. */
function vitest(files) {
  const alone = files.length > 0 ? ["--no-file-parallelism"] : [];
  const output = ["--reporter=dot", "--reporter=json", `--outputFile=${reports}/vitest.json`];
  return [node, "node_modules/vitest/vitest.mjs", "run", ...output, ...alone, ...files];
}

/** All journeys, or those of `files`, one after the other on a server of their own. */
function playwright(files) {
  const alone = files.length > 0 ? ["--workers=1"] : [];
  return [node, "node_modules/@playwright/test/cli.js", "test", "--reporter=list,json", ...alone, ...files];
}

/**
 * Runs a program, shows what it says, and notes how long it took and how many tests of it passed. Files in which a
 * test failed, or all where it broke down without one, are run once more, alone and from a clean start, where `again`
 * says how: a machine that stood still for a moment is not a fault. The summary names them, whatever the second time says.
 */
async function check(title, command, count = oneCount, again = undefined, env = {}) {
  console.log(`\n── ${title}`);
  const begun = Date.now();
  let code = await run(command, env);
  let counted = count(code, title);
  const files = counted.failedFiles ?? [];
  if (code !== 0 && again && files.length <= mostAgain) {
    console.log(`\n── ${title}: once more: ${files.join(", ") || "all of it"}`);
    const first = counted;
    code = await run(again(files), env);
    const second = count(code, title);
    const said =
      code === 0 ? first.said.map((one) => one.replace("✗", "~")) : [...first.said, ...second.said];
    const passed = files.length === 0 ? second.passed : first.passed + first.failed - second.failed;
    counted = { passed, failed: second.failed, said };
  }
  // A run that broke down without a failed test has failed all the same.
  if (code !== 0 && counted.failed === 0) counted.failed = 1;
  results.push({ title, seconds: (Date.now() - begun) / 1000, ...counted });
  return code === 0;
}

async function run([command, ...args], env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    running.add(child);
    child.on("exit", (exit) => resolve(exit ?? 1));
    child.on("error", () => resolve(1));
    child.on("exit", () => running.delete(child));
  });
}

function oneCount(code, title) {
  if (code === 0) return { passed: 1, failed: 0, said: [] };
  return { passed: 0, failed: 1, said: [`✗ ${title}`] };
}

function vitestCounts() {
  const { numPassedTests = 0, testResults = [] } = readReport("vitest.json");
  const failed = testResults.filter(({ status }) => status === "failed");
  const said = failed.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === "failed");
    // A file that could not even begin has no tests.
    if (tests.length === 0) return [line("✗", name, message)];
    return tests.map(({ fullName, failureMessages }) => line("✗", fullName, failureMessages[0]));
  });
  return {
    passed: numPassedTests,
    failed: said.length,
    said,
    failedFiles: failed.map(({ name }) => relative(process.cwd(), name)),
  };
}

function playwrightCounts() {
  const { stats, suites = [] } = readReport("playwright.json");
  const specs = suites.flatMap(function all(suite) {
    return [...suite.specs, ...(suite.suites ?? []).flatMap(all)];
  });
  const ended = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status, results }) => ({ title, file, status, message: results[0]?.error?.message })),
  );
  const failed = ended.filter(({ status }) => status === "unexpected");
  const said = ended
    .filter(({ status }) => status === "unexpected" || status === "flaky")
    .map(({ title, file, status, message }) =>
      line(status === "flaky" ? "~" : "✗", `${file}: ${title}`, message),
    );
  return {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: failed.length,
    said,
    failedFiles: [...new Set(failed.map(({ file }) => `e2e/${file}`))],
  };
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

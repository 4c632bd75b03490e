import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Size } from "./slices";
import { isMet, printTable, type Row } from "./table";

/**
 * npm run bench [-- part …] [--ci | --full]. Every part sets the product against the bare thing beside it in one run;
 * see bench/README.md for what is measured and what it is not.
 */
const parts: Record<string, () => Promise<(size: Size) => Promise<Row[]>>> = {
  clock: async () => (await import("./clock")).measureClock,
  ingest: async () => (await import("./ingest")).measureIngest,
  live: async () => (await import("./live")).measureLive,
  desk: async () => (await import("./desk")).measureDesk,
  page: async () => (await import("./page")).measurePage,
  search: async () => (await import("./search")).measureSearch,
  rank: async () => (await import("./rank")).measureRank,
  queue: async () => (await import("./queue")).measureQueue,
  signals: async () => (await import("./signals")).measureSignals,
  reports: async () => (await import("./reports")).measureReports,
  spikes: async () => (await import("./spikes")).measureSpikes,
  identity: async () => (await import("./identity")).measureIdentity,
  cues: async () => (await import("./cues")).measureCues,
};

const asked = process.argv.slice(2);
const size: Size = asked.includes("--full") ? "full" : asked.includes("--ci") ? "ci" : "quick";
// "second" after --sealed is a set of the part cues, not a part.
const names = asked.filter(
  (each, at) => !each.startsWith("--") && !(each === "second" && asked[at - 1] === "--sealed"),
);
const unknown = names.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. Parts: ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}

// Everything the parts write goes into a folder that is gone afterwards, whatever the settings say.
const folder = mkdtempSync(join(tmpdir(), "avant-bench-"));
chmodSync(folder, 0o755);
Object.assign(process.env, {
  DATA_DIR: folder,
  DATABASE_URL: "",
  REDIS_URL: "",
  S3_URL: "",
  SMTP_URL: "",
  SMTP_IN_PORT: "0",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
});
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const rows: Row[] = [];
for (const [name, load] of Object.entries(parts)) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(`${name} …`);
  rows.push(...(await (await load())(size)));
}
printTable(rows);
const missed = rows.filter((row) => !isMet(row)).length;
console.log(`\n${rows.length - missed} of ${rows.length} lines as wanted (${size}).`);
process.exit(0);

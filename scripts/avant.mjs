// `npm run avant -- <command>`: the operator's command line.
import { existsSync } from "node:fs";
import { begin, explain, install } from "./setup.mjs";

begin();
// An installed image has no development packages: it brings the commands bundled.
if (existsSync("scripts/commands/index.ts")) await install();
const tsx = await import("tsx/esm/api").catch(() => null);
tsx?.register();
const { main } = await import(tsx ? "./commands/index.ts" : "../dist/avant.mjs").catch(explain);
process.exitCode = await main(process.argv.slice(2));

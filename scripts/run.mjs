// Runs one of our TypeScript files: node scripts/run.mjs bench/index.ts …
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { begin, explain, install } from "./setup.mjs";

begin();
await install();
const { register } = await import("tsx/esm/api");
register();
process.setSourceMapsEnabled(true);
const [file, ...rest] = process.argv.slice(2);
process.argv = [process.execPath, resolve(file), ...rest];
await import(pathToFileURL(resolve(file)).href).catch(explain);

// `npm run test:real [name …]`: the channels against real servers, which each test installs and starts by itself.
import { spawn } from "node:child_process";
import { begin, install } from "./setup.mjs";

begin();
// An operator's .env must not leak into the tests; what is set here wins over the file.
for (const name of ["DATABASE_URL", "REDIS_URL", "S3_URL", "SMTP_URL", "APP_URL", "SECRET_KEY", "DATA_DIR"])
  process.env[name] = "";
await install();

const vitest = ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.real.config.ts"];
const child = spawn(process.execPath, [...vitest, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.once("exit", (code) => process.exit(code ?? 1));

// Checks the types. Next writes those of its routes first; without them a fresh clone does not compile.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { begin } from "./setup.mjs";

begin();
const made = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "typegen"], {
  encoding: "utf8",
});
if (made.status !== 0) {
  console.log(made.stdout, made.stderr);
  process.exit(1);
}
// Left over from the development server, these may name pages that are gone.
rmSync(".next/dev/types", { recursive: true, force: true });
process.exit(
  spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit"], { stdio: "inherit" }).status ??
    1,
);

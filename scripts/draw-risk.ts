import { readFileSync, writeFileSync } from "node:fs";
import { drawRisk, riskTable } from "./risk-picture";

/** node scripts/run.mjs scripts/draw-risk.ts: after a change of the shipped model. */
writeFileSync("docs/pictures/risk.svg", drawRisk());
const page = readFileSync("docs/risk.md", "utf8");
writeFileSync(
  "docs/risk.md",
  page.replace(
    /(<!-- factors -->\n)[\s\S]*?(\n<!-- end -->)/,
    (_, begin, end) => `${begin}${riskTable()}${end}`,
  ),
);

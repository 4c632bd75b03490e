import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawRisk, riskTable } from "./risk-picture";

// After a change of the shipped model: node scripts/run.mjs scripts/draw-risk.ts
test("the picture of docs/risk.md is drawn from the model that ships", () => {
  expect(readFileSync("docs/pictures/risk.svg", "utf8")).toBe(drawRisk());
});

test("the table of docs/risk.md says the weights that ship", () => {
  const page = readFileSync("docs/risk.md", "utf8");
  expect(page).toContain(`<!-- factors -->\n${riskTable()}\n<!-- end -->`);
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { languages } from "@/db/enums";
import { sentence } from "@/lib/sentences";

const root = join(import.meta.dirname, "..");

test("every refusal in the code has its sentence in every language", () => {
  const missing = new Set<string>();
  for (const folder of ["lib", "app"]) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(file) || /\.test\./.test(file)) continue;
      const code = readFileSync(join(root, folder, file), "utf8");
      const refusals = code.matchAll(
        /(?:fail|AppError)\(\s*"(?:invalid|not_found|forbidden|conflict|unavailable)",\s*"([^"]+)"/g,
      );
      for (const [, key] of refusals)
        for (const language of languages)
          if (sentence(language, `errors.${key}`) === null) missing.add(`${language} errors.${key}`);
    }
  }
  expect([...missing]).toEqual([]);
});

import { defineConfig } from "vitest/config";
import usual from "./vitest.config";

/** Against real servers: slow to install and to start, so one file after the other, with patience. */
export default defineConfig({
  ...usual,
  test: {
    ...usual.test,
    include: ["e2e/real/**/*.test.ts"],
    exclude: [],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 900_000,
  },
});

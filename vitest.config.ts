import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

const dataDir = mkdtempSync(join(tmpdir(), "avant-test-"));
process.on("exit", () => rmSync(dataDir, { recursive: true, force: true }));

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    globalSetup: "db/test-cluster.ts",
    exclude: ["**/node_modules/**", "e2e/**", ".next/**", "dist/**", ".data/**"],
    // A two-core machine runs the embedded database beside the tests.
    maxWorkers: 2,
    // Generous: machines under load are slow, and a test that hangs is found all the same.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 40_000 } },
    env: {
      DATA_DIR: dataDir,
      SECRET_KEY: "a key for tests only, never for real data",
      LOG_LEVEL: "silent",
      APP_URL: "http://localhost:3000",
      // The tests bring their own database and never an operator's.
      DATABASE_URL: "",
      REDIS_URL: "",
      S3_URL: "",
      SMTP_URL: "",
    },
  },
});

import { chmodSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/chromium.mjs";

// Playwright reads this file in each of its processes: the first one chooses, the others inherit.
process.env.E2E_PORT ??= String(await freePort());
process.env.E2E_SMTP_PORT ??= String(await freePort());
process.env.E2E_DATA_DIR ??= dataFolder();
process.env.E2E_CHROMIUM ??= (await findChromium()) ?? "";

const address = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  // What speaks to real servers lies beside them, and is `npm run test:real`.
  testMatch: "*.spec.ts",
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // The journeys share one server, each with customers of its own; files run side by side, their tests in order.
  workers: 2,
  // Machines under load are slow in places that no limit foresees; what needed a second try is listed as flaky.
  retries: 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: "list",
  outputDir: "test-results",
  use: {
    baseURL: address,
    locale: "en-GB",
    timezoneId: "Europe/Paris",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      ...(process.env.E2E_CHROMIUM ? { executablePath: process.env.E2E_CHROMIUM } : {}),
      // Chromium's sandbox does not run as root.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
  webServer: {
    command: "node scripts/start.mjs",
    url: `http://127.0.0.1:${process.env.E2E_PORT}/health`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
    env: {
      PORT: process.env.E2E_PORT,
      APP_URL: address,
      HOST: "127.0.0.1",
      DATA_DIR: process.env.E2E_DATA_DIR,
      SMTP_IN_PORT: process.env.E2E_SMTP_PORT,
      DATABASE_URL: "",
      REDIS_URL: "",
      S3_URL: "",
      SMTP_URL: "",
      DEMO: "on",
      LOG_LEVEL: "warn",
    },
  },
});

function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "avant-e2e-"));
  // As root, PostgreSQL runs as another user, who must be able to get in.
  chmodSync(folder, 0o755);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === "object" && bound !== null ? bound.port : 0));
    });
  });
}

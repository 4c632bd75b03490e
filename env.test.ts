import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseEnv, SettingsError } from "@/env";

function complaint(raw: { [name: string]: string }): string {
  try {
    parseEnv(raw);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
}

test("everything has a default", () => {
  const settings = parseEnv({});
  expect(settings).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    ROLE: "all",
    SMTP_IN_PORT: 2525,
    DEMO: true,
  });
  expect(settings.APP_URL).toBe("http://localhost:3000");
});

test("an empty value counts as not set", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000, DEMO: true });
});

test("an error names the variable, what is wrong and an example, for all of them at once", () => {
  const text = complaint({ PORT: "eighty", DATABASE_URL: "mysql://x", ROLE: "boss" });
  expect(text.split("\n")).toEqual([
    "PORT is not a number, for example 3000",
    "DATABASE_URL is not an address that starts with postgres or postgresql, for example postgres://avant:secret@db.internal:5432/avant",
    "ROLE is none of all, web, worker; for example ROLE=all",
  ]);
});

test("a short key is refused", () => {
  expect(complaint({ SECRET_KEY: "short" })).toMatch(/^SECRET_KEY is shorter than 32 characters/);
});

test("half of the single sign-on settings are refused", () => {
  expect(complaint({ OIDC_ISSUER: "https://login.marmelune.example" })).toMatch(
    /OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set/,
  );
});

test("the demo is on only with the embedded database and a loopback host", () => {
  expect(parseEnv({ DEMO: "on" }).DEMO).toBe(true);
  expect(parseEnv({ DEMO: "off" }).DEMO).toBe(false);
  expect(parseEnv({ DEMO: "on", HOST: "0.0.0.0" }).DEMO).toBe(false);
  expect(parseEnv({ DEMO: "on", DATABASE_URL: "postgres://localhost/avant" }).DEMO).toBe(false);
});

test("the key is made once, kept readable by its owner only, and made for nobody who does not ask", () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), "avant-env-"));
  onTestFinished(() => rmSync(DATA_DIR, { recursive: true, force: true }));
  const first = parseEnv({ DATA_DIR });
  expect(readdirSync(DATA_DIR)).toEqual([]);
  expect(first.SECRET_KEY).toHaveLength(43);
  expect(parseEnv({ DATA_DIR }).SECRET_KEY).toBe(first.SECRET_KEY);
  expect(statSync(join(DATA_DIR, "secret.key")).mode & 0o777).toBe(0o600);
});

import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { connect, disconnect } from "@/db/client";

/**
 * Gives the test file that calls this, at its top, a migrated database of its own, and points `db` at it until the
 * file ends. `url()` is for what needs its own connection.
 */
export function testDatabase(): { url(): string } {
  const name = `avant_test_${randomBytes(8).toString("hex")}`;
  const address = new URL(inject("serverUrl"));
  address.pathname = `/${name}`;

  beforeAll(async () => {
    await asAdmin(`create database ${name} template ${inject("template")}`);
    connect(address.href, "operator");
  });
  afterAll(async () => {
    await disconnect();
    await asAdmin(`drop database if exists ${name} with (force)`);
  });
  return { url: () => address.href };
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

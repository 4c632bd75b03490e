import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { careless, startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** The server that the tests share, with a database that nobody uses. */
    serverUrl: string;
    /** A migrated database, to be copied. */
    template: string;
  }
}

/**
 * Once in a run: a PostgreSQL server (TEST_DATABASE_URL, or an embedded one in a folder of its own) and on it one
 * migrated database, which every test file copies.
 */
export default async function testCluster(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await temporaryServer();
  const template = `avant_test_${process.pid}_${Date.now().toString(36)}`;
  const templateUrl = new URL(server.url);
  templateUrl.pathname = `/${template}`;

  await asAdmin(server.url, `create database ${template}`);
  await migrate(templateUrl.href);
  project.provide("serverUrl", server.url);
  project.provide("template", template);

  return async () => {
    if (given) await asAdmin(server.url, `drop database if exists ${template} with (force)`);
    await server.stop();
  };
}

async function temporaryServer() {
  const folder = mkdtempSync(join(tmpdir(), "avant-tests-"));
  // As root, PostgreSQL runs as another user, who must be able to get in.
  chmodSync(folder, 0o755);
  const server = await startEmbedded(folder, careless);
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

import { randomBytes } from "node:crypto";
import pg from "pg";
import { connect, disconnect } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { seedDemo } from "@/db/seed/demo";
import { env } from "@/env";
import type { Actor } from "@/lib/access";

export type Place = {
  url: string;
  /** Hannah, who administers and sees everything that is not restricted. */
  admin: Actor;
  brandId: string;
  channels: Map<string, string>;
};

/**
 * Runs `work` with a PostgreSQL of its own, set up as the product sets it up, and `db` pointing at a fresh database
 * with the demo in it. Everything is gone afterwards.
 */
export async function withDatabase<T>(connections: number, work: (place: Place) => Promise<T>): Promise<T> {
  const server = await startEmbedded(env.DATA_DIR);
  const name = `bench_${randomBytes(6).toString("hex")}`;
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  try {
    await asAdmin(server.url, `create database ${name}`);
    await migrate(url.href);
    connect(url.href, "operator", connections);
    await seedDemo(new Date());
    return await work(await placeAt(url.href));
  } finally {
    await disconnect();
    await asAdmin(server.url, `drop database if exists ${name} with (force)`);
    await server.stop();
  }
}

async function placeAt(url: string): Promise<Place> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const agent = (await client.query("select id, name from agents where role = 'admin'")).rows[0];
    const brand = (await client.query("select id from brands")).rows[0];
    const channels = (await client.query("select id, address from channels")).rows;
    return {
      url,
      admin: {
        kind: "agent",
        id: agent.id,
        name: agent.name,
        role: "admin",
        language: "en",
        teamIds: [],
        brandIds: [brand.id],
        sessionId: agent.id,
      },
      brandId: brand.id,
      channels: new Map(channels.map((row) => [row.address, row.id])),
    };
  } finally {
    await client.end();
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

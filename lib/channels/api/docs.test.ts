import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { sql } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { api as edge } from "@/app/api/v1/index";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk } from "@/db/test-desk";
import { freePort } from "@/e2e/support/product";
import { fakeContext, fakeOutgoing } from "@/lib/channels/fake-context";
import { readLedger } from "@/lib/channels/intake";
import { sealSecrets } from "@/lib/channels/load";
import { listQueue } from "@/lib/conversations/list-queue";
import { config } from "./config";
import { api } from "./index";

testDatabase();

const secret = "the-secret-of-the-example-1234";
const page = join(import.meta.dirname, "../../../docs/api-channel.md");
const folder = mkdtempSync(join(tmpdir(), "avant-docs-"));
const server = createServer(
  getRequestListener((request) => edge.fetch(request), { overrideGlobalObjects: false }),
);
let source: ChildProcess | null = null;

afterAll(async () => {
  source?.kill();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the thirty lines of the docs feed the queue and take a reply once", async () => {
  const lines = /```js\n([\s\S]+?)```/.exec(readFileSync(page, "utf8"))?.[1] ?? "";
  expect(
    lines
      .trim()
      .split("\n")
      .filter((line) => line.trim() !== "").length,
  ).toBeLessThanOrEqual(30);
  writeFileSync(join(folder, "source.mjs"), lines);

  const desk = await testDesk("api");
  await db.execute(sql`
    update channels set config = '{"source": "potsandpans"}', secrets = ${sealSecrets({ secret })} where id = ${desk.channelId}`);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const avant = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const port = await freePort();
  source = spawn(process.execPath, [join(folder, "source.mjs")], {
    env: { ...process.env, AVANT: avant, CHANNEL: desk.channelId, SECRET: secret, PORT: String(port) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  source.stdout?.on("data", (chunk) => {
    said += String(chunk);
  });

  await vi.waitFor(async () => {
    await readLedger("docs");
    const { items } = await listQueue(desk.salma, { view: "queue", sort: "left", cursor: null, limit: 5 });
    expect(items).toMatchObject([{ customerName: "claire", excerpt: "My pot cracked." }]);
  }, 120_000);

  const receiverUrl = `http://127.0.0.1:${port}/`;
  const { ctx } = fakeContext(config.parse({ source: "potsandpans", secret, receiverUrl }));
  const reply = fakeOutgoing({ text: "A new one leaves today.", threadKey: "topic-7" });
  expect(await api.check(ctx)).toBeNull();
  expect(await api.send!(ctx, reply)).toEqual({ externalId: `published-${reply.messageId}` });
  await api.send!(ctx, reply);
  const wrong = fakeContext(config.parse({ source: "x", secret: `${secret}-wrong`, receiverUrl }));
  expect(await api.check(wrong.ctx)).toMatchObject({ params: { status: 401 } });
  source.kill();
  await once(source, "exit");
  expect(said).toBe("topic-7: A new one leaves today.\n");
});

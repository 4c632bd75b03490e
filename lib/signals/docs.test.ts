import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { afterAll, expect, test } from "vitest";
import { api } from "@/app/api/v1/index";
import { testDatabase } from "@/db/test";
import { testAgent, testDesk } from "@/db/test-desk";
import { createSource } from "./sources/manage";

testDatabase();

const folder = mkdtempSync(join(tmpdir(), "avant-docs-"));
const server = createServer(
  getRequestListener((request) => api.fetch(request), { overrideGlobalObjects: false }),
);
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the lines of the docs sign and tell signs, and hear what became of each", async () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/signals.md"), "utf8");
  writeFileSync(join(folder, "tell.mjs"), /```js\n([\s\S]+?)```/.exec(page)?.[1] ?? "");
  const desk = await testDesk();
  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  const source = await createSource(ines, { brandId: desk.brandId, kind: "api", name: "Shop", secret: "" });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "tell.mjs")], {
    env: {
      ...process.env,
      ADDRESS: `http://127.0.0.1:${port}/api/v1/signals?source=${source.id}`,
      SECRET: source.secret,
    },
  });
  expect(JSON.parse(stdout)).toMatchObject({
    stored: 1,
    newCustomers: 1,
    items: [{ outcome: "stored" }, { outcome: "nobody", fault: "nobody" }],
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { findCrossings } from "./boundaries";

function project(files: { [path: string]: string }): string {
  const root = mkdtempSync(join(tmpdir(), "avant-boundaries-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const all = {
    "tsconfig.json": '{"compilerOptions":{"verbatimModuleSyntax":true,"paths":{"@/*":["./*"]}}}',
    ...files,
  };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const innocent = {
  "db/client.ts": "export const db = 1; export type Db = number;",
  "lib/queue.ts": 'import { db } from "@/db/client"; export const size = db;',
  "app/page.tsx": 'import { size } from "@/lib/queue"; export const Page = () => size;',
};

test("no import crosses a boundary", async () => {
  expect(await findCrossings(process.cwd())).toEqual([]);
});

test("an innocent project has no crossings, and types may cross", async () => {
  const typed = { "app/typed.ts": 'import type { Db } from "@/db/client"; export const n: Db = 1;' };
  expect(await findCrossings(project({ ...innocent, ...typed }))).toEqual([]);
});

test.each([
  ["a page that asks the database", "app/x.ts", 'import { db } from "@/db/client"; export const x = db;'],
  ["lib that needs a page", "lib/x.ts", 'import { Page } from "@/app/page"; export const x = Page;'],
  ["lib that needs a framework", "lib/x.ts", 'import { useState } from "react"; export const x = useState;'],
  [
    "a channel that asks the database",
    "lib/channels/fax/index.ts",
    'import { db } from "@/db/client"; export const x = db;',
  ],
  ["db that needs lib", "db/x.ts", 'import { size } from "@/lib/queue"; export const x = size;'],
  [
    "a client component that pulls the server in",
    "app/x.tsx",
    '"use client";\nimport { size } from "@/lib/queue"; export const x = size;',
  ],
  ["a second reader of the environment", "lib/x.ts", "export const x = process.env.PORT;"],
])("%s is found", async (_title, path, text) => {
  const found = await findCrossings(project({ ...innocent, [path]: text }));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(path);
});

test("a circle of imports is found", async () => {
  const circle = {
    "lib/a.ts": 'import { b } from "./b"; export const a = () => b;',
    "lib/b.ts": 'import { a } from "./a"; export const b = () => a;',
  };
  const found = await findCrossings(project(circle));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(/^a circle of imports: lib\/[ab].ts → lib\/[ab].ts → lib\/[ab].ts$/);
});

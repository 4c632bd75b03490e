import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { env } from "@/env";
import { accept } from "./accept";
import { readLane } from "./intake";
import { stopParsing } from "./parse-pool";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});
afterAll(stopParsing);

const filesNow = async () =>
  (await readdir(join(env.DATA_DIR, "files"), { recursive: true }).catch(() => [])).filter((name) =>
    /[0-9a-f-]{36}$/.test(name),
  );

test("a large mail that comes again leaves no second file behind", async () => {
  const item = {
    externalId: "<large@example.org>",
    body: Buffer.alloc(100_000, "a"),
    contentType: "message/rfc822",
    meta: {},
  };
  const before = await filesNow();
  expect(await accept(desk.channelId, [item], null)).toEqual({ accepted: 1, known: 0 });
  const files = await filesNow();
  for (let i = 0; i < 3; i++)
    expect(await accept(desk.channelId, [item], null)).toEqual({ accepted: 0, known: 1 });
  expect((await filesNow()).sort()).toEqual(files.sort());
  expect(files).toHaveLength(before.length + 1);
});

test("a bounce of what we never sent is filed where somebody finds it", async () => {
  const body = [
    "From: Marek Nowak <marek@example.org>",
    "To: care@marmelune.example",
    "Subject: Why does this come back?",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "My mail to your warehouse came back.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example.org",
    "",
    "Final-Recipient: rfc822; warehouse@marmelune.example",
    "Action: failed",
    "Status: 5.1.1",
    "",
    "--b--",
    "",
  ].join("\r\n");
  const item = {
    externalId: "<bounce@example.org>",
    body: Buffer.from(body),
    contentType: "message/rfc822",
    meta: {},
  };
  await db.execute(sql`delete from inbound`);
  await accept(desk.channelId, [item], null);
  for (let i = 0; i < 4; i++) {
    await db.execute(sql`update inbound set try_after = now() where state = 'new'`);
    await readLane("me", "live");
  }
  const found = await db.execute(sql`select state, filed_reason as reason from inbound`);
  expect(found.rows).toEqual([{ state: "done", reason: "bounce_unknown" }]);
});

test("whatever somebody writes is stored: signs that PostgreSQL refuses stop neither this item nor the next", async () => {
  const odd = [
    "a\\u0000b",
    "a\u0000b",
    "half \ud83d",
    "\ude00 half",
    "\\",
    "\\\\u0000",
    `${"x".repeat(999)}😀`,
  ];
  const items = odd.map((text, place) => ({
    externalId: `${text}${place === 6 ? "" : ` ${place}`}`,
    body: Buffer.from(text),
    contentType: `text/plain; charset=${text}`,
    meta: { above: { text, [text]: [text] } },
  }));
  expect(await accept(desk.channelId, items, "cursor")).toEqual({ accepted: odd.length, known: 0 });
  const rows = await db.execute<{ text: string }>(sql`
    select meta -> 'above' ->> 'text' as text from inbound where channel_id = ${desk.channelId} and content_type like 'text/plain; charset=%'`);
  // What only looks like an escape is somebody's words.
  expect(rows.rows.map(({ text }) => text).sort()).toEqual(
    ["a\\u0000b", "ab", "half \ufffd", "\ufffd half", "\\", "\\\\u0000", `${"x".repeat(999)}😀`].sort(),
  );
  const rest = sql`delete from inbound where channel_id = ${desk.channelId} and content_type like 'text/plain; charset=%'`;
  await db.execute(rest);
});

test("a hundred at once share commits: each is stored once, twice the same is known, and a refused one fails alone", async () => {
  await db.execute(sql`alter table inbound add constraint no_poison check (content_type <> 'text/poison')`);
  const item = (n: number, contentType = "text/plain") => ({
    externalId: `crowd ${n}`,
    body: Buffer.from(`${n}`),
    contentType,
    meta: {},
  });
  const one = (n: number, contentType?: string) => accept(desk.channelId, [item(n, contentType)], null);
  const answers = await Promise.allSettled([
    ...Array.from({ length: 100 }, (_, n) => one(n)),
    one(1000, "text/poison"),
    ...Array.from({ length: 10 }, (_, n) => one(n)),
  ]);
  const stored = answers.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(1);
  expect(stored.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(100);
  expect(stored.reduce((sum, { known }) => sum + known, 0)).toBe(10);
  const rows = await db.execute<{ rows: number; commits: number }>(
    sql`select count(*)::int as rows, count(distinct xmin::text)::int as commits from inbound where external_id like 'crowd %'`,
  );
  expect(rows.rows[0]?.rows).toBe(100);
  expect(rows.rows[0]?.commits).toBeLessThan(80);
  await db.execute(sql`alter table inbound drop constraint no_poison`);
});

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

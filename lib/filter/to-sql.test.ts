import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { bands, conversationKinds, conversationStatuses } from "@/db/enums";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { laneSql, loadRows } from "@/lib/conversations/load-rows";
import { newId } from "@/lib/id";
import { loadReader } from "./load-reader";
import { type FilterRow, matches } from "./match";
import type { Reader } from "./names";
import { parseFilter } from "./parse";
import { printFilter } from "./print";
import { anyFilter } from "./test-filter";
import { idOf, type On, toSql } from "./to-sql";
import type { Term } from "./types";

testDatabase();
const now = Date.parse("2026-11-23T11:00:00.123Z");
let desk: TestDesk;
let me: Reader;
let rows: Array<FilterRow & { id: string }>;

beforeAll(async () => {
  desk = await testDesk();
  await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await db.execute(
    sql`insert into channels (id, kind, name, brand_id, address) values (${newId()}, 'form', 'Contact form', ${desk.brandId}, 'contact')`,
  );
  await db.execute(sql`insert into teams (id, name) values (${newId()}, 'Legal')`);
  await db.execute(sql`insert into tags (id, name) values (${newId()}, 'refund'), (${newId()}, 'vip')`);
  const customerId = newId();
  await db.execute(
    sql`insert into customers (id, brand_id, name) values (${customerId}, ${desk.brandId}, 'Claire Dumontet')`,
  );
  const reader = await loadReader(desk.salma);
  me = { ...reader, zone: "Europe/Paris" };
  const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
  // Moments on both sides of every edge that a word for time stands for, and on the edges themselves.
  const moments = [
    ...[
      "2026-11-23T11:00:00.123Z",
      "2026-11-23T11:00:00.122Z",
      "2026-11-23T12:00:00.123Z",
      "2026-11-23T12:00:00.124Z",
    ],
    ...[
      "2026-11-23T22:59:59.999Z",
      "2026-11-23T23:00:00.000Z",
      "2026-11-30T22:59:59.999Z",
      "2026-11-30T23:00:00.000Z",
    ],
    ...[
      "2026-11-22T23:00:00.000Z",
      "2026-11-21T22:59:59.999Z",
      "2026-11-16T11:00:00.123Z",
      "2025-11-23T11:00:00.123Z",
    ],
    ...["2026-10-24T22:00:00.000Z", "2026-11-19T23:00:00.000Z", "2026-09-24T11:00:00.123Z"],
  ];
  for (let n = 0; n < 80; n++) {
    const id = newId();
    const status = pick(conversationStatuses, n);
    const due = n % 4 === 0 ? null : pick(moments, n * 7 + (n >> 2));
    await db.execute(sql`
      insert into conversations (id, brand_id, customer_id, channel_id, team_id, assignee_id, status, is_public, is_restricted,
        pin, kind, due_at, due_kind, cycle_started_at, first_response_at, last_message_at, snoozed_until, resolved_at, waiting_since)
      values (${id}, ${desk.brandId}, ${customerId}, ${pick([null, ...me.channels.map((one) => one.id)], n >> 1)}::uuid,
        ${pick([null, ...me.teams.map((one) => one.id)], n >> 2)}::uuid, ${pick([null, ...me.agents.map((one) => one.id)], n)}::uuid,
        ${status}, ${n % 3 === 0}, ${n % 5 === 0}, ${pick([0, 0, 0, -1, 1], n >> 1)}, ${pick(conversationKinds, n >> 3)}, ${due}::timestamptz,
        ${due ? "first_response" : null}, now(), ${n % 2 ? new Date(now).toISOString() : null}::timestamptz,
        ${pick(moments, n)}::timestamptz, ${status === "snoozed" ? new Date(now).toISOString() : null}::timestamptz,
        ${status === "resolved" ? new Date(now).toISOString() : null}::timestamptz,
        ${n % 5 === 1 ? null : pick(moments, n * 3 + (n >> 3))}::timestamptz)`);
    await db.execute(sql`
      insert into conversation_tags (conversation_id, tag_id) select ${id}, id from tags
      where name = any(${sql.param(pick([["refund"], [], ["vip", "refund"], ["vip"]], n))}::text[])`);
  }
  await db.execute(sql`
    insert into queue (conversation_id, status, brand_id, team_id, assignee_id, customer_id, channel_id, is_public, is_restricted,
      pin, due_at, since_at, snoozed_until, last_message_at, is_new, version, kind, lane, band)
    select id, status, brand_id, team_id, assignee_id, customer_id, channel_id, is_public, is_restricted, pin,
      coalesce(due_at, '9999-12-31Z'), last_message_at, snoozed_until, last_message_at,
      status = 'open' and first_response_at is null, version, kind,
      case when number % 7 = 0 then 0 else ${sql.raw(laneSql(""))} end,
      (${sql.param([...bands])}::text[])[1 + number % 4]
    from conversations where status in ('open', 'waiting', 'snoozed')`);
  const all = await db.execute<{ id: string }>(sql`select id from conversations`);
  rows = (await loadRows(all.rows.map(({ id }) => id))).map(({ row }) => row);
});

test.each(["queue", "conversations"] as const)(
  "the database and matches agree on every filter over %s",
  async (on) => {
    const there = rows.filter((row) => on === "conversations" || !["resolved", "spam"].includes(row.status));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(anyFilter(), async (filter) => {
        const structured = { terms: filter.terms.filter(decidable), text: [] };
        const ours = there.filter((row) => matches(structured, row, me, now)).map(({ id }) => id);
        const theirs = await ask(printFilter(structured), on);
        found += ours.length;
        expect(theirs.sort()).toEqual(ours.sort());
      }),
      { numRuns: 250 },
    );
    expect(found).toBeGreaterThan(100);
  },
);

test.each([
  "has:attachment",
  "-has:note",
  "has:draft",
  "is:unread",
  "-is:asked",
  "is:followed",
  "from:claire",
  "subject:x",
  "reason:delivery/late",
  "-reason:none",
])("%s, which only the server can tell, is asked of it without an error", async (typed) => {
  for (const on of ["queue", "conversations"] as const) {
    const there = await ask("", on);
    expect((await ask(typed, on)).length).toBeLessThanOrEqual(there.length);
  }
  expect(await ask("from:dumontet", "queue")).toHaveLength((await ask("", "queue")).length);
});

/** The others are the server's alone. */
function decidable(term: Term): boolean {
  if (["from", "subject", "has", "promise", "reason"].includes(term.key)) return false;
  return term.key !== "is" || term.values.every((value) => !["unread", "asked", "followed"].includes(value));
}

async function ask(typed: string, on: On): Promise<string[]> {
  const found = await db.execute<{ id: string }>(
    sql`select ${idOf(on)} as id from ${sql.raw(on)} q where ${toSql(parseFilter(typed), me, now, on)}`,
  );
  return found.rows.map(({ id }) => id);
}

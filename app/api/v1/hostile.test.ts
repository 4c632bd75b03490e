import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { testDesk, testMessage } from "@/db/test-desk";
import { receive } from "@/lib/conversations/receive";
import { toCursor } from "@/lib/cursor";
import { newId } from "@/lib/id";
import { nouns } from "./index";
import type { AnyRoute } from "./route-line";
import { type Visitor, visitor } from "./testing";

testDatabase();

const routes = Object.values<readonly AnyRoute[]>(nouns).flat();
const id = newId();

/** What somebody may write into an address, or a program that counts years from another beginning. */
const moments = [
  "0000-01-01",
  "0000-01-01T00:00:00Z",
  "-000001-01-01T00:00:00Z",
  "-4713-01-01",
  "9999-12-31",
  "9999-12-31T23:59:59Z",
  "+275760-09-13T00:00:00Z",
  "275760-09-14",
  "2026-02-30",
  "2026-13-01T25:61:00Z",
  "2026-11-22T10:00:00+99:99",
  "99999999999999999999",
  "NaN",
  "infinity",
  " ",
  "2026-11-22\u0000",
  "'; drop table facts; --",
];

const cursors = [
  "",
  "%%%",
  "x".repeat(9_000),
  `2026-11-22T10:00:00Z|${id}`,
  "-4713-01-01|x",
  "99999999999999999999",
  "\u0000\u0001",
  ...[null, 1, "a", {}, [], [[]], [null, null], [{}, []], [1, 2, 3], { length: 2 }].map((json) =>
    Buffer.from(JSON.stringify(json)).toString("base64url"),
  ),
  ...["-4713-01-01", "+275760-09-13T00:00:00Z", "0000-01-01T00:00:00Z", "NaN", "infinity", "\u0000"].flatMap(
    (odd) => [toCursor([odd, id]), toCursor([odd, id, "0"]), toCursor(["0", odd, id])],
  ),
  ...["NaN", "-1", "70000", "1e99", "0x1", " ", "99999999999999999999", "\u0000"].flatMap((odd) => [
    toCursor([odd]),
    toCursor(["2026-11-22T10:00:00.000Z", odd]),
    toCursor(["2026-11-22T10:00:00.000Z", id, odd]),
    toCursor([odd, "2026-11-22T10:00:00.000Z", id]),
    toCursor(["0", odd, "2026-11-22T10:00:00.000Z", id]),
  ]),
];

/** Names under which a moment, a day or a place in a list comes in through an address. */
const hostile: Record<string, readonly string[]> = {
  cursor: cursors,
  seq: cursors,
  from: moments,
  to: moments,
  until: moments,
  since: moments,
  before: moments,
  after: moments,
  month: moments,
  day: moments,
  at: moments,
};

let hannah: Visitor;
let known: Record<string, string> = {};

beforeAll(async () => {
  hannah = await visitor("Hannah Whitlock", "admin");
  const desk = await testDesk();
  const inboundId = newId();
  await db.execute(sql`
    insert into inbound (id, channel_id, external_hash, external_id, content_type, meta, body, size, state, claimed_by)
    values (${inboundId}, ${desk.channelId}, ${inboundId}, ${inboundId}, 'message/rfc822', '{}', '\\x00', 1, 'reading', 'me')`);
  const message = testMessage("odile@example.org", "The pot smoked and burnt my hand.");
  const [placed] = await receive([
    { inboundId, claimedBy: "me", receivedAt: new Date(), channel: desk.channel, message, files: [] },
  ]);
  const found = await db.execute<{ id: string }>(sql`select id from customers limit 1`);
  known = { conversations: placed?.conversationId ?? "", customers: found.rows[0]?.id ?? "" };
});

test("no cursor and no date in an address breaks anything, on any route", async () => {
  const broken: string[] = [];
  let asked = 0;
  for (const route of routes) {
    if (route.method !== "GET") continue;
    const shape = shapeOf(route.query);
    for (const name of Object.keys(shape).filter((key) => key in hostile))
      for (const odd of hostile[name] ?? []) {
        const query = new URLSearchParams({ ...usual(shape), [name]: odd });
        const path = route.path.replaceAll(/\{\w+\}/g, known[route.path.split("/")[1] ?? ""] ?? id);
        const { status, body } = await hannah.ask(`GET ${path}?${query}`);
        asked++;
        if (status >= 500 || (status >= 400 && !/"message":"[A-Z][^"]{10,}/.test(JSON.stringify(body))))
          broken.push(
            `${route.key} ${name}=${JSON.stringify(odd)} (${query}): ${status} ${JSON.stringify(body)}`,
          );
      }
  }
  expect(broken).toEqual([]);
  expect(asked).toBeGreaterThan(1_000);
});

/** Whatever else a route insists on, so that what is odd comes as far as it can. */
function usual(shape: object): Record<string, string> {
  const values: Record<string, string> = {
    from: "2026-11-02",
    to: "2026-11-09",
    until: "2026-11-09T00:00:00Z",
    figure: "first_response:answered",
    measure: "first_response",
    step: "day",
    by: "team",
    language: "en",
    month: "2026-11-01",
    kind: "parked",
  };
  return Object.fromEntries(
    Object.entries(shape).flatMap(([name, schema]) => {
      const given = values[name];
      if (given === undefined || !(schema instanceof z.ZodType)) return [];
      const fitting = [given, `${given}T00:00:00Z`].find((value) => schema.safeParse(value).success);
      return fitting === undefined ? [] : [[name, fitting]];
    }),
  );
}

function shapeOf(schema: z.ZodType | undefined): object {
  return schema instanceof z.ZodObject ? schema.shape : {};
}

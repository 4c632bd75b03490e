import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { scopeOf } from "./scope";
import { slice } from "./slice";
import { staffedHours } from "./staffed-hours";

testDatabase();
let desk: TestDesk;
const days = slice.parse({ from: "2026-11-01", to: "2026-11-30" });

beforeAll(async () => {
  desk = await testDesk();
  const hours = JSON.stringify({
    zone: "Europe/Paris",
    week: {
      mon: [["09:00", "12:30"]],
      tue: [],
      wed: [],
      thu: [],
      fri: [],
      sat: [],
      sun: [["18:00", "19:00"]],
    },
    exceptions: [],
  });
  const id = newId();
  await db.execute(
    sql`insert into organisation (id, name, zone, language) values (1, 'Marmelune', 'Europe/Paris', 'en') on conflict do nothing`,
  );
  await db.execute(sql`insert into schedules (id, name) values (${id}, 'Office')`);
  await db.execute(
    sql`insert into schedule_versions (schedule_id, hours, valid_from) values (${id}, ${hours}::jsonb, now() - interval '1 year')`,
  );
  await db.execute(sql`update brands set schedule_id = ${id} where id = ${desk.brandId}`);
});

test("people are counted hour by hour as they are on duty, half an hour as a half", async () => {
  const ines = await testAgent("Inès Carpentier", "manager", [desk.teamId], [desk.brandId]);
  await testAgent("Hannah Whitlock", "observer", [desk.teamId], [desk.brandId]);
  const staffed = await staffedHours(await scopeOf(ines, days), days);
  const people = staffed[9]!;
  expect(people).toBeGreaterThan(1);
  expect([staffed[8], staffed[11], staffed[12], staffed[13]]).toEqual([0, people, people / 2, 0]);
  expect(staffed[6 * 24 + 18]).toBe(people);
  expect(staffed.reduce((sum, one) => sum + one, 0)).toBe(people * 4.5);
  const one = { ...days, agentId: ines.id };
  expect((await staffedHours(await scopeOf(ines, one), one))[9]).toBe(1);
});

import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { newId } from "@/lib/id";
import { listNotifications } from "@/lib/notifications/list-notifications";
import { calibrationOf, poissonInterval } from "./calibration";
import { editRiskModel, returnToVersion, setLearning } from "./edit-model";
import { concordance } from "./evaluate";
import { exposuresIn, loadSpans } from "./history";
import { modelInForce } from "./in-force";
import { learnNow } from "./learn";
import { shippedModel, signals } from "./model";
import { readCalibration, readRiskModel } from "./read-model";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
let ines: Actor;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "manager", [desk.teamId], [desk.brandId]);
  ines = await testAgent("Inès Carpentier", "admin", [desk.teamId], [desk.brandId]);
});
beforeEach(async () => {
  await db.execute(sql`delete from leaks`);
  await db.execute(sql`delete from risk_spans`);
  await db.execute(sql`delete from risk_models`);
});

const hour = 3_600_000;
const now = new Date();
const bit = (name: (typeof signals)[number]) => 1 << signals.indexOf(name);

/** So many waits by mail, each of `hours`, that began `daysAgo`; the first `posts` of them ended in public. */
async function waits(
  count: number,
  { known, hours, posts, daysAgo, isSample = false }: Waits,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const rows = ids.map((id, index) => {
    const from = now.getTime() - daysAgo * 24 * hour - (index % 50) * 60_000;
    return {
      id,
      span: newId(),
      customer: newId(),
      known,
      isSample,
      from: new Date(from).toISOString(),
      to: new Date(from + hours * hour).toISOString(),
      posted: index < posts ? new Date(from + hours * hour * 0.9).toISOString() : null,
    };
  });
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as r(id uuid, span uuid, customer uuid, known int, "isSample" boolean, "from" timestamptz, "to" timestamptz, posted timestamptz)`;
  await db.execute(
    sql`insert into customers (id, brand_id, name) select customer, ${desk.brandId}, 'Odile Aubry' from ${given}`,
  );
  await db.execute(sql`
    insert into conversations (id, brand_id, customer_id, channel_id, status, resolved_at, cycle_started_at, last_message_at)
    select id, ${desk.brandId}, customer, ${desk.channelId}, 'resolved', now(), "from", "to" from ${given}`);
  await db.execute(sql`
    insert into risk_spans (id, conversation_id, brand_id, customer_id, patience, waiting_since, known, from_at, to_at, ending, model, is_sample)
    select span, id, ${desk.brandId}, customer, 'email', "from", known, "from", "to", 'answered', 1, "isSample" from ${given}`);
  await db.execute(sql`
    insert into leaks (id, brand_id, customer_id, private_conversation_id, told_at, posted_at, door, is_sample)
    select gen_random_uuid(), ${desk.brandId}, customer, id, "from", posted, 'proof', "isSample" from ${given} where posted is not null`);
  return ids;
}

type Waits = { known: number; hours: number; posts: number; daysAgo: number; isSample?: boolean };

test("a post counts for the wait in which they had told us, ends it, and the sample counts for nothing", async () => {
  const [posted] = await waits(1, { known: bit("complaint"), hours: 50, posts: 1, daysAgo: 40 });
  await waits(3, { known: 0, hours: 10, posts: 0, daysAgo: 40 });
  await waits(5, { known: 0, hours: 10, posts: 5, daysAgo: 40, isSample: true });
  const spans = await loadSpans(now);
  expect(spans).toHaveLength(4);
  const one = spans.find(({ conversationId }) => conversationId === posted)!;
  expect(one.postedAt).toBe(one.toAt);
  expect((one.toAt - one.fromAt) / hour).toBeCloseTo(45);
  expect(one.known).toMatchObject({ complaint: true, threat: false });
  const exposures = exposuresIn(shippedModel, spans);
  expect(exposures.reduce((sum, { hours }) => sum + hours, 0)).toBeCloseTo(75, 3);
  expect(exposures.filter(({ posts }) => posts > 0)).toMatchObject([{ stretch: 2, posts: 1 }]);
  await db.execute(sql`update leaks set withdrawn_at = now()`);
  expect((await loadSpans(now)).every(({ postedAt }) => postedAt === null)).toBe(true);
});

test("the level follows the desk from the first posts on, as a new version with what it was fitted to", async () => {
  await waits(400, { known: 0, hours: 20, posts: 0, daysAgo: 60 });
  await waits(100, { known: 0, hours: 20, posts: 0, daysAgo: 5 });
  expect(await learnNow(now)).toBe("fitted");
  const first = await modelInForce(db);
  expect(first.model.version).toBe(2);
  expect(first.model.levelPerHour).toBeLessThan(shippedModel.levelPerHour);
  expect(first.model.weights).toEqual(shippedModel.weights);
  expect(first.model.clock.at(-1)?.until).toBe(Number.POSITIVE_INFINITY);
  const view = await readRiskModel(hannah);
  expect(view.versions[0]).toMatchObject({ version: 2, posts: 0, isByHand: false, changedBy: null });
  expect(view.versions[0]!.heldOut!).toBeGreaterThanOrEqual(view.versions[0]!.heldOutBefore!);
  expect(view.phases).toBe(500);
  expect(await learnNow(now)).toBe("kept");
});

test("a version that the last four weeks speak against is not kept", async () => {
  await waits(300, { known: 0, hours: 20, posts: 0, daysAgo: 60 });
  // Quiet for long, and now posts: a lower level would be worse than the shipped one.
  await waits(100, { known: 0, hours: 20, posts: 20, daysAgo: 5 });
  await learnNow(now);
  expect((await modelInForce(db)).model.levelPerHour).toBeGreaterThanOrEqual(shippedModel.levelPerHour);
});

test("where the signals mean nothing the order falls back, the managers are told, and it recovers", async () => {
  await waits(300, { known: bit("complaint") | bit("threat"), hours: 10, posts: 3, daysAgo: 50 });
  await waits(900, { known: 0, hours: 10, posts: 40, daysAgo: 50 });
  await learnNow(now);
  expect((await modelInForce(db)).fallenBackAt).not.toBeNull();
  const told = await listNotifications(hannah, { cursor: null });
  expect(told.items).toMatchObject([{ kind: "risk_fallen_back", conversation: null, channel: null }]);
  expect((await listNotifications(desk.salma, { cursor: null })).items).toEqual([]);
  await learnNow(now);
  expect((await listNotifications(hannah, { cursor: null })).items).toHaveLength(1);
  await waits(200, { known: bit("complaint") | bit("threat"), hours: 10, posts: 120, daysAgo: 20 });
  await learnNow(now);
  expect((await modelInForce(db)).fallenBackAt).toBeNull();
});

test("an administrator sets the patience, goes back to what ships, and the fit rests until it may go on", async () => {
  await waits(400, { known: 0, hours: 20, posts: 1, daysAgo: 60 });
  await learnNow(now);
  const patienceHours = { ...shippedModel.patienceHours, email: 12 };
  await expect(editRiskModel(hannah, { patienceHours, budget: 0.05 })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await editRiskModel(ines, { patienceHours, budget: 0.05 })).toEqual({ version: 3 });
  expect((await modelInForce(db)).model).toMatchObject({ patienceHours, budget: 0.05 });
  await returnToVersion(ines, { version: null });
  const held = await modelInForce(db);
  expect(held).toMatchObject({ learns: false, model: { ...shippedModel, version: 4 } });
  expect(await learnNow(now)).toBe("held");
  expect((await modelInForce(db)).model.version).toBe(4);
  await returnToVersion(ines, { version: 3 });
  expect((await modelInForce(db)).model).toMatchObject({ patienceHours, version: 5 });
  await setLearning(ines, { learns: true });
  expect(await learnNow(now)).not.toBe("held");
  await expect(returnToVersion(ines, { version: 99 })).rejects.toMatchObject({ code: "not_found" });
  const by = (await readRiskModel(hannah)).versions.find(({ version }) => version === 3);
  expect(by).toMatchObject({ changedBy: "Inès Carpentier", isByHand: true });
});

test("after a new version everything in the list is asked for its place again", async () => {
  const [id] = await waits(1, { known: 0, hours: 20, posts: 0, daysAgo: 60 });
  await db.execute(sql`update conversations set status = 'open', resolved_at = null where id = ${id}`);
  await db.execute(sql`
    insert into queue (conversation_id, status, brand_id, customer_id, is_public, is_restricted, pin, since_at, version, rank_valid_until)
    select id, 'open', brand_id, customer_id, false, false, 0, now(), 1, 'infinity' from conversations where id = ${id}`);
  await editRiskModel(ines, { patienceHours: shippedModel.patienceHours, budget: 0.03 });
  const row = await db.execute(
    sql`select rank_valid_until::text as until from queue where conversation_id = ${id}`,
  );
  expect(row.rows).toEqual([{ until: "-infinity" }]);
});

test("the page says what was said and what came, and is not calibrated before thirty posts", async () => {
  await waits(500, { known: bit("complaint"), hours: 24, posts: 6, daysAgo: 10 });
  await waits(500, { known: 0, hours: 24, posts: 1, daysAgo: 10 });
  const { calibration, orders, posts, oldest } = await readCalibration(hannah);
  expect(posts).toBe(7);
  expect(calibration).toMatchObject({ seen: 7, isCalibrated: false });
  expect(calibration.bands.reduce((sum, band) => sum + band.seen, 0)).toBe(7);
  expect(oldest.seen).toBe(0);
  const c = new Map(orders.map((each) => [each.order, each.c]));
  expect(c.get("risk")!).toBeGreaterThan(0.6);
  expect(c.get("first_come")!).toBeLessThan(0.6);
  await expect(readCalibration(desk.salma)).rejects.toMatchObject({ code: "forbidden" });
});

test("outcomes that are shuffled are foreseen no better than by chance", async () => {
  await waits(300, { known: bit("complaint"), hours: 30, posts: 0, daysAgo: 10 });
  await waits(300, { known: bit("threat"), hours: 30, posts: 0, daysAgo: 10 });
  await waits(600, { known: 0, hours: 30, posts: 0, daysAgo: 10 });
  const spans = (await loadSpans(now)).map((span, index) => {
    // A fixed shuffle: every seventh by a multiplicative order has posted, whatever is known of them.
    const isPosted = (index * 7919) % 1200 < 170;
    const postedAt = span.fromAt + (span.toAt - span.fromAt) * (0.1 + 0.008 * ((index * 31) % 100));
    return isPosted ? { ...span, postedAt, toAt: postedAt } : span;
  });
  const found = concordance(shippedModel, spans, "risk")!;
  expect(found.posts).toBeGreaterThan(150);
  expect(Math.abs(found.c - 0.5)).toBeLessThan(0.05);
});

test("an interval holds the true number as often as it says", () => {
  expect(poissonInterval(0)).toEqual([0, expect.closeTo(3.69, 2)]);
  const [low, high] = poissonInterval(10);
  // Exact: 4.795 to 18.390 (Garwood 1936).
  expect(low).toBeCloseTo(4.795, 1);
  expect(high).toBeCloseTo(18.39, 1);
  const nothing = calibrationOf(shippedModel, []);
  expect(nothing).toMatchObject({ seen: 0, expected: 0, isCalibrated: false });
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { recordSignals } from "@/lib/signals/record";
import { getCustomer } from "./get-customer";
import { merge } from "./merge";
import { previewMerge } from "./preview-merge";
import { tellApart } from "./tell-apart";
import { arrive, by } from "./test-arrive";
import { undo } from "./undo";
import { unmerge } from "./unmerge";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

const someone = (name: string) => `${name}.${newId().slice(-8)}@example.org`;
const plainly = { choices: {}, despite: "nothing" } as const;

async function person(customerId: string): Promise<string> {
  const found = await db.execute<{ id: string }>(
    sql`select person_id as id from customers where id = ${customerId}`,
  );
  return found.rows[0]!.id;
}

async function pair() {
  const [mail, other] = [someone("ben"), someone("b.okafor")];
  const one = await arrive(desk, mail, "Second kettle leaking.", by("Ben Okafor", mail));
  const two = await arrive(desk, other, "The kettle leaks.", by("B. Okafor", other));
  return { oneId: one.customerId, otherId: two.customerId, mail, other };
}

test("two customers become one, nothing moves, and taking it back makes them two", async () => {
  const both = await pair();
  const { linkId } = await merge(desk.salma, { ...both, ...plainly });
  expect(await person(both.otherId)).toBe(both.oneId);
  const again = await arrive(desk, both.other, "Still leaking.", by("B. Okafor", both.other));
  expect(again.customerId).toBe(both.otherId);
  await unmerge(desk.salma, { linkId });
  expect(await person(both.otherId)).toBe(both.otherId);
});

test("of two colleagues who merge the same pair at once, the second hears that it is done", async () => {
  const both = await pair();
  const tried = await Promise.allSettled([
    merge(desk.salma, { ...both, ...plainly }),
    merge(desk.tom, { oneId: both.otherId, otherId: both.oneId, ...plainly }),
  ]);
  expect(tried.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const links = await db.execute(
    sql`select 1 from customer_links where a_id = ${both.oneId} and revoked_at is null`,
  );
  expect(links.rows).toHaveLength(1);
});

test("not the same is remembered for the whole persons, and undone while it is mine", async () => {
  const both = await pair();
  const third = await pair();
  await merge(desk.salma, { oneId: both.otherId, otherId: third.oneId, ...plainly });
  const { eventId } = await tellApart(desk.salma, { oneId: both.oneId, otherId: third.oneId });
  await expect(merge(desk.tom, { ...both, ...plainly })).rejects.toMatchObject({
    key: "customer.told_apart",
  });
  await expect(undo(desk.tom, { eventId })).rejects.toMatchObject({ code: "not_found" });
  await undo(desk.salma, { eventId });
  await merge(desk.tom, { ...both, ...plainly });
  expect(await person(third.oneId)).toBe(both.oneId);
});

test("a colleague may merge what was told apart, and the undo remembers it again", async () => {
  const both = await pair();
  await tellApart(desk.salma, both);
  const { eventId } = await merge(desk.tom, { ...both, choices: {}, despite: "told_apart" });
  await undo(desk.tom, { eventId });
  await expect(merge(desk.tom, { ...both, ...plainly })).rejects.toMatchObject({
    key: "customer.told_apart",
  });
});

test("what somebody changed after the merge stays when it is taken back; the rest is as it was", async () => {
  const both = await pair();
  await db.execute(sql`update customers set city = 'Lyon', note = 'Kind.' where id = ${both.oneId}`);
  await db.execute(
    sql`update customers set city = 'Ghent', note = 'Calls at noon.', facts = '{"orders": 6}' where id = ${both.otherId}`,
  );
  const { linkId } = await merge(desk.salma, { ...both, choices: { city: "other" }, despite: "nothing" });
  const merged = await db.execute<{ city: string; note: string }>(
    sql`select city, note from customers where id = ${both.oneId}`,
  );
  expect(merged.rows[0]).toEqual({ city: "Ghent", note: "Kind.\n\nCalls at noon." });
  await db.execute(sql`update customers set note = 'Kind, at noon.' where id = ${both.oneId}`);
  await unmerge(desk.salma, { linkId });
  const after = await db.execute<{ city: string; note: string }>(
    sql`select city, note from customers where id = ${both.oneId}`,
  );
  expect(after.rows[0]).toEqual({ city: "Lyon", note: "Kind, at noon." });
});

test("consent that one record took back counts for both while they are one", async () => {
  const both = await pair();
  await db.execute(sql`update customers set do_not_contact_at = now() where id = ${both.otherId}`);
  const { eventId } = await merge(desk.salma, { ...both, ...plainly });
  const asked = () =>
    db.execute<{ no: boolean }>(
      sql`select do_not_contact_at is not null as no from customers where id = ${both.oneId}`,
    );
  expect((await asked()).rows[0]!.no).toBe(true);
  await undo(desk.salma, { eventId });
  expect((await asked()).rows[0]!.no).toBe(false);
});

test("customers of two brands, and of a brand that I do not see, are never one", async () => {
  const both = await pair();
  const elsewhere = await testDesk();
  const mail = someone("ben");
  const there = await arrive(elsewhere, mail, "Hello");
  const owner = await testAgent("Hannah Whitlock", "admin", [], []);
  await expect(
    merge(owner, { oneId: both.oneId, otherId: there.customerId, ...plainly }),
  ).rejects.toMatchObject({ key: "customer.brand" });
  await expect(
    merge(desk.salma, { oneId: both.oneId, otherId: there.customerId, ...plainly }),
  ).rejects.toMatchObject({ code: "not_found" });
});

/** Mulberry32: the same course every time. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

const records = 6;

/** Everything of a desk's customers that a merge could touch, by their place. */
async function stateOf(at: TestDesk): Promise<unknown> {
  const found = await db.execute(sql`
    with placed as (select k.*, row_number() over (order by k.id)::int as place from customers k where k.brand_id = ${at.brandId})
    select p.place, p.name, p.city, p.language, p.zone, p.note, p.facts, p.tags, p.do_not_contact_at is not null as silent,
      p.unsubscribed_at is not null as unsubscribed, p.no_profile_at is not null as unprofiled,
      (select o.place from placed o where o.id = p.person_id) as person,
      (select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value, 'evidence', i.evidence, 'revoked', i.revoked_at is not null) order by i.id)
       from identities i where i.customer_id = p.id) as identities,
      (select jsonb_agg(jsonb_build_object('id', s.external_id, 'amount', s.amount_minor, 'currency', s.currency) order by s.external_id)
       from signals s where s.customer_id = p.id) as signals,
      (select jsonb_agg(jsonb_build_object('status', c.status, 'excerpt', c.excerpt, 'messages', c.message_count,
         'queued', exists (select 1 from queue q where q.conversation_id = c.id and q.customer_id = p.id)) order by c.id)
       from conversations c where c.customer_id = p.id) as conversations
    from placed p order by p.place`);
  return found.rows;
}

async function world(seed: number): Promise<{ at: TestDesk; ids: string[] }> {
  const at = await testDesk();
  const roll = dice(seed);
  const ids: string[] = [];
  for (let n = 0; n < records; n++) {
    const { customerId } = await arrive(
      at,
      `r${n}@world.example`,
      `Hello ${n}`,
      by(`Person ${n}`, `r${n}@world.example`),
    );
    const maybe = (value: string) => (roll(2) === 0 ? null : value);
    await db.execute(sql`
      update customers set city = ${maybe(`City ${roll(2)}`)}, zone = ${maybe(`Europe/${roll(2)}`)}, note = ${maybe(`Note ${n}`)},
        language = ${maybe(roll(2) === 0 ? "en" : "fr")}, facts = ${JSON.stringify({ orders: roll(3), [`own${n}`]: n })}::jsonb,
        tags = ${`{t${roll(2)}}`}::text[], unsubscribed_at = ${maybe("2026-01-01T00:00:00Z")}::timestamptz
      where id = ${customerId}`);
    ids.push(customerId);
  }
  return { at, ids };
}

/** Whoever was merged with whom: what is shown of a person is what the signs of all their records say. */
async function expectCountedTogether({ at, ids }: { at: TestDesk; ids: string[] }): Promise<void> {
  for (const id of ids) {
    const found = await db.execute<{ spentIn: { [currency: string]: number } | null }>(sql`
      select jsonb_object_agg(currency, amount) as "spentIn" from (
        select s.currency, sum(s.amount_minor)::float8 / 100 as amount from signals s
        where s.customer_id in (select records_of(${id}::uuid)) group by s.currency) x`);
    const { facts } = await getCustomer(at.salma, { customerId: id, exceptId: null });
    const { spentIn } = found.rows[0]!;
    expect(facts.spentIn ?? null).toEqual(spentIn);
    expect(facts.spent ?? null).toEqual(
      spentIn && Object.keys(spentIn).length === 1 ? Object.values(spentIn)[0] : null,
    );
  }
}

function bought(
  at: TestDesk,
  { email, id, amountMinor, currency }: { email: string; id: string; amountMinor: number; currency: string },
) {
  const item = {
    kind: "order_placed",
    at: "2026-11-02T09:00:00Z",
    id,
    customer: { email },
    amountMinor,
    currency,
  };
  return recordSignals(at.salma, { brandId: at.brandId, items: [item] });
}

test("orders of two who become one are counted together, each currency by itself, and counted apart again", async () => {
  const both = await pair();
  await bought(desk, { id: newId(), email: both.mail, amountMinor: 2990, currency: "EUR" });
  await bought(desk, { id: newId(), email: both.other, amountMinor: 1000, currency: "USD" });
  const facts = async (customerId: string) =>
    (await getCustomer(desk.salma, { customerId, exceptId: null })).facts;
  const preview = await previewMerge(desk.salma, both);
  expect(preview.differences.filter(({ field }) => field.startsWith("facts."))).toEqual([]);
  const together = { orders: 2, lastOrder: "2026-11-02", spentIn: { EUR: 29.9, USD: 10 } };
  expect(preview.counted).toEqual(together);
  const { linkId } = await merge(desk.salma, {
    ...both,
    choices: { "facts.spent": "one" },
    despite: "nothing",
  });
  expect(await facts(both.oneId)).toEqual(together);
  await bought(desk, { id: newId(), email: both.other, amountMinor: 500, currency: "USD" });
  expect(await facts(both.oneId)).toMatchObject({ orders: 3, spentIn: { EUR: 29.9, USD: 15 } });
  await unmerge(desk.salma, { linkId });
  expect(await facts(both.oneId)).toMatchObject({ orders: 1, spent: 29.9, currency: "EUR" });
  expect(await facts(both.otherId)).toMatchObject({ orders: 2, spent: 15, currency: "USD" });
});

test("an amount that somebody told is believed with its currency, never with the other one's", async () => {
  const both = await pair();
  const told = (id: string, facts: object) =>
    db.execute(sql`update customers set facts = ${JSON.stringify(facts)}::jsonb where id = ${id}`);
  await told(both.oneId, { spent: 29.9, currency: "EUR" });
  await told(both.otherId, { spent: 29.9, currency: "USD" });
  const preview = await previewMerge(desk.salma, both);
  expect(preview.differences.filter(({ field }) => field.startsWith("facts."))).toMatchObject([
    { field: "facts.spent" },
  ]);
  await merge(desk.salma, { ...both, choices: { "facts.spent": "other" }, despite: "nothing" });
  expect((await getCustomer(desk.salma, { customerId: both.oneId, exceptId: null })).facts).toEqual({
    spent: 29.9,
    currency: "USD",
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  "however records were merged and parted while messages arrived, taking all of it back leaves what would be without (%i)",
  async (seed) => {
    const [changed, control] = [await world(seed), await world(seed)];
    const roll = dice(seed + 100);
    const links: string[] = [];
    for (let step = 0; step < 26; step++) {
      const act = roll(10);
      if (act < 3) {
        const n = roll(records);
        const facts = { orders: 3 + roll(3) };
        for (const { at } of [changed, control]) {
          const from = by(`Person ${n}`, `r${n}@world.example`);
          await arrive(at, `r${n}@world.example`, `Again ${step}`, {
            author: { ...from.author, facts },
            language: "fr",
          });
        }
      } else if (act === 3) {
        const [n, amountMinor] = [roll(records), 100 + roll(9) * 100];
        const currency = roll(3) === 0 ? "USD" : "EUR";
        for (const { at } of [changed, control])
          await bought(at, { id: `o-${step}`, email: `r${n}@world.example`, amountMinor, currency });
        await expectCountedTogether(changed);
      } else if (act < 8) {
        const [one, other] = [changed.ids[roll(records)]!, changed.ids[roll(records)]!];
        const pick = () => (roll(2) === 0 ? ("one" as const) : ("other" as const));
        const choices = {
          name: pick(),
          city: pick(),
          zone: pick(),
          language: pick(),
          note: pick(),
          "facts.orders": pick(),
        };
        await merge(changed.at.salma, { oneId: one, otherId: other, choices, despite: "told_apart" })
          .then(({ linkId }) => links.push(linkId))
          .catch((error) => expect(error).toMatchObject({ key: "customer.already_one" }));
      } else if (links.length > 0) {
        await unmerge(changed.at.salma, { linkId: links.splice(roll(links.length), 1)[0]! });
      }
    }
    while (links.length > 0)
      await unmerge(changed.at.tom, { linkId: links.splice(roll(links.length), 1)[0]! });
    expect(await stateOf(changed.at)).toEqual(await stateOf(control.at));
  },
);

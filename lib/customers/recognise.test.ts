import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { newId } from "@/lib/id";
import { reactions } from "@/lib/reactions";
import { merge } from "./merge";
import { recogniseMessage } from "./recognise";
import { tellApart } from "./tell-apart";
import { arrive, by } from "./test-arrive";
import { unmerge } from "./unmerge";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

type Arrived = Awaited<ReturnType<typeof arrive>>;

/** What the job of a message does. */
async function recognise(one: Arrived): Promise<void> {
  const event = await db.execute<{ after: { proves?: string[]; claims?: string[] } }>(sql`
    select after from events where message_id = ${one.messageId} and type = 'message.received'`);
  const { proves = [], claims = [] } = event.rows[0]!.after;
  await recogniseMessage({ ...one, proves, claims });
}

async function write(name: string, from: string, text = "Hello") {
  const arrived = await arrive(desk, from, text, by(name, from));
  await recognise(arrived);
  return arrived;
}

async function linksOf(customerId: string) {
  const found = await db.execute<{
    id: string;
    verdict: string;
    evidence: string;
    weight: number | null;
    codes: string[];
  }>(sql`
    select id, verdict, evidence, weight, array(select r ->> 'code' from jsonb_array_elements(reasons) r) as codes
    from customer_links where revoked_at is null and (a_id = ${customerId} or b_id = ${customerId})`);
  return found.rows;
}

const tail = () => newId().slice(-10).replace(/-/g, "");

test("another spelling of one mailbox is the same person by itself, and an office address is nobody", async () => {
  const name = `claire${tail()}`;
  const one = await write("Claire Dumontet", `${name.slice(0, 3)}.${name.slice(3)}@gmail.com`);
  const two = await write("C. Dumontet", `${name}+shop@googlemail.com`);
  expect(await linksOf(two.customerId)).toMatchObject([{ verdict: "same", evidence: "address" }]);
  const person = await db.execute<{ id: string }>(
    sql`select person_id as id from customers where id = ${two.customerId}`,
  );
  expect(person.rows[0]!.id).toBe(one.customerId);
  await write("Anne Petit", `contact+a@gmail.com`);
  const office = await write("Anne Petit", `contact+b@gmail.com`);
  expect((await linksOf(office.customerId)).filter(({ verdict }) => verdict === "same")).toEqual([]);
});

test("a household behind one mailbox is asked about, with both signs", async () => {
  const name = `rey${tail()}`;
  await write("Paul Rey", `${name}@gmail.com`);
  const anne = await write("Anne Rey", `${name}+anne@gmail.com`);
  expect(await linksOf(anne.customerId)).toMatchObject([
    { verdict: "perhaps", codes: ["address", "name_other"] },
  ]);
});

test("an order number in somebody's words only asks: whoever reads a parcel's label could write both", async () => {
  const number = `MM-${Date.now()}`;
  const shop = await write("Giulia Conti", `giulia.${tail()}@example.org`);
  await db.execute(sql`
    insert into identities (id, customer_id, brand_id, kind, value, display, evidence)
    values (${newId()}, ${shop.customerId}, ${desk.brandId}, 'order_number', ${number}, ${number}, 'import')`);
  const asks = { verdict: "perhaps", codes: ["number"] };
  for (const name of ["Giulia Conti", "Giulia", "", "007"]) {
    const from = `conti.${tail()}@example.net`;
    const mail = await write(name, from, `My order ${number.toLowerCase()} has not come.`);
    expect(await linksOf(mail.customerId)).toMatchObject([asks]);
  }
});

test("a mailbox that somebody only named beside their own account never ties them to its owner", async () => {
  const box = `odile${tail()}`;
  const named = (value: string, handle: string) => ({
    author: {
      ...by("Odile Aubry", value).author,
      identities: [
        {
          kind: "handle" as const,
          value: `forum:${handle}`,
          display: `@${handle}`,
          evidence: "network" as const,
        },
        { kind: "email" as const, value, display: value, evidence: "claimed" as const },
      ],
    },
  });
  const before = await arrive(desk, "x@example.org", "Hello", named(`${box}+a@gmail.com`, `a${box}`));
  await recognise(before);
  await write("Odile Aubry", `${box}@gmail.com`);
  const after = await arrive(desk, "x@example.org", "Hello", named(`${box}+b@gmail.com`, `b${box}`));
  await recognise(after);
  for (const { customerId } of [before, after])
    expect((await linksOf(customerId)).filter(({ verdict }) => verdict === "same")).toEqual([]);
});

test("a rare name with the same trouble is only asked about, with its reasons, and never again once told apart", async () => {
  const rare = `Okafor${tail().replace(/\d/g, "x")}`;
  const ben = await arrive(desk, "unused@example.org", "Second kettle leaking, again.", {
    author: {
      ...by(`Ben ${rare}`, "x@example.org").author,
      identities: [
        { kind: "bluesky", value: `did:plc:${tail()}`, display: `@ben-${rare}.example`, evidence: "network" },
      ],
    },
    public: true,
  });
  await recognise(ben);
  const mail = await write(`B. ${rare}`, `b.${tail()}@example.org`, "My kettle leaks since Monday.");
  const [asked] = await linksOf(mail.customerId);
  expect(asked).toMatchObject({ verdict: "perhaps", evidence: "likeness", codes: ["name_similar", "topic"] });
  expect(asked!.weight).toBeGreaterThanOrEqual(9);
  await recognise(mail);
  expect(await linksOf(mail.customerId)).toHaveLength(1);
  await tellApart(desk.salma, { oneId: mail.customerId, otherId: ben.customerId });
  await recognise(mail);
  await recognise(ben);
  expect(await linksOf(mail.customerId)).toMatchObject([{ verdict: "not_same" }]);
});

test("what proof tied and a colleague took apart is not tied again by the next message", async () => {
  const name = `marek${tail()}`;
  await write("Marek Nowak", `${name}@outlook.com`);
  const two = await write("Marek Nowak", `${name}+work@outlook.com`);
  const [tie] = await linksOf(two.customerId);
  await unmerge(desk.salma, { linkId: tie!.id });
  await recognise(
    await arrive(
      desk,
      `${name}+work@outlook.com`,
      "Still here",
      by("Marek Nowak", `${name}+work@outlook.com`),
    ),
  );
  expect(await linksOf(two.customerId)).toMatchObject([{ verdict: "not_same" }]);
});

test("suggestions do not chain: what is like a record of my person is not asked of the person's other records", async () => {
  const rare = `Zelenko${tail().replace(/\d/g, "y")}`;
  const one = await write(`Ana ${rare}`, `ana.${tail()}@example.org`);
  const other = await write("Rui Pereira", `rui.${tail()}@example.org`);
  await merge(desk.salma, {
    oneId: one.customerId,
    otherId: other.customerId,
    choices: {},
    despite: "nothing",
  });
  const third = await write("Rui Pereira", `pereira.${tail()}@example.net`);
  const pairs = await db.execute<{ a: string; b: string }>(sql`
    select a_id as a, b_id as b from customer_links where verdict = 'perhaps' and ${third.customerId} in (a_id, b_id)`);
  expect(pairs.rows.every(({ a, b }) => a !== one.customerId && b !== one.customerId)).toBe(true);
});

test("whoever objected to being profiled is not asked about", async () => {
  const rare = `Silentov${tail().replace(/\d/g, "z")}`;
  const one = await write(`Olga ${rare}`, `olga.${tail()}@example.org`);
  await db.execute(sql`update customers set no_profile_at = now() where id = ${one.customerId}`);
  const two = await write(`Olga ${rare}`, `o.${tail()}@example.org`);
  expect(await linksOf(two.customerId)).toEqual([]);
});

test("only a message that could tell something becomes a job", () => {
  const event = { conversationId: "c", messageId: "m", actorId: null, type: "message.received" };
  const jobsOf = (after: object) =>
    // The reaction reads nothing else of an event.
    Reflect.apply(reactions["message.received"], null, [{ ...event, after }, "1"]).map(
      ({ name }: { name: string }) => name,
    );
  expect(jobsOf({ opened: false })).not.toContain("customer.recognise");
  expect(jobsOf({ opened: true, recognise: true })).toContain("customer.recognise");
});

import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { merge } from "@/lib/customers/merge";
import { arrive, by } from "@/lib/customers/test-arrive";
import { unmerge } from "@/lib/customers/unmerge";
import { recordSignals } from "@/lib/signals/record";
import { eraseCustomer } from "./erase";
import { scopeOf } from "./scope";

testDatabase();
let desk: TestDesk;
let hannah: Actor;
beforeAll(async () => {
  desk = await testDesk();
  hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
});

const erase = (customerId: string, confirmed: string) =>
  eraseCustomer(hannah, { customerId, confirmed, despiteHold: false });

async function textOf(messageId: string): Promise<string> {
  const found = await db.execute<{ text: string }>(sql`select text from messages where id = ${messageId}`);
  return found.rows[0]!.text;
}

test("who once claimed somebody's address neither takes their messages away nor along", async () => {
  const victim = "odile.aubry@example.org";
  const forum = (handle: string) => ({
    author: {
      ...by("Paul Rey", victim).author,
      identities: [
        { kind: "handle" as const, value: `forum:${handle}`, display: handle, evidence: "network" as const },
        { kind: "email" as const, value: victim, display: victim, evidence: "claimed" as const },
      ],
    },
  });
  const claimant = await arrive(desk, victim, "This is my address", forum("paul-rey"));
  const odile = await arrive(desk, victim, "My kettle burnt my hand", by("Odile Aubry", victim));
  expect(odile.customerId).not.toBe(claimant.customerId);
  expect((await scopeOf(db, hannah, claimant.customerId)).strays).toEqual([]);
  await erase(claimant.customerId, "Paul Rey");
  expect(await textOf(claimant.messageId)).toBe("");
  expect(await textOf(odile.messageId)).toBe("My kettle burnt my hand");
});

test("erasing one of two who were one for a while leaves the other whole", async () => {
  const one = await arrive(
    desk,
    "lucie@example.org",
    "Where is it?",
    by("Lucie Ferrand", "lucie@example.org"),
  );
  const two = await arrive(desk, "marek@example.org", "It is here", by("Marek Nowak", "marek@example.org"));
  const tied = await merge(desk.salma, {
    oneId: one.customerId,
    otherId: two.customerId,
    choices: { name: "one" },
    despite: "nothing",
  });
  await unmerge(desk.salma, { linkId: tied.linkId });
  await erase(one.customerId, "Lucie Ferrand");
  expect(await textOf(two.messageId)).toBe("It is here");
  const left = await db.execute(sql`select name from customers where id = ${two.customerId}`);
  expect(left.rows).toEqual([{ name: "Marek Nowak" }]);
});

test("a sign that is told again after an erasure brings nobody back", async () => {
  const email = "giulia.conti@example.org";
  const order = { kind: "order_placed", at: new Date().toISOString(), id: "MM-7001", customer: { email } };
  const tell = () => recordSignals(desk.salma, { brandId: desk.brandId, items: [order] });
  const first = await tell();
  await erase(first.items[0]!.customerId!, email);
  expect(await tell()).toMatchObject({ stored: 0, known: 1, newCustomers: 0, faults: [] });
  const back = await db.execute(sql`select 1 from identities where value = ${email} and revoked_at is null`);
  expect(back.rows).toEqual([]);
});

test("a telephone told beside somebody's address is theirs only until its owner writes from it", async () => {
  const victim = await arrive(desk, "ben@example.org", "Hello", by("Ben Okafor", "ben@example.org"));
  const phone = "+33612345678";
  await recordSignals(desk.salma, {
    brandId: desk.brandId,
    items: [
      {
        kind: "order_placed",
        at: new Date().toISOString(),
        id: "MM-7002",
        customer: { email: "ben@example.org", phone },
      },
    ],
  });
  const stranger = await arrive(desk, "x@example.org", "What did I order?", {
    author: {
      ...by("Ben Okafor", "x@example.org").author,
      identities: [{ kind: "phone", value: phone, display: phone, evidence: "network" }],
    },
  });
  expect(stranger.customerId).not.toBe(victim.customerId);
});

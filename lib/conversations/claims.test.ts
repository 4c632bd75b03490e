import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import type { IncomingIdentity } from "@/lib/channels/channel";
import { arrive, by } from "@/lib/customers/test-arrive";
import { newId } from "@/lib/id";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

type Evidence = IncomingIdentity["evidence"];
const identity = (kind: "email" | "handle" | "phone", value: string, evidence: Evidence) =>
  ({ kind, value, display: value, evidence }) as const;

async function from(name: string, identities: IncomingIdentity[]) {
  const { author } = by(name, "nobody@example.org");
  return arrive(desk, "nobody@example.org", "Hello", { author: { ...author, identities } });
}

async function owned(customerId: string) {
  const found = await db.execute<{ value: string; evidence: string; revoked: boolean }>(sql`
    select value, evidence, revoked_at is not null as revoked from identities where customer_id = ${customerId} order by id`);
  return found.rows;
}

test("who claims a stranger's address beside their own handle loses it when the stranger writes, and keeps their own words", async () => {
  const [mail, handle] = [`odile.${newId()}@example.org`, `shop:thief-${newId()}`];
  const thief = await from("Paul Rey", [
    identity("handle", handle, "network"),
    identity("email", mail, "claimed"),
  ]);
  const odile = await from("Odile Aubry", [identity("email", mail, "authenticated")]);
  expect(odile.customerId).not.toBe(thief.customerId);
  expect(await owned(odile.customerId)).toEqual([{ value: mail, evidence: "authenticated", revoked: false }]);
  expect(await owned(thief.customerId)).toEqual([
    { value: handle, evidence: "network", revoked: false },
    { value: mail, evidence: "claimed", revoked: true },
  ]);
  const again = await from("Paul Rey", [
    identity("handle", handle, "network"),
    identity("email", mail, "claimed"),
  ]);
  expect(again.customerId).toBe(thief.customerId);
  expect((await owned(thief.customerId)).filter(({ revoked }) => !revoked)).toHaveLength(1);
});

test("a mail that nobody checked does not lead into the history of whoever only named its address either", async () => {
  const [mail, handle] = [`odile.${newId()}@example.org`, `shop:thief-${newId()}`];
  const thief = await from("Paul Rey", [
    identity("handle", handle, "network"),
    identity("email", mail, "claimed"),
  ]);
  const odile = await from("Odile Aubry", [identity("email", mail, "claimed")]);
  expect(odile.customerId).not.toBe(thief.customerId);
});

test("a telephone number typed in a form is its owner's when they write from it", async () => {
  const [mail, phone] = [`marek.${newId()}@example.org`, `+336${newId().replace(/\D/g, "").slice(0, 8)}`];
  const form = await from("Marek Nowak", [
    identity("email", mail, "claimed"),
    identity("phone", phone, "claimed"),
  ]);
  const owner = await from("Giulia Conti", [identity("phone", phone, "network")]);
  expect(owner.customerId).not.toBe(form.customerId);
  const same = await from("Marek Nowak", [identity("email", mail, "authenticated")]);
  expect(same.customerId).toBe(form.customerId);
  expect((await owned(form.customerId)).filter(({ revoked }) => !revoked)).toEqual([
    { value: mail, evidence: "authenticated", revoked: false },
  ]);
});

test("a stranger's address before a handle of one's own opens no way into the stranger's history", async () => {
  const [mail, handle] = [`nora.${newId()}@example.org`, `shop:thief-${newId()}`];
  const nora = await from("Nora Lindqvist", [identity("email", mail, "authenticated")]);
  const thief = await from("Paul Rey", [
    identity("email", mail, "claimed"),
    identity("handle", handle, "network"),
  ]);
  const later = await from("Paul Rey", [identity("handle", handle, "network")]);
  expect(thief.customerId).not.toBe(nora.customerId);
  expect(later.customerId).toBe(thief.customerId);
  expect(await owned(nora.customerId)).toHaveLength(1);
});

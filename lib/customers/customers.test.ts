import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { newId } from "@/lib/id";
import { alsoOpen } from "@/lib/replies/also-open";
import { newerThan, newestOf } from "@/lib/replies/newer";
import { csvCell } from "@/lib/text/csv-cell";
import { restrict } from "@/lib/triage/restrict";
import { editCustomer } from "./edit";
import { exportCustomers } from "./export-csv";
import { getCustomer } from "./get-customer";
import { addIdentity, removeIdentity, restoreIdentity } from "./identities";
import { listCustomers } from "./list-customers";
import { listMoments } from "./list-moments";
import { listTies } from "./list-suggestions";
import { merge } from "./merge";
import { arrive, by } from "./test-arrive";
import { unmerge } from "./unmerge";

testDatabase();
let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk();
});

const someone = (name: string) => `${name}.${newId().slice(-8)}@example.org`;

async function two() {
  const [mail, other] = [someone("claire"), someone("dumontet")];
  const one = await arrive(desk, mail, "The refund has not come.", by("Claire Dumontet", mail));
  const next = await arrive(desk, other, "Still no refund.", by("C. Dumontet", other));
  return { one, next, mail, other };
}
const join = (one: string, other: string) =>
  merge(desk.salma, { oneId: one, otherId: other, choices: {}, despite: "nothing" });

test("what is open, new and said is read by person, and by record again once it is taken back", async () => {
  const { one, next, mail, other } = await two();
  const seen = await newestOf(db, one.customerId);
  const { linkId } = await join(one.customerId, next.customerId);
  const view = await getConversation(desk.tom, { idOrNumber: next.conversationId });
  expect(view.customer.identities.map(({ value }) => value)).toEqual([mail, other]);
  expect(view.customer.conversations.map(({ id }) => id)).toEqual([one.conversationId]);
  expect(view.row).toMatchObject({ customerId: one.customerId, customerName: "Claire Dumontet" });
  expect(view.ways[0]!.to).toEqual([other]);
  const open = await alsoOpen(db, desk.tom, { customerId: one.customerId, exceptId: one.conversationId });
  expect(open.map(({ id }) => id)).toEqual([next.conversationId]);
  const newer = await db.transaction((tx) =>
    newerThan(tx, desk.tom, { customerId: one.customerId, seen, authorId: desk.tom.id, by: "anybody" }),
  );
  expect(newer).toMatchObject({ kind: "wrote", excerpt: "Still no refund." });
  const found = await listQueue(desk.tom, {
    view: "queue",
    sort: "longest",
    cursor: null,
    limit: 50,
    q: `from:${other}`,
  });
  expect(found.items.map(({ id }) => id).sort()).toEqual([one.conversationId, next.conversationId].sort());
  await unmerge(desk.tom, { linkId });
  const apart = await getConversation(desk.tom, { idOrNumber: next.conversationId });
  expect(apart.customer.identities.map(({ value }) => value)).toEqual([other]);
});

test("a merge shows nobody what they may not see: neither the hidden conversation nor the address it came by", async () => {
  const { one, next, mail } = await two();
  const owner = await testAgent("Hannah Whitlock", "admin", [], []);
  await restrict(owner, { conversationId: next.conversationId, agentIds: [owner.id] });
  await merge(owner, { oneId: one.customerId, otherId: next.customerId, choices: {}, despite: "nothing" });
  const view = await getCustomer(desk.salma, { customerId: one.customerId, exceptId: null });
  expect(view.identities.map(({ value }) => value)).toEqual([mail]);
  expect(view.conversations.map(({ id }) => id)).toEqual([one.conversationId]);
  expect(await listTies(desk.salma, { customerId: one.customerId })).toEqual([]);
  const moments = await listMoments(desk.salma, { customerId: one.customerId, cursor: null, limit: 30 });
  expect(moments.items.map(({ text }) => text)).toEqual(["The refund has not come."]);
});

test("customers are found by anything they ever used, page by page, each person once", async () => {
  const { one, next, other } = await two();
  await join(one.customerId, next.customerId);
  const [identity] = (
    await getCustomer(desk.salma, { customerId: next.customerId, exceptId: null })
  ).identities.filter(({ value }) => value === other);
  await removeIdentity(desk.salma, { customerId: one.customerId, identityId: identity!.id });
  const asked = { text: other, brandId: null, tag: null, cursor: null, limit: 10 };
  expect((await listCustomers(desk.salma, asked)).items.map(({ id }) => id)).toEqual([one.customerId]);
  const first = await listCustomers(desk.salma, { ...asked, text: "", limit: 1 });
  const second = await listCustomers(desk.salma, { ...asked, text: "", limit: 1, cursor: first.next });
  expect(second.items[0]!.id).not.toBe(first.items[0]!.id);
  const elsewhere = await testDesk();
  expect((await listCustomers(elsewhere.tom, asked)).items).toEqual([]);
});

test("an address is added on a colleague's word, not taken from somebody sure, removed and put back", async () => {
  const { one, next, other } = await two();
  await expect(
    addIdentity(desk.salma, { customerId: one.customerId, kind: "email", value: other }),
  ).rejects.toMatchObject({ key: "customer.identity_taken" });
  await expect(
    addIdentity(desk.salma, { customerId: one.customerId, kind: "phone", value: "call me" }),
  ).rejects.toMatchObject({ key: "customer.identity_invalid" });
  const { id } = await addIdentity(desk.salma, {
    customerId: one.customerId,
    kind: "customer_number",
    value: "K-1042",
  });
  await removeIdentity(desk.salma, { customerId: one.customerId, identityId: id });
  await restoreIdentity(desk.salma, { customerId: one.customerId, identityId: id });
  const view = await getCustomer(desk.tom, { customerId: one.customerId, exceptId: null });
  expect(view.identities.at(-1)).toMatchObject({ kind: "customer_number", evidence: "agent" });
  expect(next.customerId).not.toBe(one.customerId);
});

test("consent, tags and notes hold for the whole person, and the history knows the fields but not the words", async () => {
  const { one, next } = await two();
  await join(one.customerId, next.customerId);
  await db.execute(sql`update customers set tags = '{vip,press}' where id = ${next.customerId}`);
  await editCustomer(desk.salma, {
    customerId: next.customerId,
    edit: { doNotContact: true, tags: ["VIP", "loyal"], note: "Calls at noon." },
  });
  const view = await getCustomer(desk.tom, { customerId: one.customerId, exceptId: null });
  expect(view).toMatchObject({ tags: ["loyal", "vip"], note: "Calls at noon." });
  expect(view.doNotContactAt).not.toBeNull();
  const event = await db.execute<{ after: unknown }>(sql`
    select after from events where type = 'customer.changed' and customer_id = ${one.customerId} and conversation_id is null`);
  expect(event.rows[0]!.after).toEqual({ fields: ["doNotContact", "tags", "note"] });
});

test("the file holds what I may see, and no cell of it is a formula", async () => {
  const mail = someone("nora");
  const nora = await arrive(desk, mail, "Hello", by('=HYPERLINK("x")', mail));
  const manager = { ...desk.salma, role: "manager" as const };
  let file = "";
  for await (const part of exportCustomers(manager)) file += part;
  expect(file).toContain(`${nora.customerId},"'=HYPERLINK(""x"")"`);
  expect(csvCell("+33 6 12 34 56 78")).toBe("+33 6 12 34 56 78");
  expect(csvCell("+cmd|' /C calc'!A0")).toBe("'+cmd|' /C calc'!A0");
  const stranger = await testAgent("Jules Lemaire", "manager", [], []);
  let other = "";
  for await (const part of exportCustomers(stranger)) other += part;
  expect(other).not.toContain(nora.customerId);
});

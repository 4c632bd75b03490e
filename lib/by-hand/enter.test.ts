import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testDesk } from "@/db/test-desk";
import { readLedger } from "@/lib/channels/intake";
import { getConversation } from "@/lib/conversations/get-conversation";
import { listQueue } from "@/lib/conversations/list-queue";
import { newId } from "@/lib/id";
import { enterNote, type NewNote } from "./enter";
import { listPlaces } from "./list-places";

testDatabase();

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk("notes");
});

function note(more: Partial<NewNote> = {}): NewNote {
  return {
    id: newId(),
    by: null,
    channelId: null,
    at: null,
    who: "Odile Aubry",
    place: "shop",
    email: null,
    phone: "03 20 55 01 88",
    text: "The pot smoked and she burnt her hand.",
    promised: null,
    danger: null,
    ...more,
  };
}

async function rows() {
  await readLedger("test");
  return (await listQueue(desk.salma, { view: "queue", sort: "left", cursor: null, limit: 50 })).items;
}

async function messageOf(id: string) {
  const view = await getConversation(desk.salma, { idOrNumber: id });
  const said = view.timeline.find((item) => item.type === "message");
  return { view, message: said?.type === "message" ? said : null };
}

test("a note stands in the queue as what the customer said, with who typed it and what was promised", async () => {
  const typed = note({
    danger: "yes",
    promised: { what: "We call her back", until: "in 2 hours" },
    at: new Date(Date.now() - 3_600_000).toISOString(),
  });
  expect(await enterNote(desk.salma, typed)).toEqual({ id: typed.id, isKnown: false });
  const [row] = await rows();
  expect(row).toMatchObject({ customerName: "Odile Aubry", isPublic: false });
  const { view, message } = await messageOf(row?.id ?? "");
  expect(view.customer.facts).toMatchObject({ danger: "yes" });
  expect(message?.entered).toMatchObject({
    by: { name: "Salma Idrissi" },
    place: "shop",
    promised: { what: "We call her back", words: "in 2 hours" },
  });
  // Two hours from when it was typed, which was an hour ago.
  const until = Date.parse(message?.entered?.promised?.until ?? "") - Date.now();
  expect(until / 60_000).toBeGreaterThan(58);
  expect(until / 60_000).toBeLessThan(61);
});

test("what was promised on a note is meant and told on the clock of the brand's opening hours", async () => {
  const [tokyo, house] = ["Asia/Tokyo", "Europe/Paris"];
  const hours = {
    zone: tokyo,
    week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] },
    exceptions: [],
  };
  const id = newId();
  await db.execute(sql`insert into schedules (id, name) values (${id}, 'Tokyo')`);
  await db.execute(sql`insert into schedule_versions (schedule_id, valid_from, hours)
    values (${id}, now() - interval '1 day', ${JSON.stringify(hours)}::jsonb)`);
  await db.execute(sql`update brands set schedule_id = ${id} where id = ${desk.brandId}`);
  const typed = note({
    who: "Lucie Ferrand",
    phone: null,
    promised: { what: "A call", until: "tomorrow at 9" },
  });
  await enterNote(desk.salma, typed);
  const row = (await rows()).find(({ customerName }) => customerName === "Lucie Ferrand");
  const { message } = await messageOf(row?.id ?? "");
  const { until = "", promisedFor = "" } = message?.entered?.promised ?? {};
  expect(promisedFor).toMatch(/^\d{4}-\d\d-\d\dT09:00$/);
  expect(new Date(until ?? "").toLocaleTimeString("sv", { timeZone: tokyo })).toBe("09:00:00");
  await db.execute(sql`update brands set schedule_id = null where id = ${desk.brandId}`);
  const later = await messageOf(row?.id ?? "");
  const inParis = new Date(until ?? "").toLocaleString("sv", {
    timeZone: house,
    dateStyle: "short",
    timeStyle: "short",
  });
  expect(later.message?.entered?.promised?.promisedFor).toBe(inParis.replace(" ", "T"));
});

test("the same note sent twice is one row", async () => {
  const typed = note({ who: "Marek Nowak", phone: null, text: "The mixer came in pieces." });
  const before = (await rows()).length;
  const both = await Promise.all([enterNote(desk.salma, typed), enterNote(desk.salma, typed)]);
  expect(both.map((one) => one.isKnown).sort()).toEqual([false, true]);
  expect(await rows()).toHaveLength(before + 1);
  expect((await enterNote(desk.salma, typed)).isKnown).toBe(true);
  expect(await rows()).toHaveLength(before + 1);
});

test("what somebody else typed on this device is not sent in my name", async () => {
  await expect(enterNote(desk.tom, note({ by: desk.salma.id }))).rejects.toMatchObject({
    key: "by_hand.somebody_else",
  });
});

test("a note with an address is answered by the brand's mail", async () => {
  await db.execute(sql`
    insert into channels (id, kind, name, brand_id, address, config) values (${newId()}, 'email', 'care', ${desk.brandId}, ${`care-${desk.brandId.slice(-8)}@marmelune.example`},
      ${JSON.stringify({ address: "care@marmelune.example" })}::jsonb)`);
  await enterNote(
    desk.salma,
    note({ who: "Paul Rey", email: "Paul.Rey@courriel.example", phone: "06 12 34 56 78" }),
  );
  const row = (await rows()).find((one) => one.customerName === "Paul Rey");
  const { view } = await messageOf(row?.id ?? "");
  expect(view.ways).toMatchObject([{ channelKind: "email", to: ["Paul.Rey@courriel.example"] }]);

  // A telephone number is no address for a mail: somebody calls, until an address is known.
  await enterNote(desk.salma, note({ who: "Nora Lindqvist", phone: "+33 6 98 76 54 32" }));
  const nora = (await rows()).find((one) => one.customerName === "Nora Lindqvist");
  expect((await messageOf(nora?.id ?? "")).view.ways).toEqual([]);
});

test("whoever may write notes sees where; nobody sees another brand's places", async () => {
  expect(await listPlaces(desk.salma)).toMatchObject([{ id: desk.channelId, takes: "note" }]);
  const other = await testDesk("notes");
  expect((await listPlaces(other.salma)).map((one) => one.id)).toEqual([other.channelId]);
  await expect(enterNote(desk.salma, note({ channelId: other.channelId }))).rejects.toMatchObject({
    code: "not_found",
  });
});

import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { listNotices, noticesNow, publicLine } from "./list-notices";
import { createNotice, deleteNotice, type NoticeInput, updateNotice } from "./save-notice";

testDatabase();
let desk: TestDesk;
let other: TestDesk;
let ines: Actor;
beforeAll(async () => {
  desk = await testDesk();
  other = await testDesk();
  ines = await testAgent("Inès Carpentier", "manager", [], [desk.brandId]);
});

const hour = 3_600_000;
const strike = (more: Partial<NoticeInput> = {}): NoticeInput => ({
  text: "Strike in Ghent",
  lineEn: "Parcels are two days late.",
  lineFr: "Les colis ont deux jours de retard.",
  startsAt: new Date(Date.now() - hour),
  endsAt: new Date(Date.now() + hour),
  brandIds: [desk.brandId],
  isOnForm: true,
  isInAcknowledgement: false,
  ...more,
});

test("a notice is for the people and the customers of its brands, while it holds", async () => {
  const { id } = await createNotice(ines, strike());
  expect((await noticesNow(desk.salma)).map((one) => one.id)).toEqual([id]);
  expect(await noticesNow(other.salma)).toEqual([]);
  const line = (brandId: string, on: "form" | "acknowledgement", language: "en" | "fr" = "fr") =>
    publicLine({ brandId, language, on });
  expect(await line(desk.brandId, "form")).toBe("Les colis ont deux jours de retard.");
  expect(await line(desk.brandId, "form", "en")).toBe("Parcels are two days late.");
  expect(await line(desk.brandId, "acknowledgement")).toBeNull();
  expect(await line(other.brandId, "form")).toBeNull();
  await updateNotice(ines, { ...strike({ lineFr: null }), noticeId: id });
  expect(await line(desk.brandId, "form")).toBe("Parcels are two days late.");
  await updateNotice(ines, { ...strike({ endsAt: new Date(Date.now() - 1) }), noticeId: id });
  expect(await noticesNow(desk.salma)).toEqual([]);
  expect(await line(desk.brandId, "form")).toBeNull();
  expect((await listNotices(ines)).map((one) => one.id)).toEqual([id]);
  await deleteNotice(ines, { noticeId: id });
  expect(await listNotices(ines)).toEqual([]);
});

test("without brands it is for everybody; only managers put one up, and customers are shown a line or nothing", async () => {
  const { id } = await createNotice(ines, strike({ brandIds: [] }));
  expect((await noticesNow(other.tom)).map((one) => one.id)).toEqual([id]);
  await expect(createNotice(desk.salma, strike())).rejects.toMatchObject({ code: "forbidden" });
  await expect(createNotice(ines, strike({ lineEn: null, lineFr: null }))).rejects.toMatchObject({
    key: "notice.no_line",
  });
  await expect(createNotice(ines, strike({ endsAt: new Date(0) }))).rejects.toMatchObject({
    key: "notice.ends",
  });
});

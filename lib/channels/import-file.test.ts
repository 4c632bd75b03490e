import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { testDatabase } from "@/db/test";
import { type TestDesk, testAgent, testDesk } from "@/db/test-desk";
import type { Actor } from "@/lib/access";
import { getConversation } from "@/lib/conversations/get-conversation";
import { type FileImport, importFile, previewFile } from "./import-file";
import { readLedger } from "./intake";
import { stopParsing } from "./parse-pool";

testDatabase();
afterAll(() => stopParsing());

async function site(): Promise<{
  desk: TestDesk;
  hannah: Actor;
  file(text: string, more?: Partial<FileImport>): FileImport;
}> {
  const desk = await testDesk("reviews");
  const config = JSON.stringify({ source: "avis.example" });
  await db.execute(sql`update channels set config = ${config}::jsonb where id = ${desk.channelId}`);
  const hannah = await testAgent("Hannah Whitlock", "admin", [desk.teamId], [desk.brandId]);
  return {
    desk,
    hannah,
    file: (text, more = {}) => ({
      channelId: desk.channelId,
      bytes: new TextEncoder().encode(text),
      columns: null,
      holds: "some",
      ...more,
    }),
  };
}

async function readAll(desk: TestDesk): Promise<void> {
  await expect
    .poll(
      async () => {
        await readLedger("test");
        const left = await db.execute(
          sql`select state from inbound where channel_id = ${desk.channelId} and state <> 'done'`,
        );
        return left.rows;
      },
      { timeout: 40_000, interval: 300 },
    )
    .toEqual([]);
}

const head = "\ufeffRéférence;Note;Auteur;Avis;Date;Lien;Réponse\r\n";
const odile = 'r1;2;Odile Aubry;"Elle fuit ; ""encore""";14/11/2026;https://avis.example/r1;\r\n';
const ben = "r2;4/5;Ben Okafor;Good kettle;2026-11-13;https://avis.example/r2;Merci Ben\r\n";
const marek = "r3;5;Marek Nowak;Parfait;12/11/2026;;\r\n";

test("a file of a French site is previewed, taken in once, and its next version changes and deletes", async () => {
  const { desk, hannah, file } = await site();
  const first = file(
    `${head + odile + ben + marek};3;;sans numéro;;;\r\nr5;9;Paul Rey;Bien;;;\r\nr1;1;;;;;\r\n`,
  );
  const preview = await previewFile(hannah, first);
  expect(preview.columns.map(({ field }) => field)).toEqual([
    "id",
    "rating",
    "author",
    "text",
    "date",
    "url",
    "answer",
  ]);
  expect(preview).toMatchObject({
    counts: { new: 3, changed: 0, deleted: 0, same: 0, unreadable: 3 },
    rows: [
      { line: 1, outcome: "new", row: { rating: "2", text: 'Elle fuit ; "encore"' } },
      {},
      {},
      {},
      {},
      {},
    ],
    problems: [
      { line: 4, problem: "id" },
      { line: 5, problem: "rating" },
      { line: 6, problem: "twice" },
    ],
  });
  const none = await db.execute(sql`select 1 from inbound where channel_id = ${desk.channelId}`);
  expect(none.rows, "a preview stores nothing").toEqual([]);

  await importFile(hannah, first);
  expect((await importFile(hannah, first)).counts).toMatchObject({ new: 0, changed: 0, same: 3 });
  await readAll(desk);
  expect((await previewFile(hannah, first)).counts).toMatchObject({ new: 0, changed: 0, same: 3 });
  const found = await db.execute<{ id: string; status: string }>(sql`
    select c.id, c.status from conversations c join messages m on m.conversation_id = c.id and m.external_id = 'r2'
    where c.channel_id = ${desk.channelId}`);
  expect(found.rows).toMatchObject([{ status: "waiting" }]);
  const talk = await getConversation(desk.salma, { idOrNumber: found.rows[0]?.id ?? "" });
  expect(talk.timeline.filter((item) => item.type === "message")).toMatchObject([
    { text: "Good kettle", rating: { value: 4, of: 5 } },
    { text: "Merci Ben" },
  ]);

  const second = file(head + odile.replace(";2;", ";5;") + ben, { holds: "all" });
  expect((await previewFile(hannah, second)).counts).toEqual({
    new: 0,
    changed: 1,
    deleted: 1,
    same: 1,
    unreadable: 0,
  });
  await importFile(hannah, second);
  await readAll(desk);
  const now = await db.execute(sql`
    select external_id as id, rating ->> 'value' as stars, deleted_at is not null as gone from messages
    where channel_id = ${desk.channelId} and kind = 'customer' order by external_id`);
  expect(now.rows).toEqual([
    { id: "r1", stars: "5", gone: false },
    { id: "r2", stars: "4", gone: false },
    { id: "r3", stars: "5", gone: true },
  ]);
  expect((await importFile(hannah, second)).counts).toMatchObject({ changed: 0, deleted: 0, same: 2 });
}, 120_000);

test("nothing that is missing is deleted while a row without an id could be it", async () => {
  const { desk, hannah, file } = await site();
  await importFile(hannah, file(head + odile));
  await readAll(desk);
  const doubtful = await previewFile(hannah, file(`${head};3;;sans numéro;;;\r\n`, { holds: "all" }));
  expect(doubtful).toMatchObject({ isMissingKept: true, counts: { deleted: 0, unreadable: 1 } });
});

test("what is no table, or empty, is refused in words, and who may not change the channel is too", async () => {
  const { desk, hannah, file } = await site();
  const refused = (bytes: Uint8Array | string) =>
    previewFile(hannah, typeof bytes === "string" ? file(bytes) : file("", { bytes }));
  await expect(refused(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]))).rejects.toMatchObject({
    key: "import.unreadable",
  });
  await expect(refused("")).rejects.toMatchObject({ key: "import.unreadable" });
  await expect(refused(head)).rejects.toMatchObject({ key: "import.empty" });
  await expect(previewFile(desk.salma, file(head + odile))).rejects.toMatchObject({ code: "forbidden" });
  const mail = await testDesk("email");
  await expect(previewFile(hannah, file(head, { channelId: mail.channelId }))).rejects.toMatchObject({
    code: expect.stringMatching(/invalid|not_found/),
  });
});

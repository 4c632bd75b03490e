import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { fakeContext } from "@/lib/channels/fake-context";
import { config } from "./config";
import { parse } from "./parse";
import { webhook } from "./webhook";

const token = "a-token-of-marmelune-1234";
const own = config.parse({ source: "avis.example", token });

function send(body: string, headers: { [name: string]: string }) {
  const { ctx } = fakeContext(own);
  const request = new Request("http://127.0.0.1/api/hooks/reviews/1", { method: "POST", body, headers });
  return webhook(ctx, request);
}

async function said(body: object, headers = { authorization: `Bearer ${token}` }) {
  const items = await send(JSON.stringify(body), headers);
  return items instanceof Response ? items.status : items.map((item) => parse(item, own)[0]);
}

test("a review arrives with its stars; the same id again is a change, and one can be deleted", async () => {
  const review = {
    id: "r1",
    rating: "2,0",
    title: "Fuit",
    text: "Elle fuit.",
    author: "Claire Dumontet",
    url: "https://avis.example/r1",
  };
  expect(await said(review)).toMatchObject([
    {
      kind: "message",
      externalId: "r1",
      rating: { value: 2, of: 5 },
      subject: "Fuit",
      public: true,
      url: "https://avis.example/r1",
    },
    { kind: "edit", externalId: "r1", text: "Elle fuit." },
  ]);
  expect(await said({ reviews: [{ ...review, rating: 5, text: "Remplacée !" }] })).toMatchObject([
    { kind: "message" },
    { kind: "edit", text: "Remplacée !", rating: { value: 5, of: 5 } },
  ]);
  expect(await said([{ id: "r1", deleted: true }])).toMatchObject([{ kind: "delete", externalId: "r1" }]);
  expect(await said({ id: 9, rating: 1 })).toMatchObject([{ text: "1/5" }, {}]);
});

test("only who has the token is heard, or who signs with it, and nothing half", async () => {
  const body = JSON.stringify({ id: "r1", rating: 4 });
  const signature = createHmac("sha256", token).update(body).digest("hex");
  expect(await send(body, { "x-signature": `sha256=${signature}` })).toHaveLength(2);
  const wrong: Array<{ [name: string]: string }> = [
    {},
    { authorization: "Bearer guess" },
    { "x-signature": "sha256=00" },
  ];
  for (const headers of wrong) {
    const refused = await send(body, headers);
    expect(refused instanceof Response && refused.status).toBe(401);
  }
  expect(await said([{ id: "r2" }, { rating: 3 }])).toBe(422);
  expect(await said({ nothing: true })).toBe(422);
});

test("a table of a French site is read: semicolons, a byte order mark, quotes, the day first", async () => {
  const table =
    '\ufeffN°;Référence;Note;Auteur;Avis;Date de publication\r\n1;r7;"2,5";Odile Aubry;"Elle fuit ; elle ""siffle""\nfort";14/11/2026\r\n;;;;;\r\n';
  const items = await send(table, {
    authorization: `Bearer ${token}`,
    "content-type": "text/csv; charset=utf-8",
  });
  expect(items instanceof Response ? items.status : items.map((item) => parse(item, own)[0])).toMatchObject([
    {
      externalId: "r7",
      rating: { value: 2.5, of: 5 },
      text: 'Elle fuit ; elle "siffle"\nfort',
      author: { name: "Odile Aubry" },
      sentAt: new Date("2026-11-14"),
    },
    { kind: "edit" },
  ]);
});

test("numbers beyond 2^53 are two reviews, not one", async () => {
  const body = '[{"id":9007199254740993,"text":"a"},{"id":9007199254740992,"text":"b"}]';
  const items = await send(body, { authorization: `Bearer ${token}` });
  if (items instanceof Response) throw new Error("refused");
  const ids = items
    .flatMap((item) => parse(item, own))
    .map((each) => "externalId" in each && each.externalId);
  expect(new Set(ids)).toEqual(new Set(["9007199254740993", "9007199254740992"]));
});

import { expect, test } from "vitest";
import { config } from "./config";
import { readReviews } from "./read-file";

const own = config.parse({ source: "avis.example" });

function read(file: string | Uint8Array, columns: Array<string | null> | null = null) {
  const bytes = typeof file === "string" ? new TextEncoder().encode(file) : file;
  return readReviews(bytes, columns, own, new Date("2026-11-20T10:00:00Z"));
}

test("commas, tabs, and the letters of an old spreadsheet are read", () => {
  const tabs = read("Review ID\tStar rating\tReviewer\tComment\nr1\tFOUR\tBen Okafor\tGood, really\n");
  expect(tabs?.columns.map(({ field }) => field)).toEqual(["id", "rating", "author", "text"]);
  expect(tabs?.lines).toMatchObject([{ problem: null, row: { text: "Good, really", rating: "FOUR" } }]);
  const latin = new Uint8Array([...Buffer.from("id,note,commentaire\nr1,3,d\xe9\xe7ue\n", "latin1")]);
  expect(read(latin)?.lines).toMatchObject([{ row: { text: "déçue" }, problem: null }]);
});

test("JSON is read whatever its list is called, one level deep", () => {
  const found = read(
    JSON.stringify({
      avis: [{ reviewId: "a", starRating: 5, reviewer: { displayName: "Nora Lindqvist" }, comment: "Fine" }],
    }),
  );
  expect(found?.columns).toMatchObject([
    { name: "reviewId", field: "id" },
    { name: "starRating", field: "rating" },
    { name: "reviewer.displayName", field: "author", example: "Nora Lindqvist" },
    { name: "comment", field: "text" },
  ]);
  expect(found?.lines).toMatchObject([{ externalId: "a", problem: null }]);
});

test("columns mean what somebody says, and without a number a link or name and moment tell reviews apart", () => {
  const file = "a,b,c,d\nhttps://avis.example/1,4,Odile Aubry,11/14/2026\n";
  expect(read(file)?.lines).toMatchObject([{ problem: "id", externalId: null }]);
  expect(read(file, ["url", "rating", "author", "date"])?.lines).toMatchObject([
    { externalId: "https://avis.example/1", problem: null },
  ]);
  expect(read(file, [null, "rating", "author", "date"])?.lines).toMatchObject([
    { externalId: expect.stringMatching(/^of [0-9a-f]{32}$/), problem: null },
  ]);
});

test.each([
  ["r,★★☆☆☆,x,2026-11-14", null],
  ["r,4 out of 5,x,2026-11-14T10:00:00Z", null],
  ["r,,x,", null],
  ["r,3,,", null],
  ["r,seven,x,", "rating"],
  ["r,6,x,", "rating"],
  ["r,3,x,last week", "date"],
  ["r,,,2026-11-14", "words"],
])("%s is read, or the reason why not is %s", (row, problem) => {
  expect(read(`id,rating,text,date\n${row}\n`)?.lines).toMatchObject([{ problem }]);
});

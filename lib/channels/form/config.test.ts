import { expect, test } from "vitest";
import { formConfig, frameAncestors, mayEmbed, ownWords } from "./config";

const open = formConfig.parse({ slug: "contact" });
const closed = formConfig.parse({ slug: "contact", embedOrigins: ["https://www.marmelune.example"] });

test("a form with only a slug works: everybody may show it, and it asks what most shops ask", () => {
  expect(open).toMatchObject({ acknowledgement: true, name: "optional", files: true, danger: true });
  expect(frameAncestors(open)).toEqual(["*"]);
  expect(mayEmbed(open, "https://anything.example")).toBe(true);
});

test("a form with a list is shown by itself and by the sites of the list only", () => {
  expect(frameAncestors(closed)).toEqual(["'self'", "https://www.marmelune.example"]);
  expect(mayEmbed(closed, "https://www.marmelune.example")).toBe(true);
  expect(mayEmbed(closed, "https://marmelune.example")).toBe(false);
});

test.each([
  "",
  "null",
  "www.marmelune.example",
  "https://a.example/path",
  "javascript:alert(1)",
  "https://a.example;",
])("%s is not the origin of a site", (origin) => {
  expect(mayEmbed(open, origin)).toBe(false);
  expect(formConfig.safeParse({ slug: "contact", embedOrigins: [origin] }).success).toBe(false);
});

test.each(["", "Contact", "a b", "-a", "a-", "../x", "a".repeat(41)])(
  "%s cannot stand in the form's address",
  (slug) => {
    expect(formConfig.safeParse({ slug }).success).toBe(false);
  },
);

test("a title of the owner's own is taken in its language, ours in the other", () => {
  const own = { ...open, titleFr: " Un souci ? " };
  expect(ownWords(own, "fr")).toEqual({ title: "Un souci ?", intro: null });
  expect(ownWords(own, "en")).toEqual({ title: null, intro: null });
});

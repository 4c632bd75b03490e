import { expect, test } from "vitest";
import { mentionsIn } from "./mentioned";

const people = [
  { id: "1", name: "Hannah" },
  { id: "2", name: "Hannah Whitlock" },
  { id: "3", name: "Inès Carpentier" },
];

test("a name behind an at sign is a mention, the longest that fits", () => {
  const text = "@Hannah Whitlock and @Inès Carpentier: look";
  expect(mentionsIn(text, people).map(({ who }) => who.id)).toEqual(["2", "3"]);
  expect(mentionsIn(text, people)[0]).toMatchObject({ from: 0, to: 16 });
});

test("an address and the beginning of a longer word are none", () => {
  expect(mentionsIn("mail@Hannah, @Hannahs", people)).toEqual([]);
});

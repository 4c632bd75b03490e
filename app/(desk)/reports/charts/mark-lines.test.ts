import { expect, test } from "vitest";
import { markLines } from "./mark-lines";

const strike = { x: 300, name: "Parcel carriers on strike" };

test("names that have room stand behind their days, neighbours on two lines", () => {
  const { names, legend } = markLines([{ x: 280, name: "New grey series" }, strike], {
    width: 640,
    letter: 6,
  });
  expect(names).toEqual([
    { text: "New grey series", line: 0, anchor: "start" },
    { text: "Parcel carriers on strike", line: 1, anchor: "start" },
  ]);
  expect(legend).toEqual([]);
});

test("a name that would leave the picture stands before its day", () => {
  expect(markLines([strike], { width: 400, letter: 6 }).names).toEqual([
    { text: "Parcel carriers on strike", line: 0, anchor: "end" },
  ]);
});

test("names without room become numbers, said below", () => {
  const marks = [
    { x: 60, name: "Recall of the glass kettle lid" },
    { x: 120, name: "New grey series" },
    strike,
  ];
  const { names, legend } = markLines(marks, { width: 320, letter: 6 });
  expect(names.map(({ text }) => text)).toEqual(["1", "2", "3"]);
  expect(legend).toEqual([
    "1 Recall of the glass kettle lid",
    "2 New grey series",
    "3 Parcel carriers on strike",
  ]);
});

import { expect, test } from "vitest";
import { parseExact } from "./exact-json";

test("a number that a network gave sixty-four bits stays exact, everything else is plain JSON", () => {
  expect(
    parseExact(
      '{"id":1747622336000000123,"n":-12345678901234567,"few":12,"part":0.1234567890123456,"e":1e21}',
    ),
  ).toEqual({
    id: "1747622336000000123",
    n: "-12345678901234567",
    few: 12,
    part: 0.1234567890123456,
    e: 1e21,
  });
});

test("digits inside a text are left alone, also behind a quotation mark that is escaped", () => {
  const value = {
    text: 'she said \\"1747622336000000123\\", and: [1747622336000000123]',
    "1747622336000000123": true,
  };
  expect(parseExact(JSON.stringify(value))).toEqual(value);
});

test("what is no JSON is refused", () => {
  expect(() => parseExact("{1747622336000000123}")).toThrow(SyntaxError);
});

test.each(['"\\', '"\\\n', '\\"', '"a'])("a text of %j without end is refused at once", (piece) => {
  const begun = process.cpuUsage();
  for (const end of ["", "\\", '"', '\\"']) {
    expect(() => parseExact(`{"id": ${piece.repeat(150_000)}${end}`)).toThrow(SyntaxError);
  }
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2_000);
});

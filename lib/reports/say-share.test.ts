import { expect, test } from "vitest";
import { sayShare } from "./say-share";

test("only all of them are 100 %, and only none is 0 %", () => {
  const said = [0, 0.0004, 0.004, 0.005, 0.5, 0.934, 1089 / 1094, 0.99999, 1].map((one) =>
    sayShare("en", one),
  );
  expect(said).toEqual(["0%", "0.1%", "0.4%", "1%", "50%", "93%", "99.5%", "99.9%", "100%"]);
});

test("more than all is said as it is, and French has its own signs", () => {
  expect(sayShare("en", 1.204)).toBe("120%");
  expect(sayShare("fr", 1089 / 1094)).toMatch(/^99,5\s%$/);
});

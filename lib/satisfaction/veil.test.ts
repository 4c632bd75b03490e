import { expect, test } from "vitest";
import { withoutKeys } from "./veil";

test("what is quoted of our question keeps its words and loses its key", () => {
  const said = "Thanks!\n> https://care.example/csat/Zk3_a-9QeRtYuIoPaSdFgH?v=satisfied";
  expect(withoutKeys(said)).toBe(`Thanks!\n> https://care.example/csat/${"x".repeat(22)}?v=satisfied`);
  expect(withoutKeys("csat and /csat/ are words")).toBe("csat and /csat/ are words");
});

import { expect, test } from "vitest";
import { z } from "zod";
import { explainIn } from "./explain";

const schema = z.object({
  text: z.string().min(1).max(1000),
  amount: z.number().int().max(100_000_000),
  people: z.array(z.string()).max(2),
  kind: z.enum(["refund", "voucher"]),
});

function faults(value: unknown, language: "en" | "fr"): string[] {
  const parsed = schema.safeParse(value, { error: explainIn(language) });
  return parsed.error?.issues.map(({ message }) => message) ?? [];
}

test("what a schema finds is said in sentences, never in the words of a schema", () => {
  const wrong = { text: "", amount: 999_999_999_999, people: ["a", "b", "c"], kind: "gift" };
  expect(faults(wrong, "en")).toEqual([
    "This must not be empty",
    "At most 100,000,000",
    "At most 2 entries",
    "Choose one of refund, voucher",
  ]);
  expect(faults({ text: "x".repeat(1001), amount: 0.5, people: [] }, "en")).toEqual([
    "At most 1,000 characters",
    "This must be a whole number",
    "Choose one of refund, voucher",
  ]);
  expect(faults({ amount: 1, people: [], kind: "refund" }, "en")).toEqual(["This is missing"]);
  for (const words of faults(wrong, "fr"))
    expect(words).not.toMatch(/expected|received|Too|Invalid|attendu/i);
});

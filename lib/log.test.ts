import { expect, test } from "vitest";
import { withoutData } from "@/lib/log";

test("an error in the log keeps its code and place, and none of a customer's words", () => {
  const cause = Object.assign(new Error("duplicate key value violates unique constraint"), {
    code: "23505",
    constraint: "identities_value",
    detail: "Key (value)=(claire@example.fr) already exists.",
  });
  const error = new Error("Failed query: insert into messages values ($1)\nparams: Ma commande est perdue", {
    cause,
  });
  const kept = JSON.stringify(withoutData(error));
  expect(kept).toContain("23505");
  expect(kept).toContain("identities_value");
  expect(kept).toContain("log.test.ts");
  expect(kept).not.toMatch(/perdue|claire/);
});

import { expect, test } from "vitest";
import { languages } from "@/db/enums";
import { sentence } from "@/lib/sentences";
import formatMessage from "./format-message";
import { pick } from "./words";

test("a page gets only the namespaces that it names", () => {
  expect(Object.keys(pick("en", ["ui", "queue"]))).toEqual(["ui", "queue"]);
});

test.each(languages)("a compiled sentence says in %s what the original says", (language) => {
  const values = { count: 3, urgent: 1 };
  const compiled: unknown = pick(language, ["queue"]).queue;
  const message =
    typeof compiled === "object" && compiled !== null && "arrived" in compiled ? compiled.arrived : null;
  const formatters = {
    getDateTimeFormat: (...of: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(...of),
    getNumberFormat: (...of: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...of),
    getPluralRules: (...of: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...of),
  };
  const options = { formatters, locale: language } as unknown as Parameters<typeof formatMessage>[3];
  expect(formatMessage("arrived", message as string, values, options)).toBe(
    sentence(language, "queue.arrived", values),
  );
});

test("a plain sentence stays a plain text", () => {
  expect(pick("fr", ["ui"]).ui).toMatchObject({ retry: "Réessayer" });
});

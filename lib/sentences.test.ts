import { expect, test } from "vitest";
import en from "@/messages/en.json";
import fr from "@/messages/fr.json";
import { preferredLanguage, requestLanguage, sentence } from "./sentences";

test("a sentence is said in the language asked for, with its numbers", () => {
  expect(sentence("en", "errors.rate.limited", { seconds: 1 })).toBe(
    "Too many tries. Wait 1 second and try again.",
  );
  expect(sentence("fr", "errors.rate.limited", { seconds: 30 })).toContain("30 secondes");
  expect(sentence("en", "errors.no.such.key")).toBeNull();
  expect(sentence("en", "errors")).toBeNull();
});

test("the browser's best language that we speak is taken", () => {
  expect(preferredLanguage("fr-BE,fr;q=0.9,en;q=0.8")).toBe("fr");
  expect(preferredLanguage("nl, en;q=0.5, fr;q=0.9")).toBe("fr");
  expect(preferredLanguage("de;q=1, fr;q=0")).toBe("en");
  expect(preferredLanguage("")).toBe("en");
  expect(preferredLanguage(null)).toBe("en");
  expect(preferredLanguage(";;;q=x,,")).toBe("en");
});

test("what was chosen in this browser comes first, then the person's own, then what the browser asks for", () => {
  const headers = (cookie: string) => new Headers({ cookie, "accept-language": "en" });
  expect(requestLanguage(headers("a=b; avant-language=fr"), "en")).toBe("fr");
  expect(requestLanguage(headers("avant-language=xx"), "fr")).toBe("fr");
  expect(requestLanguage(headers(""))).toBe("en");
});

test("both languages say the same things, and no name holds a dot, since names are joined by dots", () => {
  expect(namesIn(fr)).toEqual(namesIn(en));
  expect(namesIn(en).filter((path) => path.some((name) => name.includes(".")))).toEqual([]);
});

type Texts = { [name: string]: string | Texts };

function namesIn(texts: Texts, above: string[] = []): string[][] {
  return Object.keys(texts)
    .sort()
    .flatMap((name) => {
      const text = texts[name];
      return typeof text === "object" ? namesIn(text, [...above, name]) : [[...above, name]];
    });
}

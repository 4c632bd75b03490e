import { expect, test } from "vitest";
import { languageOf } from "./language";

test.each([
  ["Bonjour, ma bouilloire fuit depuis hier et personne ne répond.", "fr"],
  ["Hello, my second kettle is leaking and nobody answers.", "en"],
  ["Guten Tag, mein Wasserkocher ist undicht und niemand antwortet.", "de"],
  ["Hola, mi hervidor pierde agua y nadie me contesta.", "es"],
  ["Buongiorno, il mio bollitore perde acqua e nessuno risponde.", "it"],
  ["Goedendag, mijn waterkoker lekt en niemand antwoordt mij.", "nl"],
])("%s", (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test("too little to tell is null", () => {
  expect(languageOf("ok merci")).toBeNull();
  expect(languageOf("12345 67890 12345")).toBeNull();
  expect(languageOf("")).toBeNull();
});

test("addresses say nothing about a language", () => {
  expect(languageOf("https://marmelune.example/products/kettle-number-two claire@example.org")).toBeNull();
});

test("100 kB is bounded", () => {
  const started = process.cpuUsage();
  languageOf("casserole ".repeat(10_000));
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
});

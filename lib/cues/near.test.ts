import { expect, test } from "vitest";
import { cueBook } from "./book";
import { findCues } from "./find";
import { nearOf, slipsOf } from "./near";

const words = new Set(["colis", "livraison", "remboursement", "technicien", "facture"]);
const near = nearOf(words);

test("a letter too few, too many, another one, or two that changed places still are the word", () => {
  for (const slip of ["livrason", "livraisson", "livraizon", "livriason", "livraisons"]) {
    expect(slipsOf(slip, words, near)).toEqual(["livraison"]);
  }
});

test("two slips, another first letter, and short words are other words", () => {
  for (const other of ["livrazin", "pivraison", "colie", "fracture"]) {
    expect(slipsOf(other, words, near)).not.toContain("livraison");
  }
  expect(slipsOf("colie", words, near)).toEqual([]);
  expect(slipsOf("tectinicein", words, near)).toEqual([]);
});

test("a word that is long beyond words costs nothing", () => {
  expect(slipsOf("remboursement".repeat(1_000), words, near)).toEqual([]);
});

test("a slip of the finger does not hide a complaint", () => {
  const book = cueBook();
  const families = (text: string, language: "en" | "fr") =>
    findCues(text, language, book).map(({ family }) => family);
  expect(families("Votre service est inadmisssible et scandeleux", "fr")).toContain("complaint");
  expect(families("This is unaceptable", "en")).toContain("complaint");
});

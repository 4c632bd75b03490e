import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts } from "@/bench/cues/hostile";
import { findQuote } from "@/lib/text/quotes";
import { cueBook } from "./book";
import { type Family, families, reasonKeys } from "./cue";
import { english } from "./en";
import { findCues, hear } from "./find";
import { french } from "./fr";
import { parseCues } from "./parse";
import { saidFrom, score } from "./score";

const book = cueBook();

function scoresOf(text: string, language: "en" | "fr", quoteAt: number | null = null) {
  const { found, leaning } = hear(text, language, book, quoteAt);
  return score(found, leaning);
}

function said(text: string, language: "en" | "fr"): Family[] {
  const scores = scoresOf(text, language);
  return families.filter((family) => scores[family] >= saidFrom);
}

describe("English", () => {
  test.each<[string, Family[], Family[]]>([
    ["The kettle is not bad at all.", ["thanks"], ["complaint"]],
    ["No complaints, everything went smoothly.", ["thanks"], ["complaint"]],
    ["Nothing wrong with the pan, I just changed my mind.", ["thanks"], ["complaint"]],
    ["It isnt working anymore", ["complaint"], ["thanks"]],
    ["The mixer doesn’t turn on.", ["complaint"], []],
    ["I am not very happy with this", ["complaint"], ["thanks"]],
    ["Thanks for nothing.", ["anger"], ["thanks"]],
    ["I will not post a review, promised.", [], ["threat"]],
    ["My neighbour went to a lawyer once about something else", [], ["safety"]],
    ["I'm going to post this on Facebook if you don't answer", ["threat"], []],
    ["You will hear from my solicitor", ["threat"], []],
    ["The plug melted and there was smoke", ["safety"], []],
    ["Is the fire stick in stock?", ["question"], ["safety"]],
    ["Nobody was hurt, thankfully, but the shelf collapsed on my son", ["safety"], []],
    ["Soooo baaaad", ["complaint"], []],
    ["😡😡😡", ["anger"], []],
    ["What happens if it breaks?", ["question"], ["complaint"]],
    ["We are freezing, no heating since Monday and a newborn in the house", ["urgent"], []],
    ["third email, still no reply", ["repeat", "complaint"], []],
    ["Nobody turned up. I waited in all day.", ["repeat"], []],
    ["insanely good, I love it", ["thanks"], ["anger", "complaint"]],
    ["I want to die, I can't go on with these letters", ["safety"], []],
  ])("%s", (text, is, isNot) => {
    const found = said(text, "en");
    for (const family of is) expect(found).toContain(family);
    for (const family of isNot) expect(found).not.toContain(family);
  });
});

describe("French", () => {
  test.each<[string, Family[], Family[]]>([
    ["Pas mal du tout cette bouilloire", ["thanks"], ["complaint"]],
    ["Tout s'est passé sans problème", ["thanks"], ["complaint"]],
    ["Aucun souci, rien à redire", ["thanks"], ["complaint"]],
    ["Je ne me plains pas, c'est parfait", ["thanks"], ["complaint"]],
    ["ca marche pas", ["complaint"], ["thanks"]],
    // What is cracked on arrival, or a broken promise, is no danger; a pot that splits over the fire is.
    [
      "Trois fois que je préviens @marmelune. Cocotte fendue, remboursement « promis », et rien. Commande 48213, si quelqu’un lit.",
      ["complaint", "repeat"],
      ["safety"],
    ],
    [
      "Ma cocotte est arrivée fendue. Commande 48213, c’était un cadeau pour ma mère. Que dois-je faire ?",
      ["question"],
      ["safety"],
    ],
    ["La cocotte s’est fendue en pleine cuisson, l’huile a coulé sur le feu", ["safety"], []],
    ["Le mixeur n’est toujours pas arrivé", ["complaint"], []],
    ["Je ne suis pas du tout contente", ["complaint"], ["thanks"]],
    ["Merci pour rien.", ["anger"], ["thanks"]],
    ["Je vais saisir le médiateur", ["threat"], []],
    ["Vous aurez des nouvelles de mon avocat", ["threat"], []],
    ["La prise a fondu et il y a eu de la fumée", ["safety"], []],
    ["Avez-vous le fire stick en stock ?", ["question"], ["safety"]],
    ["J’ai pris une décharge en touchant la machine", ["safety"], []],
    ["nuuuuuul", ["complaint"], []],
    ["jattend tjs une reponse", ["repeat"], []],
    ["Personne n'est venu, j'ai attendu toute la journée", ["repeat"], []],
    ["Plus de chauffage depuis hier et un bébé à la maison", ["urgent"], []],
    ["une tuerie ce gâteau, j'adore", ["thanks"], ["anger", "complaint"]],
    ["Je veux en finir, je n'en peux plus de vivre comme ça", ["safety"], []],
    ["Livrez-vous en Belgique ?", ["question"], ["complaint"]],
  ])("%s", (text, is, isNot) => {
    const found = said(text, "fr");
    for (const family of is) expect(found).toContain(family);
    for (const family of isNot) expect(found).not.toContain(family);
  });
});

describe("what is not the writer's own", () => {
  test("quoted lines, history below `quoteAt` and the signature count for nothing", () => {
    const quoted = "Yes please.\n\n> your complaint about the dangerous, broken heater";
    expect(findCues(quoted, "en", book)).toEqual([]);
    const history = "Yes please.\n\nThe heater is broken and dangerous.";
    expect(findCues(history, "en", book, history.indexOf("The heater"))).toEqual([]);
    const signed = "Yes please.\n\nKind regards,\nOdile Aubry\nBroken Fire Rescue Ltd";
    expect(findCues(signed, "en", book)).toEqual([]);
  });

  test("a postscript below the signature counts", () => {
    const text = "Yes please.\n\nKind regards,\nOdile\n\nPS: the other one is broken";
    expect(findCues(text, "en", book).map(({ family }) => family)).toContain("complaint");
  });

  test("links, addresses and handles are no words", () => {
    expect(findCues("https://broken.example/fire complaints@fire.example @broken", "en", book)).toEqual([]);
  });
});

test("what was found stands in the text as it was written, whatever the apostrophes and accents", () => {
  const text = "Bonjour, l’appareil est CASSÉÉÉ ! Merci d'avance";
  const found = findCues(text, "fr", book).find(({ reason }) => reason === "broken");
  expect(found && text.slice(found.at, found.at + found.length)).toBe("CASSÉÉÉ");
});

test("a phrase of the organisation is added, one of ours is switched off, one is moved to another family", () => {
  const none = { en: [], fr: [] };
  const text = "The gizmo is wonky, refund";
  const ours = findCues(text, "en", book).map(({ reason }) => reason);
  expect(ours).toEqual(["broken", "refund"]);
  const own = cueBook({
    ...none,
    en: [
      { family: "urgent", pattern: "gizmo", reason: "our own word", weight: 3, state: "on" },
      { family: "complaint", pattern: "wonky", reason: "broken", weight: 2, state: "off" },
      { family: "question", pattern: "refund*", reason: "asks", weight: 2, state: "on" },
    ],
  });
  expect(findCues(text, "en", own).map(({ family, reason }) => [family, reason])).toEqual([
    ["urgent", "our own word"],
    ["question", "asks"],
  ]);
});

test("every reason that ships has its words, and weights are above 0 and at most 6", () => {
  for (const { cues } of [english, french]) {
    expect(cues.length).toBeGreaterThan(1_000);
    for (const { reason, weight, pattern } of cues) {
      expect(reasonKeys).toContain(reason);
      expect(weight).toBeGreaterThan(0);
      expect(weight).toBeLessThanOrEqual(6);
      expect(pattern.trim()).not.toBe("");
    }
  }
});

describe("any text", () => {
  const words = [...english.cues, ...french.cues].flatMap(({ pattern }) => pattern.split(/[\s|*]+/));
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(
      "not",
      "pas",
      "...",
      "!!",
      "?",
      "\n",
      "> ",
      "-- ",
      ",",
      "’",
      "😡",
      "👍🏽",
      "\ud83d",
      "é",
      "e\u0301",
    ),
    fc.string({ unit: "binary" }),
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" "));

  test("is read without an error, the same each time, and what is found lies within it, in order", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("en" as const, "fr" as const), (written, language) => {
        const found = findCues(written, language, book);
        let before = 0;
        for (const { at, length, weight } of found) {
          expect(length).toBeGreaterThan(0);
          expect(at).toBeGreaterThanOrEqual(before);
          expect(at + length).toBeLessThanOrEqual(written.length);
          expect(weight).toBeGreaterThan(0);
          before = at;
        }
        expect(findCues(written, language, book)).toEqual(found);
        expect(findCues(written, language, cueBook0)).toEqual(found);
        for (const chance of Object.values(score(found))) {
          expect(chance).toBeGreaterThan(0);
          expect(chance).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("nothing is found in or below the quote", () => {
    fc.assert(
      fc.property(text, fc.nat(400), (written, quoteAt) => {
        for (const { at, length } of findCues(written, "en", book, quoteAt)) {
          expect(at + length).toBeLessThanOrEqual(quoteAt);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** A second book: what the first has learnt about words must not change what is found. */
const cueBook0 = cueBook();

describe("100 kB that somebody wrote to stop us", () => {
  // Some 20 ms each on a busy machine; ten times that is still no hanging.
  test.each(texts.map(({ name, text }) => [name, text] as const))("%s", (_, text) => {
    for (const language of ["en", "fr"] as const) {
      const took = Array.from({ length: 3 }, () => {
        const start = performance.now();
        scoresOf(text, language);
        return performance.now() - start;
      });
      expect(Math.min(...took)).toBeLessThan(500);
    }
  });

  // Every phrase that ships, up to its last word: whatever can be left open is left open, and never ends.
  test.each(["en", "fr"] as const)("the beginnings of every phrase in %s", (language) => {
    const { cues } = language === "en" ? english : french;
    const said = cues.map(({ pattern }) =>
      pattern
        .split(/\s+/)
        .slice(0, -1)
        .map((piece) => piece.split("|")[0]!.replace("*", ""))
        .filter((word) => word !== "..." && word !== "^")
        .join(" "),
    );
    const whole = said.filter((words) => words !== "").join(" ");
    const text = whole.repeat(Math.ceil(100_000 / whole.length)).slice(0, 100_000);
    for (const each of [text, said.reverse().join("  ").repeat(9).slice(0, 100_000)]) {
      const start = performance.now();
      scoresOf(each, language);
      expect(performance.now() - start).toBeLessThan(20_000);
    }
  });

  test("as many lines of the organisation as it may have, each as wide as it may be, all begun at every word", () => {
    const alike = Array.from({ length: 500 }, (_, index) => ({
      family: "complaint" as const,
      pattern: `lid|pan|pot ... lid|pan|pot ... lid|pan|pot ... lid|pan|pot ... lid|pan|pot ... end${index}`,
      reason: "wide",
      weight: 2,
      state: "on" as const,
    }));
    const { cues, faults } = parseCues(alike, "en");
    expect(faults).toEqual([]);
    const wide = cueBook({ en: cues, fr: [] });
    const start = performance.now();
    score(findCues("lid pan pot ".repeat(8_400), "en", wide));
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test("twice the text takes about twice the time", () => {
    const one = texts.map(({ text }) => text.slice(0, 50_000));
    const two = texts.map(({ text }) => text);
    const time = (all: readonly string[]) =>
      Math.min(
        ...Array.from({ length: 3 }, () => {
          const start = performance.now();
          for (const text of all) findCues(text, "en", book);
          return performance.now() - start;
        }),
      );
    time(one);
    expect(time(two) / time(one)).toBeLessThan(5);
  });
});

test.each(["en", "fr"] as const)(
  "the development set in %s is understood as well as promised",
  (language) => {
    const file = join(import.meta.dirname, "../../bench/cues", `dev.${language}.jsonl`);
    const messages = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line): { text: string; families: Family[] } => JSON.parse(line));
    const judged = messages.map(({ text, families: is }) => ({
      is,
      scores: scoresOf(text, language, findQuote(text, null)),
    }));
    const harm = judged.filter(({ is }) => is.includes("safety"));
    const seen = harm.filter(({ scores }) => scores.safety >= saidFrom);
    expect(seen.length / harm.length).toBeGreaterThanOrEqual(0.95);
    const rank = (wanted: boolean) =>
      judged.filter(({ is }) => is.includes("complaint") === wanted).map(({ scores }) => scores.complaint);
    let above = 0;
    for (const yes of rank(true)) for (const no of rank(false)) above += yes > no ? 1 : yes === no ? 0.5 : 0;
    expect(above / (rank(true).length * rank(false).length)).toBeGreaterThanOrEqual(0.86);
  },
);

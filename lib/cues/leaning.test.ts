import { expect, test } from "vitest";
import { cueBook } from "./book";
import { compileCues } from "./compile";
import { lean } from "./cue";
import { english } from "./en";
import { findCues, hear } from "./find";
import { french } from "./fr";
import { joined, pulls } from "./leaning";
import { judge } from "./marks";
import { saidFrom, score } from "./score";

const book = cueBook();

test("small words never make a complaint alone, however many there are", () => {
  const worst = [...french.leanings].sort((a, b) => b[1].complaint - a[1].complaint).slice(0, 40);
  const { leaning } = hear(worst.map(([word]) => word).join(" "), "fr", book);
  expect(leaning.complaint).toBeGreaterThan(5);
  expect(score([], leaning).complaint).toBeLessThan(saidFrom);
  expect(pulls.complaint(leaning)).toBe(1.5);
});

test("words that nobody learned, and none at all, lean nowhere", () => {
  for (const text of ["", "Xyzzy qwrtz", "🙂"]) {
    const { found, leaning } = hear(text, "en", book);
    expect(score(found, leaning).complaint).toBe(score(found).complaint);
  }
});

test("what phrases find is the same with and without the small words", () => {
  const text = "La poignée est cassée et j’attends toujours votre réponse.";
  expect(hear(text, "fr", book).found).toEqual(findCues(text, "fr", book));
});

test("a danger that only small words tell shows the word that tells it most", () => {
  // A book without a single phrase: what is heard then is heard from the words.
  const { cues: _, ...rest } = english;
  const silent = { en: compileCues({ ...rest, cues: [] }), fr: book.fr };
  const text =
    "The child burnt her hand and her skin is swollen, the smoke hurt her throat, we are in hospital.";
  const { found, scores } = judge({ text, subject: null, quoteAt: null, language: "en" }, silent);
  expect(scores.safety).toBeGreaterThanOrEqual(saidFrom);
  expect(found.map(({ family, reason }) => [family, reason])).toEqual([["safety", "danger"]]);
  const [{ at, length } = { at: 0, length: 0 }] = found;
  expect(text.slice(at, at + length)).toMatch(/^[a-z]{3,}$/i);
});

test("a subject leans with its text", () => {
  const subject = hear("Remboursement", "fr", book).leaning;
  const text = hear("Bonjour, merci de me répondre.", "fr", book).leaning;
  expect(joined(subject, text).complaint).toBeCloseTo(subject.complaint + text.complaint);
  expect(joined(subject, text).known).toBe(subject.known + text.known);
});

test("every learned line is a word and two numbers", () => {
  expect(lean("attend 93 -12")).toEqual(new Map([["attend", { complaint: 0.93, safety: -0.12 }]]));
  for (const { leanings } of [english, french]) {
    expect(leanings.size).toBeGreaterThan(500);
    for (const { complaint, safety } of leanings.values()) {
      expect(Math.abs(complaint)).toBeLessThan(4);
      expect(Math.abs(safety)).toBeLessThan(4);
    }
  }
});

test("no shipped phrase has an empty choice", () => {
  for (const { cues } of [english, french])
    for (const { pattern } of cues)
      expect(
        pattern.split(/\s+/).filter((piece) => /^\||\|$|\|\|/.test(piece)),
        pattern,
      ).toEqual([]);
});

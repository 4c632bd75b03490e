import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { findPromises, mayPromise } from "./find-promises";
import { dev, type Labelled, unseen } from "./fixtures/promises";

/** Tuesday 24 November 2026, 10:06 in Paris. */
const where = { now: new Date("2026-11-24T09:06:00Z"), zone: "Europe/Paris" };

for (const language of ["en", "fr"] as const)
  test(`promises in ${language} are found, and nothing else`, () => {
    const score = scoreOf(dev[language]);
    process.stdout.write(`${language}: ${lineOf(score)}\n${score.wrong.join("\n")}\n`);
    expect(dev[language].length).toBeGreaterThanOrEqual(80);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
    expect(score.recall).toBeGreaterThanOrEqual(0.9);
  });

function scoreOf(sentences: readonly Labelled[]) {
  let [hits, found, there] = [0, 0, 0];
  const wrong: string[] = [];
  for (const [sentence, wall] of sentences) {
    const one = findPromises(sentence, where)[0];
    const at = one ? wallOf(one.at) : null;
    if (wall !== null) there += 1;
    if (at !== null) found += 1;
    if (at !== null && at === wall) hits += 1;
    if (at !== wall) wrong.push(`  ${sentence} → ${at ?? "nothing"}`);
  }
  return { precision: hits / found, recall: hits / there, there, n: sentences.length, wrong };
}

function lineOf({ precision, recall, there, n }: ReturnType<typeof scoreOf>): string {
  return `${n} sentences, ${there} promises: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`;
}

function wallOf(at: Date): string {
  const wall = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO("Europe/Paris");
  return wall.toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}

test("a cheap look passes every promise on to the close one", () => {
  const promises = [...dev.en, ...dev.fr].filter(([, wall]) => wall !== null);
  expect(promises.map(([sentence]) => sentence).filter((sentence) => !mayPromise(sentence))).toEqual([]);
});

for (const language of ["en", "fr"] as const)
  test(`of sentences in ${language} that were written when the rules were done, few are taken wrongly`, () => {
    const score = scoreOf(unseen[language]);
    process.stdout.write(`${language}, unseen: ${lineOf(score)}\n${score.wrong.join("\n")}\n`);
    expect(score.precision).toBeGreaterThanOrEqual(0.95);
    expect(score.recall).toBeGreaterThanOrEqual(0.8);
  });

test("hostile text of 100 kB takes no time", () => {
  const hostile = [
    "we will ".repeat(12_500),
    "a ".repeat(50_000),
    "your a".repeat(16_000),
    `${"vous vous ".repeat(45)}. `.repeat(220),
    `${"le l’a ".repeat(60)} demain. `.repeat(230),
    "on ".repeat(33_000),
    "(".repeat(100_000),
    "“".repeat(100_000),
    "On \n".repeat(25_000),
    ".".repeat(100_000),
    "1 ".repeat(50_000),
  ];
  for (const text of hostile) {
    // Time of the processor: the clock on the wall also counts what else the machine does.
    const start = process.cpuUsage();
    findPromises(text, where);
    mayPromise(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000, text.slice(0, 20)).toBeLessThan(400);
  }
});

test("a whole reply: its own words only, each promise where it stands", () => {
  const reply = [
    "Bonjour Claire,",
    "",
    "Je suis désolée pour l’attente. Vous serez remboursée d’ici vendredi. Le couvercle partira demain, M. Rey s’en charge.",
    "",
    "Le 20 nov. 2026, Claire a écrit :",
    "> Vous serez remboursée mercredi.",
  ].join("\n");
  const found = findPromises(reply, where);
  expect(found.map(({ kind, due, hasTime }) => ({ kind, due, hasTime }))).toEqual([
    { kind: "refund", due: "vendredi", hasTime: false },
    { kind: "send", due: "demain", hasTime: false },
  ]);
  for (const one of found) expect(reply.slice(one.start, one.end)).toBe(one.text);
});

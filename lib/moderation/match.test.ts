import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, holds } from "./fold";
import { countMentions, type Facts, match } from "./match";
import { conditions as schema } from "./rule";

const facts: Facts = {
  text: "Quelle ARNAQUE ! Voir https://arnaque.example",
  subject: null,
  channelId: "c",
  isPublic: true,
  authors: ["yanis@cuisine.example", "@Yanis"],
  isNewAuthor: true,
};

function hits(wanted: object, changes: Partial<Facts> = {}): boolean {
  return match(schema.parse(wanted), { ...facts, ...changes });
}

test.each([
  ["arnaque", "Quelle arnaque !", true],
  ["ARNAQUÉ", "on m’a arnaque", true],
  ["arnaque", "on m’a ArNaQuÉ", true],
  ["art", "a party", false],
  ["art", "l’art", true],
  ["go to hell", "Just go  to\nhell.", true],
  ["go to hell", "go to hello", false],
  ["soeur", "ta sœur", true],
  ["strasse", "Straße", true],
  ["f*ck", "f ck you", true],
  ["🖕", "thanks 🖕🏽", true],
  ["viagra", "via\u200bgra", true],
  ["骗子", "你们是骗子吗", true],
  ["обман", "это ОБМАН!", true],
  ["***", "*** anything", false],
])("the phrase %j in %j: %j", (phrase, text, expected) => {
  expect(holds(fold(text), fold(phrase))).toBe(expected);
});

test("every condition that is set must hold, and any of a list", () => {
  expect(hits({ words: ["nothing", "arnaque"] })).toBe(true);
  expect(hits({ words: ["arnaque"], reach: "private" })).toBe(false);
  expect(hits({ words: ["arnaque"], reach: "public", hasLink: true, isNewAuthor: true })).toBe(true);
  expect(hits({ hasLink: true }, { text: "nothing here, wwwhat." })).toBe(false);
  expect(hits({ hasLink: true }, { text: "look (www.spam.example)" })).toBe(true);
  expect(hits({ isNewAuthor: true }, { isNewAuthor: false })).toBe(false);
  expect(hits({ channelIds: ["0197a000-0000-7000-8000-000000000001"] })).toBe(false);
  expect(hits({ words: ["refund"] }, { text: "no", subject: "Refund" })).toBe(true);
});

test("an author is one handle, one address, or everybody at a domain", () => {
  expect(hits({ authors: ["@yanis"] })).toBe(true);
  expect(hits({ authors: ["yan"] })).toBe(false);
  expect(hits({ authors: ["@cuisine.example"] })).toBe(true);
  expect(hits({ authors: ["cuisine.example"] }, { authors: ["a@fr.cuisine.example"] })).toBe(true);
  expect(hits({ authors: ["@sine.example"] })).toBe(false);
  expect(hits({ authors: ["yanis@cuisine.example"] })).toBe(true);
});

test("people named are counted, addresses of mail are not", () => {
  expect(countMentions("@a @b.c, @d! write to me@home.example")).toBe(3);
  expect(hits({ mentionsOver: 2 }, { text: "@a @b @c buy" })).toBe(true);
  expect(hits({ mentionsOver: 3 }, { text: "@a @b @c buy" })).toBe(false);
});

test("a rule without any condition is refused", () => {
  expect(schema.safeParse({}).success).toBe(false);
  expect(schema.safeParse({ reach: "public" }).success).toBe(true);
});

test("whatever is written is read at once", () => {
  const wanted = schema.parse({ words: ["aaaa aaaa", "(a+)+$"], authors: ["@x.example"], mentionsOver: 99 });
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
      match(wanted, { ...facts, text });
    }),
  );
  const begun = process.cpuUsage();
  for (const piece of ["a", "@", "aaaa ", "https:/", "\u0301", "🖕", "@a."])
    match(wanted, { ...facts, text: piece.repeat(200_000 / piece.length) });
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(1_500);
});

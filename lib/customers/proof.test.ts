import { expect, test } from "vitest";
import { askFrom, compare, type Likeness, suggest } from "./compare";
import { couldBeOne, likeness, nameParts } from "./names";
import { isRoleAddress, isSharedBy, proofKey, verdictOf } from "./proof";

const mail = (value: string) => ({ kind: "email", value }) as const;
const never = () => false;

test("one mailbox under its provider's spellings is one key, and elsewhere a plus is another address", () => {
  expect(proofKey(mail("ben.okafor+shop@gmail.com"))).toBe(proofKey(mail("benokafor@googlemail.com")));
  expect(proofKey(mail("ben+shop@example.org"))).not.toBe(proofKey(mail("ben@example.org")));
  expect(proofKey(mail("b.en@outlook.com"))).not.toBe(proofKey(mail("ben@outlook.com")));
});

test.each([
  "contact@example.org",
  "compta@example.fr",
  "no-reply@example.org",
  "service.client+12@example.fr",
])("%s is an office and ties nobody to anybody", (address) => {
  expect(isRoleAddress(address)).toBe(true);
  expect(proofKey(mail(address))).toBeNull();
});

test("the same mailbox makes two customers one, also with a typo or an initial in the name", () => {
  const claire = { name: "Claire Dumontet", identities: [mail("claire@example.fr")] };
  for (const name of [
    "Claire Dumotnet",
    "C. Dumontet",
    "DUMONTET Claire",
    "Dumontet, Claire",
    "Claire",
    "",
  ]) {
    expect(verdictOf(claire, { ...claire, name }, never)).toBe("same");
  }
  expect(verdictOf(claire, { ...claire, identities: [mail("else@example.fr")] }, never)).toBe("nothing");
});

test("a household on one telephone is asked about, and so is whoever only gives a first name there", () => {
  const phone = { kind: "phone", value: "+33612345678" } as const;
  const paul = { name: "Paul Rey", identities: [phone] };
  const anne = { name: "Anne Rey", identities: [phone] };
  expect(verdictOf(paul, anne, never)).toBe("suggest");
  expect(isSharedBy(["Paul Rey", "Anne Rey", "Paul"])).toBe(true);
  expect(verdictOf(paul, { name: "Paul", identities: [phone] }, () => true)).toBe("suggest");
  expect(verdictOf(paul, { name: "Paul Rey", identities: [phone] }, () => true)).toBe("same");
});

test("likeness is Winkler's, with his published examples", () => {
  expect(likeness("martha", "marhta")).toBeCloseTo(0.961, 3);
  expect(likeness("dixon", "dicksonx")).toBeCloseTo(0.813, 3);
  expect(likeness("", "")).toBe(0);
});

test("names are compared without accents, titles and order", () => {
  expect(nameParts("Mme. Léa Sørensen")).toEqual(["lea", "sorensen"]);
  expect(couldBeOne("Marek Nowak", "Nowak Marek")).toBe(true);
  expect(couldBeOne("Marek Nowak", "Lucie Nowak")).toBe(false);
});

test("a rare name in the same town is asked about, a common one is not, and each reason has its sign", () => {
  const frequency = (part: string) => (part === "martin" || part === "marie" ? 0.02 : 0.0003);
  const ben: Likeness = {
    name: "Ben Okafor",
    city: "Lyon",
    identities: [{ kind: "bluesky", value: "benokafor.example" }],
    topic: "kettle",
    topicAt: 0,
  };
  const other = { ...ben, identities: [mail("b.okafor@example.org")], topicAt: 12 * 86_400_000 };
  expect(compare(ben, other, frequency).reasons[1]).toEqual({
    code: "city",
    weight: 3.5,
    params: { value: "Lyon" },
  });
  expect(compare(ben, other, frequency).reasons.map(({ code }) => code)).toEqual(["name", "city", "topic"]);
  expect(suggest(ben, [other], frequency)).toHaveLength(1);
  const common = { ...ben, name: "Marie Martin", city: null, topic: null };
  expect(compare(common, { ...other, name: "Marie Martin" }, frequency).weight).toBeLessThan(askFrom);
  expect(compare(ben, { ...other, name: "Anne Okafor" }, frequency).reasons[0]).toEqual({
    code: "name_other",
    weight: -6,
  });
});

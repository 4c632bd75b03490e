import { describe, expect, test } from "vitest";
import { type KnownFacts, nameOfFinding, privateFacts, withoutFindings } from "./check-public";

const nobody: KnownFacts = { values: [], name: "", publicNames: [] };
const claire: KnownFacts = {
  values: [
    "c.dumontet@courriel.example",
    "+33 6 39 98 48 13",
    "48213",
    "MC-77120",
    "14 bis, rue des Tanneurs",
  ],
  name: "Claire Dumontet",
  publicNames: ["claire-d.example"],
};
const ours = [
  "+33 4 72 00 11 22",
  "https://www.marmelune.example",
  "care@marmelune.example",
  "3 quai Saint-Antoine, Lyon",
];

function found(text: string, known = nobody): string[] {
  return privateFacts(text, { known, allowed: ours }).map(({ kind, text: words }) => `${kind} ${words}`);
}

describe("stopped", () => {
  test.each([
    ["Your order 48213 leaves today.", "order 48213"],
    ["Order number: 48213.", "order 48213"],
    ["order no. 48213 is on its way", "order 48213"],
    ["Order #48213", "order 48213"],
    ["We found #48213.", "order 48213"],
    ["Votre commande 48213 part aujourd’hui.", "order 48213"],
    ["Commande n° 48213", "order 48213"],
    ["la commande numéro 48213", "order 48213"],
    ["commande : 48213", "order 48213"],
    ["votre commande est la 48213", "order 48213"],
    ["Commande MC-48213-2", "order MC-48213-2"],
    ["facture 2026-00417", "order 2026-00417"],
    ["Your invoice 990417 is attached.", "order 990417"],
    ["colis 6A04481122", null],
    ["Le suivi 99812345 est actif", "order 99812345"],
    ["your tracking number is 99812345", "order 99812345"],
    ["Customer number 77120", "order 77120"],
    ["cliente n°77120", "order 77120"],
    ["Write to c.dumontet@exemple.fr", "email c.dumontet@exemple.fr"],
    ["nous vous écrivons à C.Dumontet@Exemple.FR.", "email C.Dumontet@Exemple.FR"],
    ["mail ben+shop@post.example please", "email ben+shop@post.example"],
    ["Call me on +44 20 7946 0318", "phone +44 20 7946 0318"],
    ["au 06 39 98 48 13", "phone 06 39 98 48 13"],
    ["au 06.39.98.48.13.", "phone 06.39.98.48.13"],
    ["0639984813", "phone 0639984813"],
    ["+33 (0)6 39 98 48 13", "phone +33 (0)6 39 98 48 13"],
    ["0032 470 12 34 56", "phone 0032 470 12 34 56"],
    ["tel. 020 7946 0318", "phone 020 7946 0318"],
    ["in Ghent 09 233 44 55", "phone 09 233 44 55"],
    ["IBAN FR76 3000 6000 0112 3456 7890 189", "iban FR76 3000 6000 0112 3456 7890 189"],
    ["BE68539007547034 is the account", "iban BE68539007547034"],
    ["sur GB82 WEST 1234 5698 7654 32 demain", "iban GB82 WEST 1234 5698 7654 32"],
    ["DE89-3704-0044-0532-0130-00", "iban DE89-3704-0044-0532-0130-00"],
    ["We deliver to 14 Kingsland High Street, London", "address 14 Kingsland High Street, London"],
    ["at 221b Baker Street", "address 221b Baker Street"],
    ["au 14 bis, rue des Tanneurs", "address 14 bis, rue des Tanneurs"],
    ["livré 12 avenue de la République 69003 Lyon", "address 12 avenue de la République 69003 Lyon"],
    ["5 place Bellecour", "address 5 place Bellecour"],
    ["7, impasse d’Alger", "address 7, impasse d’Alger"],
    ["Korte Molenstraat 12", "address Molenstraat 12"],
    ["sent to 69003 Lyon", "address 69003 Lyon"],
    ["your postcode SW1A 1AA", "address SW1A 1AA"],
  ])("%s", (text, what) => expect(found(text)).toEqual(what === null ? [] : [what]));
});

describe("what we know of them is stopped without any word before it", () => {
  test.each([
    ["48213 part ce soir", "order 48213"],
    ["C’est MC-77120 ?", "order MC-77120"],
    ["au 639984813", "phone 639984813"],
    ["6.39.98.48.13", "phone 6.39.98.48.13"],
    ["Madame Dumontet, nous vous écrivons.", "name Dumontet"],
    ["mme DUMONTET", "name DUMONTET"],
    ["chez vous, 14 bis rue des Tanneurs", "address 14 bis rue des Tanneurs"],
    ["c.dumontet@courriel.example", "email c.dumontet@courriel.example"],
  ])("%s", (text, what) => expect(found(text, claire)).toEqual([what]));
});

describe("left alone", () => {
  test.each([
    "Le remboursement de 189 € part aujourd’hui.",
    "From 49,90 € to 1 249,00 €.",
    "$12000 for the whole kitchen",
    "Free delivery for orders over 5000 €",
    "commande 5000 pièces",
    "Since 2021 we have made 120000 pots.",
    "Our order book of 2024 is closed.",
    "commande 2025",
    "Rendez-vous le 12.11.2026 à 18 h.",
    "From 2026-11-22 on",
    "le 3/4/2026",
    "Open 09:00-18:30, Monday to Saturday",
    "Ouvert de 9 h 30 à 12 h",
    "Call our hotline: 04 72 00 11 22",
    "notre service au +33 (0)4 72 00 11 22",
    "0 800 12 34 56",
    "0800 123 456",
    "Write to care@marmelune.example",
    "ou presse@marmelune.example",
    "See https://www.marmelune.example/orders/48213",
    "marmelune.example/aide",
    "Notre boutique, 3 quai Saint-Antoine, Lyon",
    "@claire@fourneau.example merci",
    "@benokafor.example Sorry, Ben.",
    "The kettle batch K-0926 is called back.",
    "La Lune 24 cm et la 26 cm",
    "article 12345 of the catalogue",
    "114 of 300 characters",
    "Merci Claire, nous vous écrivons en privé.",
    "We are at number 1 in 14 shops.",
    "RAL 7016, 230 V, 2000 W",
    "48 000 followers, 12 000 avis",
    "10 000 000 000 grains of rice",
    "FR76 3000 6000 0112 3456 7890 188",
    "the customer is king",
    "2 rue",
    "Chapter 12 Way of life",
  ])("%s", (text) => expect(found(text)).toEqual([]));

  test("a family name that they show themselves", () => {
    const ben: KnownFacts = { values: [], name: "Ben Okafor", publicNames: ["Ben Okafor"] };
    expect(found("Sorry, Ben Okafor.", ben)).toEqual([]);
    expect(found("Sorry, Mr Okafor.", { ...ben, publicNames: ["benokafor.example"] })).toEqual([]);
    expect(found("Sorry, Mr Okafor.", { ...ben, publicNames: ["kettle-fan"] })).toEqual(["name Okafor"]);
  });
});

test("two facts in one text, in the order in which they stand", () => {
  const text =
    "Claire, votre remboursement pour la commande 48213 part aujourd’hui, nous vous écrivons à c.dumontet@exemple.fr.";
  const findings = privateFacts(text, { known: claire, allowed: ours });
  expect(findings.map((one) => text.slice(one.at, one.at + one.length))).toEqual([
    "48213",
    "c.dumontet@exemple.fr",
  ]);
  expect(withoutFindings(text, findings)).toBe(
    "Claire, votre remboursement pour la commande part aujourd’hui, nous vous écrivons à.",
  );
  expect(findings.map(nameOfFinding)).toEqual(["order:48213", "email:c.dumontet@exemple.fr"]);
});

test("a long text without anything is looked through in no time", () => {
  const text = "On your order of 3 pots, we say 12 34 56 and more words, 100 times. ".repeat(1_400);
  const started = process.cpuUsage();
  privateFacts(text, { known: claire, allowed: ours });
  privateFacts("1 ".repeat(50_000), { known: claire, allowed: ours });
  privateFacts("A1".repeat(50_000), { known: claire, allowed: ours });
  privateFacts(`order ${"- ".repeat(40_000)}`, { known: claire, allowed: ours });
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(2_000);
});

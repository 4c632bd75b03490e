import { askFrom, compare, type Likeness, shareOf } from "@/lib/customers/compare";
import { couldBeOne, nameParts } from "@/lib/customers/names";
import { isSharedBy, type Proof, proofKey, verdictOf } from "@/lib/customers/proof";
import { Random } from "./queue/random";
import type { Size } from "./slices";
import type { Row } from "./table";

/** One record is one customer as a channel would make it; `person` is the truth that the product does not see. */
type Record = Likeness & { person: number; proof: string };

const firsts =
  "Marie Jean Claire Luc Odile Paul Anne Marc Sophie Pierre Julie Thomas Emma Hugo Léa Louis Chloé Jules Inès Tom Salma Ben Nora Giulia Marek Lucie Henrik Hannah Yanis Fatima Omar Lena Jan Eva Sven Ana Rui Olga Ivan Mia".split(
    " ",
  );
const lasts =
  "Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefebvre Michel Garcia David Bertrand Roux Vincent Fournier Morel Girard André Mercier Dupont Lambert Bonnet François Martinez Aubry Okafor Dumontet Nowak Ferrand Rey Conti Lindqvist Sorensen Verhaegen Carpentier".split(
    " ",
  );
const cities = ["Lyon", "Ghent", "Lille", "Paris", "Nantes", "Bruxelles", "Genève", "Bordeaux"];
const domains = ["gmail.com", "outlook.com", "orange.fr", "free.fr", "example.org", "example.net"];
const topics = ["kettle", "mixer", "invoice", "delivery", "refund", "pan"];

/**
 * A population whose truth is known: typos, shared and role addresses, households on one telephone, common names.
 * Tells how often tying by proof is right, how much of the proof is used, and how often a person would agree.
 */
export async function measureIdentity(size: Size): Promise<Row[]> {
  const people = size === "ci" ? 500 : 4_000;
  const records = population(new Random(4), people);
  const frequency = frequencies(records);
  let right = 0;
  let wrong = 0;
  let provable = 0;
  let found = 0;
  let referred = 0;
  let bySharedName = 0;
  let spared = 0;
  const start = performance.now();
  const shared = sharedKeys(records);
  const isShared = (key: string) => shared.has(key);
  for (const [a, b] of pairsByKey(records)) {
    const verdict = verdictOf(a, b, isShared);
    const isOne = a.person === b.person;
    if (isOne) provable++;
    if (isOne && verdict === "suggest") {
      referred++;
      // A household's address, and one of the two names is only a first name: it could be either of them.
      if (couldBeOne(a.name, b.name)) bySharedName++;
    }
    if (!isOne && verdict === "suggest") spared++;
    if (verdict !== "same") continue;
    if (isOne) {
      right++;
      found++;
    } else wrong++;
  }
  const proofMs = performance.now() - start;
  let asked = 0;
  let agreed = 0;
  for (const [a, b] of pairsByLastName(records)) {
    if (verdictOf(a, b, isShared) === "same" || compare(a, b, frequency).weight < askFrom) continue;
    asked++;
    if (a.person === b.person) agreed++;
  }
  return [
    {
      path: "identity: tied by proof and right",
      ratio: right / (right + wrong),
      unit: "",
      goal: { atLeast: 0.995 },
      detail: `${people} people, ${records.length} records, ${right} pairs right, ${wrong} wrong, ${Math.round(proofMs)} ms`,
    },
    {
      path: "identity: of the pairs with a proof, tied",
      ratio: found / provable,
      unit: "",
      // No goal: who shares an address is asked, since tying them too would break the line above (see the detail).
      goal: null,
      detail: `${found} of ${provable}; ${bySharedName} lie on a household's address under part of a name, ${referred - bySharedName} under names that contradict each other; tying whatever has a proof would tie ${spared} pairs of two people more, ${(provable / (provable + wrong + spared)).toFixed(3)} right`,
    },
    {
      path: "identity: of the pairs with a proof, tied or asked",
      ratio: (found + referred) / provable,
      unit: "",
      goal: { atLeast: 1 },
      detail: `${found} tied, ${referred} asked of ${provable}`,
    },
    {
      path: "identity: suggestions that a person would accept",
      ratio: asked === 0 ? null : agreed / asked,
      unit: "",
      goal: { atLeast: 0.4 },
      detail: `${agreed} of ${asked} asked`,
    },
  ];
}

function population(random: Random, people: number): Record[] {
  const records: Record[] = [];
  const given = new Set<string>();
  for (let person = 0; person < people; person++) {
    const first = skewed(random, firsts);
    const last = random.chance(0.35) ? invented(random) : skewed(random, lasts);
    const name = `${first} ${last}`;
    const city = random.pick(cities.map((each) => [each, 1 / cities.length] as const));
    const wished = `${bare(first)}.${bare(last)}@${skewed(random, domains)}`;
    const mail = given.has(wished) ? wished.replace("@", `${person}@`) : wished;
    given.add(mail);
    // Every twelfth household shares a telephone, every fortieth a mailbox; every thirtieth writes from an office.
    const phone = `+336${String(10_000_000 + (random.chance(1 / 12) ? person - 1 : person)).slice(-8)}`;
    const box = random.chance(1 / 40)
      ? (records.at(-1)?.identities.find(({ kind }) => kind === "email")?.value ?? mail)
      : mail;
    const office = random.chance(1 / 30) ? `contact@company${Math.floor(person / 40)}.example` : null;
    const handle = `@${bare(first)}${bare(last)}${person}@social.example`;
    const contacts = 1 + Math.floor(random.exponential(1.2));
    for (let contact = 0; contact < contacts; contact++) {
      const by = random.pick([
        ["mail", 0.5],
        ["phone", 0.2],
        ["network", 0.3],
      ] as const);
      const identity: Proof =
        by === "phone"
          ? { kind: "phone", value: phone }
          : by === "network"
            ? { kind: "mastodon", value: handle }
            : { kind: "email", value: office !== null && random.chance(0.5) ? office : tagged(random, box) };
      records.push({
        person,
        proof: proofKey(identity) ?? "",
        name: written(random, first, last, name),
        city: random.chance(0.6) ? city : null,
        identities: [identity],
        topic: random.chance(0.5) ? skewed(random, topics) : null,
        topicAt: Math.floor(random.next() * 60) * 86_400_000,
      });
    }
  }
  return records;
}

function written(random: Random, first: string, last: string, name: string): string {
  return random.pick([
    [name, 0.62],
    [typo(random, name), 0.12],
    [`${first[0]}. ${last}`, 0.08],
    [first, 0.06],
    [`${last}, ${first}`, 0.06],
    [`${last} ${first}`.toUpperCase(), 0.06],
  ]);
}

function typo(random: Random, name: string): string {
  const at = 1 + Math.floor(random.next() * (name.length - 2));
  return random.chance(0.5)
    ? name.slice(0, at) + name.slice(at + 1)
    : name.slice(0, at) + name[at + 1] + name[at] + name.slice(at + 2);
}

function tagged(random: Random, mail: string): string {
  return random.chance(0.05) && mail.endsWith("gmail.com") ? mail.replace("@", "+shop@") : mail;
}

/** The first of a list are far more common than the last. */
function skewed(random: Random, list: readonly string[]): string {
  return list[Math.floor(list.length * random.next() ** 2)]!;
}

function invented(random: Random): string {
  const syllables = [
    "ba",
    "ro",
    "mi",
    "len",
    "tar",
    "ko",
    "vis",
    "du",
    "gre",
    "pol",
    "san",
    "qui",
    "hel",
    "nor",
  ];
  const word = Array.from({ length: 3 }, () => syllables[Math.floor(random.next() * syllables.length)]).join(
    "",
  );
  return word[0]!.toUpperCase() + word.slice(1);
}

function bare(name: string): string {
  return nameParts(name).join("");
}

function frequencies(records: readonly Record[]): (part: string) => number {
  const counts = new Map<string, number>();
  for (const { name } of records) {
    for (const part of nameParts(name)) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return (part) => shareOf(counts.get(part) ?? 1, records.length);
}

function sharedKeys(records: readonly Record[]): Set<string> {
  const names = new Map<string, string[]>();
  for (const { proof, name } of records) names.set(proof, [...(names.get(proof) ?? []), name]);
  names.delete("");
  return new Set([...names].filter(([, written]) => isSharedBy(written)).map(([key]) => key));
}

function* pairsByKey(records: readonly Record[]): Generator<[Record, Record]> {
  yield* pairs(records, ({ proof }) => proof);
}

function* pairsByLastName(records: readonly Record[]): Generator<[Record, Record]> {
  yield* pairs(records, ({ name }) => nameParts(name).at(-1) ?? "");
}

function* pairs(records: readonly Record[], keyOf: (record: Record) => string): Generator<[Record, Record]> {
  const groups = new Map<string, Record[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  for (const group of groups.values()) {
    for (const [index, a] of group.entries()) for (const b of group.slice(index + 1)) yield [a, b];
  }
}

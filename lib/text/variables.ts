/**
 * Names in a text that stand for what is known about this customer, conversation or author: {{customer.first_name}}.
 * Pure, for the browser and the server alike.
 */

/** What each name stands for here; a name without a value is missing. */
export type Values = { [name: string]: string };

/** A name that stands for nothing here: its place in the text, in UTF-16 units. */
export type Gap = { name: string; from: number; to: number };

/** The names that are always understood; any other fact about a customer is `customer.<its name>`. */
export const variableNames = [
  "customer.first_name",
  "customer.name",
  "customer.order",
  "customer.city",
  "agent.first_name",
  "agent.name",
  "agent.title",
  "brand.name",
  "conversation.number",
] as const;

/** Bounded, so that a text of nothing but braces costs no more than one of letters. */
const pattern = /\{\{\s{0,3}([a-z][a-z0-9_]{0,40}(?:\.[a-z0-9_]{1,60}){0,2})\s{0,3}\}\}/gi;

/** The text with every name replaced that has a value; the others stay as they are, and are gaps. */
export function fillIn(text: string, values: Values): { text: string; gaps: Gap[] } {
  const filled = text.replace(pattern, (whole, name: string) => values[name.toLowerCase()] || whole);
  return { text: filled, gaps: gapsIn(filled) };
}

/** Every name still standing in a text. */
export function gapsIn(text: string): Gap[] {
  return [...text.matchAll(pattern)].map((found) => ({
    name: found[1]?.toLowerCase() ?? "",
    from: found.index,
    to: found.index + found[0].length,
  }));
}

type About = {
  customer: { name: string; city: string | null; facts: { [key: string]: unknown } };
  identities: ReadonlyArray<{ kind: string; display: string }>;
  agent: { name: string; title: string | null };
  brand: string;
  number: number;
};

/** What is known, by the names above. Facts keep their own names in small letters: `customerSince` is customer.customer_since. */
export function valuesOf({ customer, identities, agent, brand, number }: About): Values {
  const facts = Object.entries(customer.facts).flatMap(([name, fact]) =>
    typeof fact === "string" || typeof fact === "number" ? [[`customer.${snake(name)}`, String(fact)]] : [],
  );
  const order = identities.findLast((one) => one.kind === "order_number")?.display;
  return known({
    ...Object.fromEntries(facts),
    "customer.name": isName(customer.name) ? customer.name : "",
    "customer.first_name": isName(customer.name) ? firstOf(customer.name) : "",
    "customer.city": customer.city ?? "",
    ...(order ? { "customer.order": order } : {}),
    "agent.name": agent.name,
    "agent.first_name": firstOf(agent.name),
    "agent.title": agent.title ?? "",
    "brand.name": brand,
    "conversation.number": `#${number}`,
  });
}

function known(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
}

/** "Hello b.okafor@garden.example," is worse than a gap that somebody fills. */
function isName(name: string): boolean {
  return name.trim() !== "" && !/[@\d]/.test(name);
}

function firstOf(name: string): string {
  return name.trim().split(/\s+/)[0] ?? "";
}

function snake(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[^a-zA-Z0-9]+/g, "_")
    .toLowerCase();
}

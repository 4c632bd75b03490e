import { expect, test } from "vitest";
import { fillIn, gapsIn, valuesOf } from "./variables";

const values = valuesOf({
  customer: { name: "Claire Dumontet", city: null, facts: { orders: 6, customerSince: 2021, tags: ["a"] } },
  identities: [{ kind: "order_number", display: "48213" }],
  agent: { name: "Salma Idrissi", title: null },
  brand: "Marmelune",
  number: 1042,
});

test("names are replaced by what is known, in any case and with spaces", () => {
  expect(fillIn("{{customer.first_name}}, {{ Customer.Order }}: {{conversation.number}}", values)).toEqual({
    text: "Claire, 48213: #1042",
    gaps: [],
  });
  expect(fillIn("{{customer.customer_since}}, {{customer.orders}}", values).text).toBe("2021, 6");
});

test("what is not known stays and is a gap with its place", () => {
  const filled = fillIn("From {{customer.city}} to {{agent.name}}", values);
  expect(filled.text).toBe("From {{customer.city}} to Salma Idrissi");
  expect(filled.gaps).toEqual([{ name: "customer.city", from: 5, to: 22 }]);
});

test("an address is no name", () => {
  const unnamed = valuesOf({
    customer: { name: "b.okafor@garden.example", city: null, facts: {} },
    identities: [],
    agent: { name: "Tom Verhaegen", title: null },
    brand: "Marmelune",
    number: 1,
  });
  expect(fillIn("Hello {{customer.first_name}}", unnamed).gaps).toHaveLength(1);
});

test("a value is never read as a name again, and a book of braces is read at once", () => {
  expect(fillIn("{{customer.name}}", { "customer.name": "{{agent.name}}", "agent.name": "x" }).text).toBe(
    "{{agent.name}}",
  );
  const from = process.cpuUsage();
  expect(gapsIn("{{".repeat(100_000))).toEqual([]);
  expect(process.cpuUsage(from).user / 1000).toBeLessThan(500);
});

import { expect, test } from "vitest";
import { contactsOf, type Exchange } from "./contacts";

const hour = 3_600_000;

test("a form without an answer, a visit that was settled, and a mail are three contacts, one of them left alone", () => {
  const claire = [said("form", 0), said("shop", 90), us("shop", 91), said("mail", 200)];
  expect(contactsOf(claire, "email")).toEqual({ count: 3, unanswered: 1, since: 0 });
});

test("a second mail into the silence of the first is a second contact", () => {
  expect(contactsOf([said("a", 0), said("a", 1)], "form")).toEqual({ count: 2, unanswered: 1, since: 0 });
  expect(contactsOf([said("a", 0), us("a", 1), said("a", 2)], "form").unanswered).toBe(0);
});

test("five short messages in ten minutes are one contact", () => {
  const burst = [0, 0.03, 0.06, 0.1, 0.15].map((at) => said("dm", at));
  expect(contactsOf(burst, "directMessage")).toEqual({ count: 1, unanswered: 0, since: null });
  expect(contactsOf([...burst, said("dm", 3)], "directMessage").unanswered).toBe(1);
});

test("an answer elsewhere does not answer what was asked here", () => {
  const two = [said("form", 0), said("mail", 5), us("mail", 6), said("mail", 9)];
  expect(contactsOf(two, "email")).toMatchObject({ count: 3, unanswered: 1 });
});

function said(conversationId: string, hours: number): Exchange {
  return { at: hours * hour, conversationId, by: "customer" };
}

function us(conversationId: string, hours: number): Exchange {
  return { at: hours * hour, conversationId, by: "us" };
}

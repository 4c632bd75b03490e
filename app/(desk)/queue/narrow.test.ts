import { expect, test } from "vitest";
import type { ListedRow } from "@/lib/conversations/types";
import { narrow } from "./narrow";

const known = {
  me: { id: "salma" },
  agents: [
    { id: "salma", name: "Salma Idrissi" },
    { id: "ines", name: "Inès Carpentier" },
  ],
  teams: [{ id: "legal", name: "Legal" }],
};

const rows = [
  row("Claire Dumontet", 1001, {
    tags: ["refund"],
    assigneeId: "salma",
    excerpt: "Trois fois que je préviens",
  }),
  row("Odile Aubry", 1036, { assigneeId: "ines", channelKind: "demo_notes" }),
  row("Lucie Ferrand", 1040, { teamId: "legal", isPublic: true, excerpt: "commande 48213" }),
];

test.each([
  ["", ["Claire Dumontet", "Odile Aubry", "Lucie Ferrand"]],
  ["previens", ["Claire Dumontet"]],
  ["tag:refund", ["Claire Dumontet"]],
  ["assignee:me", ["Claire Dumontet"]],
  ["assignee:ines", ["Odile Aubry"]],
  ["is:unassigned", ["Lucie Ferrand"]],
  ["is:public team:legal", ["Lucie Ferrand"]],
  ['"commande 48213"', ["Lucie Ferrand"]],
  ["#1036", ["Odile Aubry"]],
  ['from:"Odile Aubry" channel:demo_notes', ["Odile Aubry"]],
  ["tag:refund assignee:ines", []],
])("the filter %j leaves the right rows", (filter, names) => {
  expect(narrow(rows, filter, known).map((each) => each.customerName)).toEqual(names);
});

function row(customerName: string, number: number, change: Partial<ListedRow>): ListedRow {
  return {
    id: customerName,
    number,
    version: 1,
    status: "open",
    brandId: "marmelune",
    teamId: null,
    assigneeId: null,
    customerId: customerName,
    customerName,
    channelId: null,
    channelKind: "email",
    isPublic: false,
    isRestricted: false,
    isNew: false,
    pin: 0,
    subject: null,
    excerpt: "",
    reason: null,
    dueAt: null,
    waitingSince: null,
    snoozedUntil: null,
    resolvedAt: null,
    lastMessageAt: "2026-11-23T08:00:00Z",
    lastCustomerMessageAt: null,
    unansweredCount: 0,
    messageCount: 1,
    approvalSince: null,
    approverId: null,
    tags: [],
    isSample: false,
    readAt: null,
    ...change,
  };
}

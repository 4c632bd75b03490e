import type { QueueRow } from "@/lib/conversations/types";

/** A row for tests: somebody who has waited since this morning, but for what is said otherwise. */
export function row(id: string, change: Partial<QueueRow> = {}): QueueRow {
  return {
    id,
    number: 1042,
    version: 1,
    status: "open",
    brandId: "marmelune",
    teamId: null,
    assigneeId: null,
    customerId: id,
    customerName: "Ben Okafor",
    channelId: null,
    channelKind: "email",
    isPublic: false,
    isRestricted: false,
    isNew: false,
    pin: 0,
    subject: null,
    excerpt: "",
    reason: null,
    dueAt: "2026-11-23T12:00:00Z",
    waitingSince: "2026-11-23T08:00:00Z",
    snoozedUntil: null,
    resolvedAt: null,
    lastMessageAt: "2026-11-23T08:00:00Z",
    lastCustomerMessageAt: null,
    unansweredCount: 1,
    messageCount: 1,
    groupKey: null,
    approvalSince: null,
    approverId: null,
    tags: [],
    isSample: false,
    ...change,
  };
}

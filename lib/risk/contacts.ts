import type { Patience } from "./model";

/** Something that this person said, or that one of us answered; moments in milliseconds of Unix time. */
export type Exchange = { at: number; conversationId: string; by: "customer" | "us" };

export type Contacts = {
  /** How many times they turned to us, the last one included. */
  count: number;
  /** Those before the last one that nobody had answered when they turned to us again. */
  unanswered: number;
  /** When the first of those was. */
  since: number | null;
};

/**
 * How often somebody had to ask. Short messages within half an hour are one contact where people write like that; two
 * mails are two. An answer counts for the conversation that it was given in. `exchanges` in the order of time.
 */
export function contactsOf(exchanges: readonly Exchange[], patience: Patience): Contacts {
  const gap = patience === "directMessage" || patience === "mention" ? halfAnHour : 0;
  const open = new Map<string, number>();
  const contacts: Contacts = { count: 0, unanswered: 0, since: null };
  let last = Number.NEGATIVE_INFINITY;
  let lastSaid = "";
  for (const { at, conversationId, by } of exchanges) {
    if (by === "us") {
      open.delete(conversationId);
      continue;
    }
    if (conversationId === lastSaid && at - last <= gap && open.has(conversationId)) {
      last = at;
      continue;
    }
    contacts.count += 1;
    // Whoever waits for an answer and turns to us once more was left alone once; counted at the contact left alone.
    for (const [of, since] of open) {
      contacts.unanswered += 1;
      contacts.since ??= since;
      open.delete(of);
    }
    open.set(conversationId, at);
    last = at;
    lastSaid = conversationId;
  }
  return contacts;
}

const halfAnHour = 30 * 60_000;

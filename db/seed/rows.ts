import type { IdentityKind } from "@/db/enums";
import type { conversationAccess, conversations, conversationTags, queue } from "@/db/schema/conversations";
import type { customers, identities } from "@/db/schema/customers";
import type { drafts, notifications } from "@/db/schema/desk";
import type { events } from "@/db/schema/events";
import type { heldReplies } from "@/db/schema/held";
import type { deliveries, messages } from "@/db/schema/messages";
import type { Schedule } from "@/lib/clock/schedule";
import { groupKey } from "@/lib/conversations/group-key";
import { newId } from "@/lib/id";
import { digestOf } from "@/lib/replies/words";
import { firstResponseDue } from "@/lib/targets/due";
import { excerpt } from "@/lib/text/excerpt";
import { channels, nextResponseHours } from "./brand";
import { historyOf, type Moment } from "./history";
import type { AgentKey, TeamKey } from "./people";
import { resolutionOf } from "./resolution";
import { stateAfter } from "./state";
import type { ChannelKey, Line, Person, Tale } from "./tale";

/** What the stories hang on: ids of the rows that are there before them. */
export type Places = {
  brandId: string;
  agents: Record<AgentKey, string>;
  teams: Record<TeamKey, string>;
  channels: Record<ChannelKey, string>;
  tags: Map<string, string>;
  schedule: Schedule;
};

export type Rows = {
  customers: Array<typeof customers.$inferInsert>;
  identities: Array<typeof identities.$inferInsert>;
  conversations: Array<typeof conversations.$inferInsert>;
  conversationAccess: Array<typeof conversationAccess.$inferInsert>;
  conversationTags: Array<typeof conversationTags.$inferInsert>;
  queue: Array<typeof queue.$inferInsert>;
  messages: Array<typeof messages.$inferInsert>;
  deliveries: Array<typeof deliveries.$inferInsert>;
  drafts: Array<typeof drafts.$inferInsert>;
  heldReplies: Array<typeof heldReplies.$inferInsert>;
  notifications: Array<typeof notifications.$inferInsert>;
  events: Array<Omit<typeof events.$inferInsert, "epoch">>;
};

export function noRows(): Rows {
  return {
    customers: [],
    identities: [],
    conversations: [],
    conversationAccess: [],
    conversationTags: [],
    queue: [],
    messages: [],
    deliveries: [],
    drafts: [],
    heldReplies: [],
    notifications: [],
    events: [],
  };
}

/** Adds the rows of one story. Lines must stand in the order of time. */
export function addTale(rows: Rows, places: Places, tale: Tale, now: Date): void {
  const conversationId = newId();
  const customerId = addCustomer(rows, places, tale.customer, tale.lines[0]!.at);
  const channelId = tale.channel && places.channels[tale.channel];
  const teamId = places.teams[tale.team ?? (tale.channel ? channels[tale.channel].team : "care")];
  const assigneeId = tale.assignee ? places.agents[tale.assignee] : null;
  const state = stateAfter(tale);
  const due = dueOf(tale, state, places.schedule);
  const resolution = resolutionOf(tale, state, places.schedule);
  const isPublic = tale.lines.some((line) => line.by === "customer" && line.public);

  const ids = tale.lines.map((line) => addLine(rows, places, tale, line, conversationId));
  const moments = historyOf(tale, state, places, ids, now, { due, resolution });
  const resolved = moments.find((moment) => moment.type === "conversation.resolved");
  const version = moments.length;
  const shared = {
    brandId: places.brandId,
    customerId,
    channelId,
    teamId,
    assigneeId,
    isPublic,
    isRestricted: tale.restrictedTo !== undefined,
    pin: 0,
    // Nobody wrote: a silent sign opened it.
    kind: tale.channel === null ? ("proactive" as const) : ("contact" as const),
    snoozedUntil: tale.snoozedUntil ?? null,
    version,
  };
  const post = tale.lines.find((line) => line.by === "customer" && line.parent);
  const parentId = post?.by === "customer" ? post.parent?.externalId : undefined;

  rows.conversations.push({
    ...shared,
    groupKey: isPublic && channelId && parentId ? groupKey(channelId, parentId) : null,
    id: conversationId,
    status: state.status,
    subject: tale.subject ?? null,
    waitingSince: state.waitingSince,
    cycleStartedAt: tale.lines[0]!.at,
    firstResponseAt: state.firstResponseAt,
    dueAt: due,
    resolveDueAt: resolution.dueAt,
    pauses: resolution.pauses,
    dueKind: due && (state.firstResponseAt ? "next_response" : "first_response"),
    noReplyReason: tale.noReply ?? null,
    resolvedAt: resolved?.at ?? null,
    lastMessageAt: state.lastMessageAt,
    lastCustomerMessageAt: state.lastCustomerMessageAt,
    excerpt: excerpt(state.lastWords),
    unansweredCount: state.unansweredCount,
    messageCount: tale.lines.length,
    approvalSince: tale.asks?.at ?? null,
    approverId: tale.asks ? places.agents[tale.asks.approver] : null,
    isSample: true,
    createdAt: tale.lines[0]!.at,
  });
  if (state.status === "open" || state.status === "waiting" || state.status === "snoozed") {
    rows.queue.push({
      ...shared,
      conversationId,
      status: state.status,
      lane: tale.channel === null ? 4 : 2,
      ...dueFirst(due, resolution.dueAt),
      sinceAt: state.waitingSince ?? state.lastMessageAt,
    });
  }
  for (const agent of tale.restrictedTo ?? []) {
    rows.conversationAccess.push({ conversationId, agentId: places.agents[agent] });
  }
  for (const name of tale.tags ?? []) {
    rows.conversationTags.push({ conversationId, tagId: places.tags.get(name)! });
  }
  if (tale.draft) {
    const { agent, mode, text } = tale.draft;
    rows.drafts.push({ agentId: places.agents[agent], conversationId, mode, text, updatedAt: now });
  }
  if (tale.asks) rows.heldReplies.push(asked(tale, tale.asks, places, conversationId, now));
  for (const agent of tale.mentions ?? []) {
    const note = tale.lines.findLast((line) => line.by === "note");
    rows.notifications.push({
      id: newId(),
      agentId: places.agents[agent],
      kind: "mentioned",
      conversationId,
      eventId: `sample:${conversationId}`,
      createdAt: note?.at ?? now,
    });
  }
  moments.forEach(({ at, ...moment }: Moment, index) => {
    rows.events.push({
      ...moment,
      conversationId,
      customerId,
      teamId,
      brandId: places.brandId,
      channelId,
      version: index + 1,
      occurredAt: at,
      recordedAt: at,
    });
  });
}

/** A reply that waits for a colleague's yes, as lib/replies/hold.ts keeps it. */
function asked(
  tale: Tale,
  asks: NonNullable<Tale["asks"]>,
  places: Places,
  conversationId: string,
  now: Date,
): typeof heldReplies.$inferInsert {
  const words = {
    conversationId,
    messageId: newId(),
    authorId: places.agents[asks.agent],
    mode: "private" as const,
    channelId: places.channels.email,
    sideThreadId: null,
    to: tale.customer.identities.flatMap(([kind, value]) => (kind === "email" ? [value] : [])),
    cc: [],
    bcc: [],
    subject: tale.subject ? `Re: ${tale.subject}` : null,
    text: asks.text,
    attachmentIds: [],
    confirmed: [],
    below: { hasSignature: true, hasHistory: true },
    savedReplies: [],
    afterwards: "stay" as const,
  };
  const { to, cc, bcc } = words;
  return {
    id: words.messageId,
    conversationId,
    authorId: words.authorId,
    state: "awaiting",
    mode: words.mode,
    channelId: words.channelId,
    subject: words.subject,
    text: words.text,
    recipients: { to, cc, bcc },
    digest: digestOf(words),
    seen: Buffer.from(JSON.stringify([now.toISOString(), conversationId])).toString("base64url"),
    afterwards: words.afterwards,
    reason: "junior",
    approverId: places.agents[asks.approver],
    // Still to come: the demo begins with it before Tom.
    fallbackAt: new Date(now.getTime() + 3_600_000),
    createdAt: asks.at,
    updatedAt: asks.at,
  };
}

function addCustomer(rows: Rows, places: Places, person: Person, since: Date): string {
  const customerId = newId();
  rows.customers.push({
    id: customerId,
    brandId: places.brandId,
    name: person.name,
    language: person.language,
    city: person.city ?? null,
    facts: person.facts ?? {},
    note: person.note ?? null,
    unsubscribedAt: person.unsubscribed ?? null,
    createdAt: since,
  });
  for (const [kind, written] of person.identities) {
    rows.identities.push({
      id: newId(),
      customerId,
      brandId: places.brandId,
      kind,
      value: kind === "phone" ? written.replaceAll(" ", "") : written.toLowerCase(),
      display: displayOf(kind, written),
      evidence: kind === "email" ? "authenticated" : kind === "phone" ? "agent" : "network",
      verifiedAt: since,
      createdAt: since,
    });
  }
  return customerId;
}

/** The message of one line and, when it left this house, its delivery. Returns the message's id. */
function addLine(rows: Rows, places: Places, tale: Tale, line: Line, conversationId: string): string {
  const id = newId();
  const external = `<${id}@marmelune.example>`;
  const inThread = tale.channel ?? "email";
  const mailed = inThread === "form" ? "email" : inThread;
  const base = { conversationId, id, text: line.text, sentAt: line.at, createdAt: line.at };
  switch (line.by) {
    case "customer": {
      const channel = line.channel ?? inThread;
      rows.messages.push({
        ...base,
        kind: "customer",
        channelId: places.channels[channel],
        isPublic: line.public === true,
        authorName: tale.customer.name,
        authorAddress: addressOf(tale.customer, channel),
        subject: line.subject ?? (line === tale.lines[0] ? (tale.subject ?? null) : null),
        language: tale.customer.language,
        externalId: `sample-${id}`,
        parent: line.parent ?? null,
      });
      return id;
    }
    case "note":
      rows.messages.push({
        ...base,
        kind: "note",
        agentId: line.agent && places.agents[line.agent],
        isAutomatic: line.agent === null,
      });
      return id;
    case "call":
      rows.messages.push({
        ...base,
        kind: "call",
        agentId: places.agents[line.agent],
        callOutcome: line.outcome,
      });
      return id;
    case "agent":
    case "machine": {
      const human = line.by === "agent";
      const channelId = places.channels[(human && line.channel) || mailed];
      const isPublic = human && line.public === true;
      const to = isPublic ? [] : [addressOf(tale.customer, mailed)].filter((address) => address !== null);
      rows.messages.push({
        ...base,
        kind: "reply",
        channelId,
        isPublic,
        agentId: human ? places.agents[line.agent] : null,
        isAutomatic: !human,
        subject: mailed === "email" && tale.subject ? `Re: ${tale.subject}` : null,
        externalId: external,
        recipients: { to, cc: [], bcc: [] },
      });
      const failed = human && line.bounced === true;
      rows.deliveries.push({
        id: newId(),
        conversationId,
        messageId: id,
        channelId,
        state: failed ? "failed" : "sent",
        mode: isPublic ? "public" : "private",
        externalId: external,
        sendAfter: line.at,
        attempts: 1,
        ...(failed
          ? {
              failureCode: "recipient_refused",
              failureParams: { host: "pots.example", answer: "550 5.1.1 Unknown user" },
            }
          : { sentAt: new Date(line.at.getTime() + 11_000) }),
        createdAt: line.at,
      });
      return id;
    }
  }
}

/** As the channel would have shown it. A note of the staff carries the mail address, if there is one to answer to. */
function addressOf(person: Person, channel: ChannelKey): string | null {
  const wanted = ["form", "shop", "phone"].includes(channel) ? "email" : channel;
  const found = person.identities.find(([kind]) => kind === wanted);
  return found ? displayOf(...found) : null;
}

function displayOf(kind: IdentityKind, value: string): string {
  return kind === "mastodon" || kind === "bluesky" || kind === "instagram" ? `@${value}` : value;
}

/** What the list of work shows is the earlier one. */
function dueFirst(due: Date | null, resolveDue: Date | null): { dueAt?: Date } {
  const at = [due, resolveDue].filter((each) => each !== null).map((each) => each.getTime());
  return at.length === 0 ? {} : { dueAt: new Date(Math.min(...at)) };
}

function dueOf(tale: Tale, state: ReturnType<typeof stateAfter>, schedule: Schedule): Date | null {
  if (state.status !== "open" || tale.channel === null) return null;
  const hours = state.firstResponseAt ? nextResponseHours : channels[tale.channel].targetHours;
  return firstResponseDue(state.waitingSince, hours * 3600, schedule);
}

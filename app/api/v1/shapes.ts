import { z } from "zod";
import {
  actorKinds,
  approvalReasons,
  bands,
  blockKinds,
  callOutcomes,
  conversationKinds,
  conversationStatuses,
  deliveryStates,
  identityKinds,
  languages,
  linkKinds,
  messageKinds,
  noReplyReasons,
  rankedBy,
  targetKinds,
} from "@/db/enums";
import { countings } from "@/lib/channels/counting";
import { anyJson } from "@/lib/channels/settings";
import { eventTypes } from "@/lib/events";
import { moment } from "./fields";

/** The JSON of conversations and what hangs on them, as lib/conversations/types.ts has it. */

const facts = z.record(z.string(), anyJson);

export const reason = z
  .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ description: "A key under `queue.reasons` of the texts, and what fills it." });

export const queueRow = z
  .object({
    id: z.uuid(),
    number: z.number().meta({ description: "What people say: #1042." }),
    version: z.number().meta({ description: "Grows with every change." }),
    status: z.enum(conversationStatuses),
    kind: z.enum(conversationKinds),
    brandId: z.uuid(),
    teamId: z.uuid().nullable(),
    assigneeId: z.uuid().nullable(),
    customerId: z.uuid(),
    customerName: z.string(),
    channelId: z.uuid().nullable(),
    channelKind: z.string(),
    isPublic: z.boolean(),
    isRestricted: z.boolean(),
    isNew: z.boolean(),
    pin: z.union([z.literal(-1), z.literal(0), z.literal(1)]),
    lane: z.number().meta({
      description: "0 danger to people, 1 put first, 2 as it comes, 3 can wait, 4 opened by us.",
    }),
    rank: z.number().meta({ description: "Hours that sort inside the lane." }),
    band: z.enum(bands),
    risk: z
      .object({
        by: z.enum(rankedBy),
        hours: z.number().nullable().meta({ description: "Hours of patience left; null for no end." }),
        promiseAt: moment.nullable(),
        isSafety: z.boolean(),
        isCalmed: z.boolean(),
      })
      .nullable(),
    subject: z.string().nullable(),
    excerpt: z.string(),
    reason: reason.nullable(),
    dueAt: moment.nullable(),
    dueKind: z.enum(targetKinds).nullable(),
    waitingSince: moment.nullable(),
    snoozedUntil: moment.nullable(),
    resolvedAt: moment.nullable(),
    lastMessageAt: moment,
    lastCustomerMessageAt: moment.nullable(),
    unansweredCount: z.number(),
    messageCount: z.number(),
    approvalSince: moment.nullable().meta({ description: "A reply waits for a colleague's yes." }),
    approverId: z.uuid().nullable(),
    tags: z.array(z.string()),
    groupKey: z.string().nullable().meta({
      description: "Shared by comments under one post; `alike:…` by those that say nearly the same.",
    }),
    isSample: z.boolean(),
  })
  .meta({ id: "QueueRow" });

export const listedRow = queueRow.extend({ readAt: moment.nullable() }).meta({ id: "ListedRow" });

export const recipients = z.object({
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
});

export const file = z
  .object({
    id: z.uuid(),
    name: z.string(),
    contentType: z.string(),
    size: z.number().meta({ description: "Bytes." }),
    contentId: z.string().nullable(),
    description: z.string().nullable(),
    url: z.string(),
  })
  .meta({ id: "File" });

const delivery = z.object({
  id: z.uuid(),
  state: z.enum(deliveryStates),
  mode: z.enum(["public", "private"]),
  sendAfter: moment,
  attempts: z.number(),
  failure: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  refused: z.array(z.string()),
  sentAt: moment.nullable(),
});

const entered = z
  .object({
    by: z.object({ id: z.uuid(), name: z.string() }),
    place: z.enum(["shop", "phone", "site"]),
    promised: z
      .object({
        what: z.string(),
        until: moment.nullable(),
        words: z.string().nullable(),
        promisedFor: z.string().nullable().meta({
          description: "The same moment on the clock of the brand’s opening hours: 2026-11-27T18:00.",
        }),
      })
      .nullable(),
  })
  .meta({
    description: "A colleague typed it in: who, where they heard it, what they promised on the spot.",
  });

const message = z
  .object({
    type: z.literal("message"),
    id: z.uuid(),
    kind: z.enum(messageKinds),
    channelId: z.uuid().nullable(),
    channelKind: z.string().nullable(),
    isPublic: z.boolean(),
    isAutomatic: z.boolean(),
    isFlagged: z.boolean(),
    agent: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    authorName: z.string().nullable(),
    authorAddress: z.string().nullable(),
    subject: z.string().nullable(),
    text: z.string(),
    quoteAt: z.number().nullable(),
    hasHtml: z.boolean(),
    language: z.string().nullable(),
    url: z.string().nullable(),
    parent: z.object({ author: z.string(), text: z.string(), url: z.string().nullable() }).nullable(),
    recipients: recipients.nullable(),
    authentication: z.string().nullable(),
    remarks: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.string()) })).nullable(),
    entered: entered.nullable(),
    callOutcome: z.enum(callOutcomes).nullable(),
    rating: z
      .object({ value: z.number(), of: z.number() })
      .nullable()
      .meta({ description: "Stars of a review, such as 2 of 5." }),
    mentions: z.array(z.object({ kind: z.enum(["agent", "team"]), id: z.uuid(), name: z.string() })),
    files: z.array(file),
    delivery: delivery.nullable(),
    sideThreadId: z.uuid().nullable(),
    approval: z.object({ by: z.string(), isChanged: z.boolean() }).nullable(),
    inboundId: z.uuid().nullable(),
    at: moment,
    editedAt: moment.nullable(),
    deletedAt: moment.nullable(),
    deletedBy: z.string().nullable().meta({ description: "The colleague who deleted it on the network." }),
    hidden: z.object({ by: z.string().nullable() }).nullable(),
    liked: z.object({ by: z.string().nullable() }).nullable(),
    acts: z
      .array(z.enum(["like", "hide", "delete"]))
      .readonly()
      .meta({ description: "What can be done to it on its network." }),
  })
  .meta({ id: "Message" });

const event = z
  .object({
    type: z.literal("event"),
    id: z.string(),
    event: z.enum(eventTypes),
    actor: z.object({ kind: z.enum(actorKinds), name: z.string().nullable() }),
    before: facts.nullable(),
    after: facts.nullable(),
    at: moment,
  })
  .meta({ id: "EventLine" });

export const timelineItem = z.discriminatedUnion("type", [message, event]);

export const customer = z
  .object({
    id: z.uuid().meta({ description: "Of the person: the record that stands for all of theirs." }),
    brandId: z.uuid(),
    name: z.string(),
    avatarUrl: z.string().nullable(),
    city: z.string().nullable(),
    language: z.string().nullable(),
    facts,
    note: z.string().nullable(),
    zone: z.string().nullable(),
    tags: z.array(z.string()),
    doNotContactAt: moment.nullable(),
    unsubscribedAt: moment.nullable(),
    noProfileAt: moment.nullable(),
    erasedAt: moment.nullable(),
    since: moment,
    identities: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        value: z.string(),
        display: z.string(),
        evidence: z.string(),
        verifiedAt: moment.nullable(),
      }),
    ),
    conversations: z.array(
      z.object({
        id: z.uuid(),
        number: z.number(),
        status: z.enum(conversationStatuses),
        channelKind: z.string(),
        isPublic: z.boolean(),
        subject: z.string().nullable(),
        excerpt: z.string(),
        lastMessageAt: moment,
      }),
    ),
  })
  .meta({ id: "Customer" });

export const draft = z.object({
  mode: z.enum(["public", "private", "note"]),
  text: z.string(),
  recipients: recipients.nullable(),
  updatedAt: moment,
  version: z.number().meta({ description: "Grows with every save." }),
});

const person = z.object({ id: z.uuid(), name: z.string() });

export const sharedDraft = z
  .object({
    mode: z.enum(["public", "private", "note"]),
    text: z.string(),
    recipients: recipients.nullable(),
    holder: person,
    heldSince: moment,
    updatedAt: moment,
    version: z.number(),
  })
  .meta({ id: "SharedDraft" });

export const heldReply = z
  .object({
    id: z.uuid(),
    state: z.enum(["awaiting", "scheduled", "returned", "stopped"]),
    author: person,
    mode: z.enum(["public", "private"]),
    channelKind: z.string(),
    sideThreadId: z.uuid().nullable(),
    subject: z.string().nullable(),
    text: z.string(),
    recipients,
    files: z.array(file),
    afterwards: z.enum(["stay", "resolve"]),
    digest: z.string().meta({ description: "Of everything that leaves; a yes is said to it." }),
    reason: z.enum(approvalReasons).nullable(),
    approver: person.nullable(),
    fallbackAt: moment.nullable(),
    fellBackAt: moment.nullable(),
    decidedBy: person.nullable(),
    decidedAt: moment.nullable(),
    comment: z.string().nullable(),
    sendAt: moment.nullable(),
    zone: z.string().nullable(),
    ifTheyWrite: z.enum(["cancel", "send"]),
    stopCode: z.string().nullable(),
    isStale: z.boolean(),
    at: moment,
    may: z.array(z.enum(["approve", "return", "withdraw", "bypass", "move", "send_now"])),
  })
  .meta({ id: "HeldReply" });

export const alsoOpen = z.array(
  z.object({
    id: z.uuid(),
    number: z.number(),
    channelKind: z.string(),
    subject: z.string().nullable(),
    excerpt: z.string(),
  }),
);

/** At its hour, in the zone in which it was chosen. */
export const later = z.object({
  sendAt: moment,
  zone: z.string().max(60),
  ifTheyWrite: z.enum(["cancel", "send"]).default("cancel"),
});

/** What a reply answers: where it stands, and how it can be taken back. */
export const replied = z
  .object({
    messageId: z.uuid(),
    state: z.enum(["leaving", "awaiting", "scheduled"]),
    deliveryId: z.uuid().nullable(),
    sendAfter: moment.nullable(),
    eventId: z.number(),
    alsoOpen,
  })
  .meta({ id: "Replied" });

const link = z.object({
  id: z.uuid(),
  number: z.number(),
  kind: z.enum(linkKinds),
  customerName: z.string(),
  status: z.enum(conversationStatuses),
  channelKind: z.string(),
  isPublic: z.boolean(),
  subject: z.string().nullable(),
  excerpt: z.string(),
  lastMessageAt: moment,
});

export const conversation = z
  .object({
    isFollowed: z.boolean(),
    parts: z
      .array(z.object({ id: z.uuid(), number: z.number(), subject: z.string().nullable() }))
      .meta({ description: "What was merged into it." }),
    block: z
      .object({
        id: z.uuid(),
        kind: z.enum(blockKinds),
        identityKind: z.enum(identityKinds).nullable(),
        value: z.string(),
        isOver: z.boolean(),
      })
      .nullable()
      .meta({ description: "The block that filed it as spam." }),
    allowedIds: z.array(z.uuid()).meta({ description: "Who may see it, while it is restricted." }),
    hasHidden: z.boolean().meta({ description: "A restricted one that you may not see is also open." }),
    links: z.array(link),
    row: listedRow,
    brand: z.object({
      id: z.uuid(),
      name: z.string(),
      letter: z.string(),
      color: z.string(),
      colorDark: z.string(),
      language: z.enum(languages),
    }),
    values: z
      .record(z.string(), z.string())
      .meta({ description: "What the variables of a saved reply stand for here." }),
    signature: z.string().nullable().meta({ description: "What stands below my mails to this customer." }),
    createdAt: moment,
    noReplyReason: z.enum(noReplyReasons).nullable(),
    timeline: z.array(timelineItem),
    older: z.string().nullable(),
    customer,
    ways: z.array(
      z.object({
        mode: z.enum(["public", "private"]),
        channelId: z.uuid(),
        channelKind: z.string(),
        to: z.array(z.string()),
        cc: z.array(z.string()),
        canEditRecipients: z.boolean(),
        subject: z.string().nullable(),
        maxLength: z.number().nullable(),
        counting: z.enum(countings).meta({ description: "How the network counts the length." }),
        namesReaders: z.boolean(),
        hasMarks: z.boolean(),
        hasSignature: z.boolean(),
        hasHistory: z.boolean(),
        attachments: z.object({ max: z.number(), maxBytes: z.number() }).nullable(),
        closedSince: moment.nullable(),
        closesAt: moment.nullable(),
        freeUntil: moment
          .nullable()
          .meta({ description: "After it only a person's own answer is taken, until `closesAt`." }),
      }),
    ),
    draft: draft.nullable(),
    sharedDraft: sharedDraft.nullable(),
    held: z.array(heldReply),
    sideThreads: z.array(
      z.object({ id: z.uuid(), subject: z.string(), participants: z.array(z.string()), at: moment }),
    ),
    approval: z.object({ reason: z.enum(approvalReasons).nullable(), approvers: z.array(person) }),
    publicCheck: z
      .object({
        known: z.object({
          values: z.array(z.string()).readonly(),
          name: z.string(),
          publicNames: z.array(z.string()).readonly(),
        }),
        allowed: z.array(z.string()).readonly(),
      })
      .nullable(),
    zone: z.object({ name: z.string(), of: z.enum(["customer", "brand"]) }),
    seen: z.string().meta({ description: "Hand it back with a reply: what its author had seen." }),
    answerThere: z.string().nullable(),
  })
  .meta({ id: "Conversation" });

/** What a change answers: the event, by which it can be undone, and the version that it made. */
export const changed = z.object({ eventId: z.number(), version: z.number() });

/** How a column is written for somebody who reads: `codes` names where the words of its codes stand in messages/. */
export type Form =
  | "text"
  | "when"
  | "yes"
  | "money"
  | "facts"
  | "list"
  | "language"
  | "scores"
  | { codes: string };

/**
 * What the page to read shows of each table, in this order. Ids, sizes, hashes and what a program keeps for itself are in
 * data.json beside it, which leaves out nothing that is held.
 */
export const readableFields: Readonly<Record<string, ReadonlyArray<readonly [column: string, form: Form]>>> =
  {
    customers: [
      ["name", "text"],
      ["city", "text"],
      ["language", "language"],
      ["zone", "text"],
      ["facts", "facts"],
      ["note", "text"],
      ["tags", "list"],
      ["do_not_contact_at", "when"],
      ["unsubscribed_at", "when"],
      ["no_profile_at", "when"],
      ["created_at", "when"],
    ],
    identities: [
      ["kind", { codes: "customers.kind" }],
      ["display", "text"],
      ["evidence", { codes: "customers.evidence" }],
      ["verified_at", "when"],
      ["created_at", "when"],
      ["revoked_at", "when"],
    ],
    conversations: [
      ["number", "text"],
      ["subject", "text"],
      ["status", { codes: "conversation.status" }],
      ["is_public", "yes"],
      ["created_at", "when"],
      ["first_response_at", "when"],
      ["resolved_at", "when"],
      ["last_message_at", "when"],
    ],
    messages: [
      ["sent_at", "when"],
      ["kind", { codes: "privacy.export.codes.message" }],
      ["is_public", "yes"],
      ["author_name", "text"],
      ["subject", "text"],
      ["text", "text"],
      ["edited_at", "when"],
      ["deleted_at", "when"],
    ],
    message_versions: [
      ["replaced_at", "when"],
      ["text", "text"],
    ],
    attachments: [
      ["name", "text"],
      ["description", "text"],
      ["created_at", "when"],
    ],
    inbound: [
      ["received_at", "when"],
      ["filed_from", "text"],
      ["filed_subject", "text"],
    ],
    deliveries: [
      ["created_at", "when"],
      ["state", { codes: "privacy.export.codes.delivery" }],
      ["sent_at", "when"],
    ],
    knocks: [["at", "when"]],
    asks: [
      ["created_at", "when"],
      ["question", "text"],
      ["due_at", "when"],
      ["answered_at", "when"],
    ],
    side_threads: [
      ["created_at", "when"],
      ["subject", "text"],
    ],
    drafts: [
      ["updated_at", "when"],
      ["text", "text"],
    ],
    shared_drafts: [
      ["updated_at", "when"],
      ["text", "text"],
    ],
    held_replies: [
      ["created_at", "when"],
      ["subject", "text"],
      ["text", "text"],
      ["comment", "text"],
      ["send_at", "when"],
    ],
    commitments: [
      ["made_at", "when"],
      ["text", "text"],
      ["due_at", "when"],
      ["state", { codes: "privacy.export.codes.promise" }],
      ["closed_at", "when"],
      ["note", "text"],
    ],
    commitment_moves: [
      ["at", "when"],
      ["due_before", "when"],
      ["due_after", "when"],
      ["agreement", "text"],
    ],
    gestures: [
      ["asked_at", "when"],
      ["kind", { codes: "privacy.export.codes.gesture" }],
      ["amount_minor", "money"],
      ["state", { codes: "privacy.export.codes.gestureState" }],
      ["decided_at", "when"],
      ["note", "text"],
      ["refused_because", "text"],
    ],
    leaks: [
      ["told_at", "when"],
      ["answered_at", "when"],
      ["posted_at", "when"],
      ["url", "text"],
    ],
    surveys: [
      ["ask_after", "when"],
      ["answered_at", "when"],
      ["comment", "text"],
    ],
    signals: [
      ["occurred_at", "when"],
      ["kind", { codes: "signals.kinds" }],
      ["amount_minor", "money"],
      ["details", "facts"],
      ["recorded_at", "when"],
    ],
    outreaches: [
      ["opened_at", "when"],
      ["in_words", "text"],
      ["because", "text"],
      ["ended_at", "when"],
    ],
    message_marks: [
      ["said_at", "when"],
      ["is_complaint", "yes"],
      ["scores", "scores"],
    ],
    cue_labels: [
      ["at", "when"],
      ["family", { codes: "cues.families" }],
      ["is_said", "yes"],
    ],
    risks: [
      ["scored_at", "when"],
      ["waiting_since", "when"],
      ["in_words", "text"],
      ["is_safety", "yes"],
      ["calmed_because", "text"],
    ],
    risk_spans: [
      ["from_at", "when"],
      ["to_at", "when"],
    ],
    notifications: [["created_at", "when"]],
    customer_links: [
      ["created_at", "when"],
      ["verdict", { codes: "privacy.export.codes.verdict" }],
      ["decided_at", "when"],
      ["revoked_at", "when"],
    ],
    avatars: [["fetched_at", "when"]],
    blocks: [
      ["value", "text"],
      ["created_at", "when"],
      ["expires_at", "when"],
    ],
    moderation_hits: [["at", "when"]],
    privacy_requests: [
      ["kind", { codes: "privacy.kinds" }],
      ["asked_at", "when"],
      ["due_at", "when"],
      ["done_at", "when"],
      ["extended_because", "text"],
    ],
    events: [
      ["at", "when"],
      ["type", { codes: "privacy.export.codes.event" }],
      ["by", { codes: "privacy.export.codes.by" }],
    ],
  };

/** Every closed list of words in the database, once. The columns, zod schemas and screens are made from these. */

export const roles = ["owner", "admin", "manager", "agent", "junior", "observer"] as const;
export type Role = (typeof roles)[number];

export const conversationStatuses = ["open", "waiting", "snoozed", "resolved", "spam"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

/** `customer`, `reply`, `note` are people's words; `call` is "I called" and its kin; `side_out`, `side_in` are to and from a third party. */
export const messageKinds = ["customer", "reply", "note", "call", "side_out", "side_in"] as const;
export type MessageKind = (typeof messageKinds)[number];

export const deliveryStates = ["queued", "sending", "sent", "failed", "unknown", "cancelled"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** A reply that has not been let go yet: for a colleague to read, or for its hour. Ends in one of the last four. */
export const heldStates = ["awaiting", "scheduled", "returned", "stopped", "withdrawn", "released"] as const;
export type HeldState = (typeof heldStates)[number];

/** Why a colleague reads a reply first. */
export const approvalReasons = ["junior", "legal", "asked"] as const;
export type ApprovalReason = (typeof approvalReasons)[number];

export const inboundStates = ["new", "reading", "done", "parked"] as const;
export type InboundState = (typeof inboundStates)[number];

export const identityKinds = [
  "email",
  "phone",
  "mastodon",
  "bluesky",
  "x",
  "facebook",
  "instagram",
  "telegram",
  "handle",
  "customer_number",
  "order_number",
] as const;
export type IdentityKind = (typeof identityKinds)[number];

export const actorKinds = ["agent", "rule", "network", "customer", "system"] as const;
export type ActorKind = (typeof actorKinds)[number];

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** How close together the lines of the queue stand: 60 px or 52. */
export const densities = ["comfortable", "compact"] as const;
export type Density = (typeof densities)[number];

/** What opens when an open conversation is settled: the next one, the same one still, or the list. */
export const afterResolves = ["next", "stay", "list"] as const;
export type AfterResolve = (typeof afterResolves)[number];

/** "No reply needed", and why. */
export const noReplyReasons = ["praise", "friend_tagged", "troll", "done"] as const;
export type NoReplyReason = (typeof noReplyReasons)[number];

/** What came of "I called" and its kin. Only `reached`, `settled` and `on_site` stop the clock. */
export const callOutcomes = ["reached", "voicemail", "no_answer", "settled", "on_site"] as const;
export type CallOutcome = (typeof callOutcomes)[number];

/** Why somebody is told. Whoever adds one gives it a sentence in `notifications.kinds` and a default in lib/notifications/defaults.ts. */
export const notificationKinds = [
  "assigned",
  "mentioned",
  "asked",
  "ask_answered",
  "ask_overdue",
  "approval_asked",
  "approval_decided",
  "due_soon",
  "target_missed",
  "escalated",
  "send_failed",
  "on_call",
  "followed",
  "safety",
  "channel_failing",
  "channel_well",
  "access_ending",
  "commitment_due",
  "commitment_broken",
  "commitment_given",
  "gesture_asked",
  "gesture_decided",
  "spike_seen",
  "leak_found",
  "risk_fallen_back",
  "privacy_due",
  "unsatisfied",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** Ways to tell somebody: in the list on the desk, by mail, by the browser's own notification. */
export const notificationWays = ["app", "mail", "push"] as const;
export type NotificationWay = (typeof notificationWays)[number];

/** A text for one language and one way out; null is any. */
export type WrittenFor = { language: Language | null; mode: "public" | "private" | null; text: string };

/** Whose messages are filed: one address, everybody at a domain, one handle on a network. */
export const blockKinds = ["address", "domain", "handle"] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Why two conversations point at each other: somebody said so, or one was split from the other. */
export const linkKinds = ["related", "split"] as const;
export type LinkKind = (typeof linkKinds)[number];

export const bulkStates = ["running", "done", "cancelled", "undoing", "undone"] as const;
export type BulkState = (typeof bulkStates)[number];

/** `held` waits for a person, `kept` could not be taken back because somebody had changed it since. */
export const bulkItemStates = ["waiting", "done", "held", "failed", "undone", "kept"] as const;
export type BulkItemState = (typeof bulkItemStates)[number];

/** Somebody wrote; we opened it because of a silent sign; or a request under data protection law. */
export const conversationKinds = ["contact", "proactive", "privacy"] as const;
export type ConversationKind = (typeof conversationKinds)[number];

/** How soon: within an hour, a day, a week, or later. */
export const bands = ["now", "today", "week", "calm"] as const;
export type Band = (typeof bands)[number];

/** What made a conversation as early as it is. */
export const rankedBy = ["patience", "target", "promise"] as const;
export type RankedBy = (typeof rankedBy)[number];

/** What is known of two customer records. */
export const linkVerdicts = ["same", "perhaps", "not_same"] as const;
export type LinkVerdict = (typeof linkVerdicts)[number];

/** By what: an address both wrote from, a number they typed, a link they opened signed in, a colleague, a file. */
export const linkEvidences = ["address", "number", "signed_in", "agent", "import", "likeness"] as const;
export type LinkEvidence = (typeof linkEvidences)[number];

/** What a customer did without words. */
export const signalKinds = [
  "order_placed",
  "order_returned",
  "order_cancelled",
  "subscription_ended",
  "unsubscribed",
  "clicked",
  "visited",
  "product_registered",
  "counter_complaint",
  "free_number_call",
  "delivery_failed",
  "payment_failed",
] as const;
export type SignalKind = (typeof signalKinds)[number];

/** What opens a conversation although nobody wrote. */
export const signalRuleKinds = [
  "rhythm_broken",
  "subscription_ended",
  "unsubscribed",
  "returns",
  "cancelled",
  "delivery_failed",
  "payment_failed",
  "counter_complaint",
  "calls",
] as const;
export type SignalRuleKind = (typeof signalRuleKinds)[number];

/** Who may tell us signs at an address of its own; `api` is a system of the house, signed as lib/channels/signature.ts says. */
export const signalSourceKinds = [
  "api",
  "shopify",
  "woocommerce",
  "stripe",
  "mailchimp",
  "brevo",
  "sendgrid",
] as const;
export type SignalSourceKind = (typeof signalSourceKinds)[number];

/** What came of a proposal to speak to somebody who did not write. */
export const outreachOutcomes = ["called", "letter", "written", "not_now", "nothing"] as const;
export type OutreachOutcome = (typeof outreachOutcomes)[number];

export const importStates = [
  "preview",
  "running",
  "done",
  "failed",
  "cancelled",
  "undoing",
  "undone",
] as const;
export type ImportState = (typeof importStates)[number];

export const commitmentStates = ["open", "kept", "broken", "withdrawn"] as const;
export type CommitmentState = (typeof commitmentStates)[number];

export const gestureKinds = ["refund", "voucher", "replacement", "discount", "other"] as const;
export type GestureKind = (typeof gestureKinds)[number];

export const gestureStates = ["asked", "granted", "refused", "withdrawn"] as const;
export type GestureState = (typeof gestureStates)[number];

/** How we know that a public post is of somebody who had told us. */
export const leakDoors = ["proof", "suggestion", "button", "review"] as const;
export type LeakDoor = (typeof leakDoors)[number];

/** Where the time went before somebody posted: while we were closed, behind others, nobody had time, or after our answer. */
export const leakCauses = ["closed_hours", "order", "capacity", "after_reply"] as const;
export type LeakCause = (typeof leakCauses)[number];

/** How a stretch of waiting ended. */
export const spanEnds = ["answered", "no_reply_needed", "public", "horizon", "changed", "removed"] as const;
export type SpanEnd = (typeof spanEnds)[number];

/** What somebody asks for under data protection law. */
export const privacyKinds = ["access", "erasure", "rectification", "objection", "portability"] as const;
export type PrivacyKind = (typeof privacyKinds)[number];

/** What we promise ourselves a time for. */
export const targetKinds = ["first_response", "next_response", "resolution"] as const;
export type TargetKind = (typeof targetKinds)[number];

/** What is derived from the events of one conversation: see lib/facts. A `wait` is a `response` that has not come. */
export const factKinds = ["response", "wait", "resolution", "handling"] as const;
export type FactKind = (typeof factKinds)[number];

/** How a wait ended: by a reply of ours, a call, an answer in the network's own app; or without any. */
export const waitEndings = ["replied", "called", "elsewhere", "closed"] as const;
export type WaitEnding = (typeof waitEndings)[number];

/** Why a target was missed, the first that is true at its moment. */
export const missReasons = [
  "send_failed",
  "awaiting_approval",
  "snoozed",
  "nobody_had_it",
  "handed_over",
  "not_answered",
] as const;
export type MissReason = (typeof missReasons)[number];

/** What is measured in seconds. */
export const measures = ["first_response", "next_response", "resolution", "handling"] as const;
export type Measure = (typeof measures)[number];

/** Opening hours only, or the customer's own watch. */
export const clocks = ["business", "wall"] as const;
export type Clock = (typeof clocks)[number];

/** By what figures are told apart; `all` for none. */
export const dimensions = ["all", "brand", "channel", "team", "agent", "tag"] as const;
export type Dimension = (typeof dimensions)[number];

/** What a customer said of how it went. */
export const verdicts = ["satisfied", "partly", "unsatisfied"] as const;
export type Verdict = (typeof verdicts)[number];

/** `asked` whether or not they answered. */
export const surveyStates = ["waiting", "asked", "refused"] as const;
export type SurveyState = (typeof surveyStates)[number];

/** Why somebody was not asked how it went, the first that is true at the moment of asking. */
export const surveyRefusals = [
  "spam",
  "reopened",
  "restricted",
  "legal",
  "privacy",
  "proactive",
  "do_not_contact",
  "unsubscribed",
  "promise_broken",
  "unanswered",
  "paused",
  "asked_lately",
  "no_way",
] as const;
export type SurveyRefusal = (typeof surveyRefusals)[number];

/** What happened on a marked date. */
export const markedKinds = ["strike", "recall", "launch", "sale", "outage", "other"] as const;
export type MarkedKind = (typeof markedKinds)[number];

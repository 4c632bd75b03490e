import type { CallOutcome, ConversationStatus, IdentityKind, Language, NoReplyReason } from "@/db/enums";
import type { Json } from "@/lib/channels/channel";
import type { AgentKey, TeamKey } from "./people";

export type ChannelKey =
  | "email"
  | "form"
  | "mastodon"
  | "bluesky"
  | "instagram"
  | "facebook"
  | "shop"
  | "phone";

/** Somebody outside. Addresses use names reserved for examples, numbers those reserved for fiction. */
export type Person = {
  name: string;
  language: Language;
  city?: string;
  identities: Array<[IdentityKind, string]>;
  facts?: { [key: string]: Json };
  note?: string;
  unsubscribed?: Date;
};

type Shared = { at: Date; text: string };
/** `thanks`: nothing is asked, so no clock starts. `bounced`: it came back, so nothing was answered. */
export type Line =
  | (Shared & {
      by: "customer";
      channel?: ChannelKey;
      public?: true;
      subject?: string;
      parent?: Parent;
      thanks?: true;
    })
  | (Shared & { by: "agent"; agent: AgentKey; channel?: ChannelKey; public?: true; bounced?: true })
  | (Shared & { by: "note"; agent: AgentKey | null })
  | (Shared & { by: "call"; agent: AgentKey; outcome: CallOutcome })
  | (Shared & { by: "machine" });

export type Parent = { externalId: string; author: string; text: string; url: string | null };

/** One conversation as a story; write.ts turns it into rows, with every state worked out from the lines. */
export type Tale = {
  customer: Person;
  /** Null for a conversation that we open ourselves. */
  channel: ChannelKey | null;
  subject?: string;
  lines: Line[];
  /** Left out: open while the customer waits for us, else waiting. */
  status?: ConversationStatus;
  snoozedUntil?: Date;
  noReply?: NoReplyReason;
  assignee?: AgentKey;
  team?: TeamKey;
  tags?: string[];
  /** Only these people may see it. */
  restrictedTo?: AgentKey[];
  draft?: { agent: AgentKey; mode: "public" | "private" | "note"; text: string };
  /** Written, and before a colleague since then. */
  asks?: { agent: AgentKey; approver: AgentKey; text: string; at: Date };
  mentions?: AgentKey[];
};

export function says(at: Date, text: string, more: Partial<Extract<Line, { by: "customer" }>> = {}): Line {
  return { ...more, by: "customer", at, text };
}

export function replies(
  at: Date,
  agent: AgentKey,
  text: string,
  more: Partial<Extract<Line, { by: "agent" }>> = {},
): Line {
  return { ...more, by: "agent", at, agent, text };
}

export function notes(at: Date, agent: AgentKey | null, text: string): Line {
  return { by: "note", at, agent, text };
}

export function calls(at: Date, agent: AgentKey, outcome: CallOutcome, text: string): Line {
  return { by: "call", at, agent, outcome, text };
}

export function acknowledges(at: Date, language: Language): Line {
  const text =
    language === "fr"
      ? "Bonjour,\n\nvotre message est bien arrivé et une personne va vous répondre. Inutile de nous écrire deux fois.\n\nMarmelune"
      : "Hello,\n\nyour message has arrived and a person will answer it. There is no need to write twice.\n\nMarmelune";
  return { by: "machine", at: new Date(at.getTime() + 4000), text };
}

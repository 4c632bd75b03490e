import type { BulkState } from "@/db/enums";
import type { QueueRow, ViewName } from "@/lib/conversations/types";
import type { FilterRow } from "@/lib/filter/match";

/** The fields of a row that decide which views count it, the saved ones included. */
export type Membership = FilterRow;

/** What of it the views of the house ask about. */
export type Counted = Pick<QueueRow, "status" | "assigneeId" | "teamId">;

export function membershipOf(row: FilterRow): Membership {
  return {
    number: row.number,
    status: row.status,
    brandId: row.brandId,
    teamId: row.teamId,
    assigneeId: row.assigneeId,
    channelId: row.channelId,
    isPublic: row.isPublic,
    isRestricted: row.isRestricted,
    isNew: row.isNew,
    kind: row.kind,
    lane: row.lane,
    band: row.band,
    dueAt: row.dueAt,
    waitingSince: row.waitingSince,
    lastMessageAt: row.lastMessageAt,
    tags: row.tags,
  };
}

/** Server to browser: what changed, once for each batch of events. */
export type ChangePush = {
  /** Opaque; the newest event in this batch. Compare as text: later is greater. */
  seq: string;
  rows: Array<{
    row: QueueRow;
    /** What it was before, so that counts move without counting; null when it was not in the queue. */
    before: Membership | null;
    /** True when messages or events were added, so that an open timeline is asked again. */
    touched: boolean;
  }>;
  /** Rows that I can no longer see. */
  gone: Array<{ id: string; before: Membership | null }>;
};

export type Presence = {
  customerId: string;
  /** Everybody who has this customer open, or is writing to them. */
  people: Array<{ agentId: string; name: string; conversationId: string; isWriting: boolean }>;
};

/** How far an act on many of mine has come. */
export type BulkPush = {
  runId: string;
  state: BulkState;
  total: number;
  done: number;
  held: number;
  failed: number;
  undone: number;
};

export type SinceAnswer =
  | { kind: "patch"; push: ChangePush; people: Presence[] }
  /** Too far behind, or another epoch: fetch everything anew. */
  | { kind: "refetch"; seq: string; people: Presence[] };

export type ServerToClient = {
  change(push: ChangePush): void;
  presence(presence: Presence): void;
  /** A channel's health changed; ask again. */
  channels(): void;
  /** A shared view came, changed or went; ask again. */
  views(): void;
  /** Somebody was erased, merged or parted; ask again for whoever is on screen. */
  customers(): void;
  /** Figures have moved, to whoever may read reports; at most once a second. */
  reports(): void;
  /** An act on many of mine has come further. */
  bulk(progress: BulkPush): void;
  /** My notifications changed; ask again. */
  notifications(): void;
  /** Signed out, deactivated, or the role changed: reload. */
  bye(): void;
};

export type ClientToServer = {
  /** The conversation on screen, or null. Repeated every 3 s while it stays. */
  viewing(conversationId: string | null): void;
  /** Typing a reply or note; repeated every 3 s while it lasts. */
  writing(conversationId: string | null): void;
  since(seq: string | null, answer: (a: SinceAnswer) => void): void;
};

/** Does a row count in a view, for somebody? Pure: the server's SQL in list-queue.ts says the same. */
export function inView(
  view: ViewName,
  row: Counted,
  me: { id: string; teamIds: readonly string[] },
): boolean {
  switch (view) {
    case "queue":
      return row.status === "open";
    case "mine":
      return row.status === "open" && row.assigneeId === me.id;
    case "team":
      return row.status === "open" && row.teamId !== null && me.teamIds.includes(row.teamId);
    case "waiting":
      return row.status === "waiting";
    case "snoozed":
      return row.status === "snoozed";
    case "resolved":
      return row.status === "resolved";
    case "spam":
      return row.status === "spam";
    case "all":
      return row.status !== "spam";
  }
}

import {
  AlarmClock,
  Ban,
  CheckCheck,
  CircleHelp,
  Hourglass,
  MailOpen,
  MessageCircle,
  MessagesSquare,
  PhoneCall,
  Pin,
  Tag,
  Timer,
  Undo2,
  UserCheck,
  UserRound,
  Users,
} from "lucide-react";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import type { MenuName, Triage } from "@/app/(desk)/triage/actions";
import { ask, type BulkAsk } from "@/app/(desk)/triage/ask-desk";
import { lastSettled } from "@/app/(desk)/triage/settled";
import type { ListedRow, QueueRow } from "@/lib/conversations/types";

/** Decisions about one conversation: each is a function of the triage. */
export const deedsOfTriage = {
  assign: { icon: UserRound, ...choose("assign"), ...all({ do: "assign" }) },
  mine: { icon: UserCheck, ...decide((triage, row) => triage.mine(row)), ...all({ do: "mine" }) },
  team: { icon: Users, ...choose("team"), ...all({ do: "team" }) },
  resolve: {
    icon: CheckCheck,
    nameOf: (row: ListedRow | null) => (row?.status === "resolved" ? "reopen" : "resolve"),
    ...decide((triage, row) => triage.resolve(row)),
    ...all({ do: "resolve" }),
  },
  snooze: { icon: AlarmClock, ...choose("snooze"), ...all({ do: "snooze" }) },
  theirTurn: { icon: Hourglass, ...decide((triage, row) => triage.theirTurn(row)), ...all({ do: "wait" }) },
  noReply: { icon: MessageCircle, ...choose("noReply"), ...all({ do: "noReply" }) },
  tag: { icon: Tag, ...choose("tag"), ...all({ do: "tag" }) },
  reason: {
    icon: MessagesSquare,
    may: (me: Hands["desk"]["me"]) => me.canTriage,
    isOffered: (row: ListedRow | null) => row !== null || lastSettled() !== null,
    run: ({ triage, anchor }: Hands, row: ListedRow | null) => {
      const settled = lastSettled();
      if (settled) triage.choose("reason", settled, null);
      else if (row) triage.choose("reason", row, anchor());
    },
  },
  pin: { icon: Pin, ...decide((triage, row) => triage.pin(row)), ...all({ do: "pin", pin: -1 }) },
  unread: { icon: MailOpen, ...decide((triage, row) => triage.unread(row)) },
  spam: {
    icon: Ban,
    nameOf: (row: ListedRow | null) => (row?.status === "spam" ? "notSpam" : "spam"),
    ...decide((triage, row) => (row.status === "spam" ? triage.reopen(row) : triage.spam(row))),
    ...all({ do: "spam" }),
  },
  called: { icon: PhoneCall, ...decide((triage, row) => triage.called(row)) },
  why: {
    icon: CircleHelp,
    run: ({ triage }: Hands, row: ListedRow | null) => {
      if (row) triage.choose("why", row, null);
    },
  },
  due: {
    icon: Timer,
    run: ({ triage }: Hands, row: ListedRow | null) => {
      if (row) triage.choose("due", row, null);
    },
  },
  undo: { icon: Undo2, run: ({ triage }: Hands) => triage.undo() },
} satisfies Record<string, Deed>;

/** With rows selected the bar of the selection does it, to all of them. */
function all(what: BulkAsk) {
  return { runOnAll: () => ask("bulk", what) };
}

function decide(act: (triage: Triage, row: QueueRow) => void) {
  return {
    may: (me: Hands["desk"]["me"]) => me.canTriage,
    run: ({ triage }: Hands, row: ListedRow | null) => {
      if (row) act(triage, row);
    },
  };
}

function choose(menu: MenuName) {
  return {
    may: (me: Hands["desk"]["me"]) => me.canTriage,
    run: ({ triage, anchor }: Hands, row: ListedRow | null) => {
      if (row) triage.choose(menu, row, anchor());
    },
  };
}

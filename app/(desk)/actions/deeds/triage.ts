import {
  AlarmClock,
  Ban,
  CheckCheck,
  Hourglass,
  MailOpen,
  MessageCircle,
  PhoneCall,
  Pin,
  Tag,
  Undo2,
  UserCheck,
  UserRound,
  Users,
} from "lucide-react";
import type { Deed, Hands } from "@/app/(desk)/actions/deed";
import type { MenuName, Triage } from "@/app/(desk)/triage/actions";
import type { ListedRow, QueueRow } from "@/lib/conversations/types";

/** Decisions about one conversation: each is a function of the triage. */
export const deedsOfTriage = {
  assign: { icon: UserRound, ...choose("assign") },
  mine: { icon: UserCheck, ...decide((triage, row) => triage.mine(row)) },
  team: { icon: Users, ...choose("team") },
  resolve: {
    icon: CheckCheck,
    nameOf: (row: ListedRow | null) => (row?.status === "resolved" ? "reopen" : "resolve"),
    ...decide((triage, row) => triage.resolve(row)),
  },
  snooze: { icon: AlarmClock, ...choose("snooze") },
  theirTurn: { icon: Hourglass, ...decide((triage, row) => triage.theirTurn(row)) },
  noReply: { icon: MessageCircle, ...choose("noReply") },
  tag: { icon: Tag, ...choose("tag") },
  pin: { icon: Pin, ...decide((triage, row) => triage.pin(row)) },
  unread: { icon: MailOpen, ...decide((triage, row) => triage.unread(row)) },
  spam: {
    icon: Ban,
    nameOf: (row: ListedRow | null) => (row?.status === "spam" ? "notSpam" : "spam"),
    ...decide((triage, row) => (row.status === "spam" ? triage.reopen(row) : triage.spam(row))),
  },
  called: { icon: PhoneCall, ...decide((triage, row) => triage.called(row)) },
  undo: { icon: Undo2, run: ({ triage }: Hands) => triage.undo() },
} satisfies Record<string, Deed>;

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

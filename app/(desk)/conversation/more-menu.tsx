"use client";

import {
  AlarmClock,
  Ban,
  CheckCheck,
  Hourglass,
  MailOpen,
  MessageCircle,
  PhoneCall,
  Pin,
  RotateCcw,
  Tag,
  UserCheck,
  UserRound,
  Users,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { Menu, type MenuItem } from "@/app/_ui/menu";
import { useTriage } from "@/app/(desk)/triage/actions";
import type { QueueRow } from "@/lib/conversations/types";

/** Everything that can be done with a conversation, by name, each with its key. */
export function MoreMenu({
  row,
  anchor,
  onClose,
}: {
  row: QueueRow;
  anchor: Element | null;
  onClose(): void;
}) {
  const t = useTranslations("conversation");
  const triage = useTriage();
  const acts: Record<string, MenuItem & { run(): void }> = {
    assign: item("assign", t("assign"), UserRound, "a", () => triage.choose("assign", row, anchor)),
    mine: item("mine", t("mine"), UserCheck, "i", () => triage.mine(row)),
    team: item("team", t("team"), Users, "A", () => triage.choose("team", row, anchor)),
    resolve: item(
      "resolve",
      t(row.status === "resolved" ? "reopen" : "resolve"),
      row.status === "resolved" ? RotateCcw : CheckCheck,
      "e",
      () => triage.resolve(row),
    ),
    noReply: item("noReply", t("noReply"), MessageCircle, "d", () => triage.choose("noReply", row, anchor)),
    snooze: item("snooze", t("snooze"), AlarmClock, "h", () => triage.choose("snooze", row, anchor)),
    theirTurn: item("theirTurn", t("theirTurn"), Hourglass, "w", () => triage.theirTurn(row)),
    tag: item("tag", t("tag"), Tag, "t", () => triage.choose("tag", row, anchor)),
    called: item("called", t("called"), PhoneCall, "C", () => triage.called(row)),
    pin: item("pin", t("pin"), Pin, "p", () => triage.pin(row)),
    unread: item("unread", t("unread"), MailOpen, "U", () => triage.unread(row)),
    spam: item("spam", t(row.status === "spam" ? "notSpam" : "spam"), Ban, "#", () =>
      row.status === "spam" ? triage.reopen(row) : triage.spam(row),
    ),
  };
  return (
    <Menu
      anchor={anchor}
      label={t("more")}
      items={Object.values(acts)}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        acts[id]?.run();
      }}
    />
  );
}

function item(id: string, label: string, icon: MenuItem["icon"], keys: string, run: () => void) {
  return { id, label, icon, keys, run };
}

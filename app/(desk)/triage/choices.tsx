"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageCircle, Tag } from "lucide-react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { lazy } from "@/app/_ui/lazy";
import { Menu } from "@/app/_ui/menu";
import { listTags } from "@/app/(desk)/calls";
import { type NoReplyReason, noReplyReasons } from "@/db/enums";
import type { Person, QueueRow } from "@/lib/conversations/types";
import type { MenuName } from "./actions";
import { AssignChoice } from "./assign-choice";

type ChoicesProps = {
  name: MenuName;
  row: QueueRow;
  anchor: Element | null;
  onClose(): void;
  onAssign(agent: Person | null): void;
  onTeam(team: Person | null): void;
  /** `words` is null where only the customer is to wake it. */
  onSnooze(until: string, words: string | null): void;
  onTag(tag: string, has: boolean): void;
  onNoReply(reason: NoReplyReason): void;
};

// Words for dates weigh more than the rest of these lists together.
const SnoozeChoice = lazy(async () => ({ default: (await import("./snooze-choice")).SnoozeChoice }));

const ReasonChoice = lazy(async () => ({ default: (await import("./reason-choice")).ReasonChoice }));

const DueDialog = lazy(async () => ({ default: (await import("@/app/(desk)/due/due-dialog")).DueDialog }));

const Why = lazy(async () => ({ default: (await import("@/app/(desk)/queue/why")).Why }));

/** The short lists behind `a`, `Shift+A`, `h`, `t` and `d`. */
export function Choices(props: ChoicesProps) {
  switch (props.name) {
    case "assign":
      return <AssignChoice {...props} first="people" />;
    case "team":
      return <AssignChoice {...props} first="teams" />;
    case "snooze":
      return <SnoozeChoice {...props} />;
    case "tag":
      return <TagChoice {...props} />;
    case "noReply":
      return <NoReplyChoice {...props} />;
    case "reason":
      return <ReasonChoice {...props} />;
    case "why":
      return <Why row={props.row} onClose={props.onClose} />;
    case "due":
      return <DueDialog id={props.row.id} version={props.row.version} onClose={props.onClose} />;
  }
}

function TagChoice({ row, anchor, onClose, onTag }: ChoicesProps) {
  const t = useTranslations("triage");
  const { data: tags = [] } = useQuery({ queryKey: held.tags, queryFn: listTags });
  const names = [...new Set([...row.tags, ...tags])];
  return (
    <Menu
      anchor={anchor}
      label={t("tag")}
      placeholder={t("tagName")}
      onClose={onClose}
      create={(text) => ({
        id: text.toLowerCase(),
        label: text.toLowerCase(),
        aside: t("newTag"),
        icon: Tag,
      })}
      onPick={(id) => {
        onClose();
        onTag(id, row.tags.includes(id));
      }}
      items={names.map((name) => ({ id: name, label: name, icon: Tag, chosen: row.tags.includes(name) }))}
    />
  );
}

function NoReplyChoice({ anchor, onClose, onNoReply }: ChoicesProps) {
  const t = useTranslations("triage");
  return (
    <Menu
      anchor={anchor}
      label={t("noReply")}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        const reason = noReplyReasons.find((one) => one === id);
        if (reason) onNoReply(reason);
      }}
      items={noReplyReasons.map((reason) => ({
        id: reason,
        label: t(`noReplyReasons.${reason}`),
        icon: MessageCircle,
      }))}
    />
  );
}

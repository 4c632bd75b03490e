"use client";

import { useQuery } from "@tanstack/react-query";
import { AlarmClock, MessageCircle, Tag, Users } from "lucide-react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Avatar } from "@/app/_ui/avatar";
import { Menu } from "@/app/_ui/menu";
import { listTags } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { type NoReplyReason, noReplyReasons } from "@/db/enums";
import type { Person, QueueRow } from "@/lib/conversations/types";
import type { MenuName } from "./actions";
import { snoozeChoices } from "./snooze-choices";

type ChoicesProps = {
  name: MenuName;
  row: QueueRow;
  anchor: Element | null;
  onClose(): void;
  onAssign(agent: Person | null): void;
  onTeam(team: Person | null): void;
  onSnooze(until: string, words: string): void;
  onTag(tag: string, has: boolean): void;
  onNoReply(reason: NoReplyReason): void;
};

const NOBODY = "nobody";

/** The short lists behind `a`, `Shift+A`, `h`, `t` and `d`. */
export function Choices(props: ChoicesProps) {
  switch (props.name) {
    case "assign":
      return <AssignChoice {...props} />;
    case "team":
      return <TeamChoice {...props} />;
    case "snooze":
      return <SnoozeChoice {...props} />;
    case "tag":
      return <TagChoice {...props} />;
    case "noReply":
      return <NoReplyChoice {...props} />;
  }
}

function AssignChoice({ row, anchor, onClose, onAssign }: ChoicesProps) {
  const t = useTranslations("triage");
  const { me, agents } = useDesk();
  const others = agents.filter((agent) => agent.id !== me.id);
  const people = [...agents.filter((agent) => agent.id === me.id), ...others];
  return (
    <Menu
      anchor={anchor}
      label={t("assign")}
      placeholder={t("assignTo")}
      empty={t("nobodyFound")}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        onAssign(people.find((person) => person.id === id) ?? null);
      }}
      items={[
        ...people.map((person) => ({
          id: person.id,
          label: person.name,
          aside: person.id === me.id ? t("you") : undefined,
          lead: <Avatar name={person.name} of="agent" size={20} />,
          chosen: person.id === row.assigneeId,
        })),
        { id: NOBODY, label: t("nobody"), chosen: row.assigneeId === null },
      ]}
    />
  );
}

function TeamChoice({ row, anchor, onClose, onTeam }: ChoicesProps) {
  const t = useTranslations("triage");
  const { teams } = useDesk();
  return (
    <Menu
      anchor={anchor}
      label={t("chooseTeam")}
      placeholder={t("chooseTeam")}
      empty={t("nobodyFound")}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        onTeam(teams.find((team) => team.id === id) ?? null);
      }}
      items={[
        ...teams.map((team) => ({
          id: team.id,
          label: team.name,
          icon: Users,
          chosen: team.id === row.teamId,
        })),
        { id: NOBODY, label: t("noTeam"), chosen: row.teamId === null },
      ]}
    />
  );
}

function SnoozeChoice({ anchor, onClose, onSnooze }: ChoicesProps) {
  const t = useTranslations("triage");
  const zone = useTimeZone() ?? "UTC";
  const format = useFormatter();
  const choices = snoozeChoices(new Date(), zone);
  return (
    <Menu
      anchor={anchor}
      label={t("snooze")}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        const choice = choices.find((one) => one.name === id);
        if (choice) onSnooze(choice.at.toISOString(), format.dateTime(choice.at, whenFormat));
      }}
      items={choices.map((choice) => ({
        id: choice.name,
        label: t(`snoozeUntil.${choice.name}`),
        aside: format.dateTime(choice.at, whenFormat),
        icon: AlarmClock,
      }))}
    />
  );
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

const whenFormat = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;

"use client";

import { UserRoundX, Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Menu, type MenuItem } from "@/app/_ui/menu";
import { useDesk } from "@/app/(desk)/desk";
import { useAvailability, usePersonWords } from "@/app/(desk)/duty/use-availability";
import type { Person, QueueRow } from "@/lib/conversations/types";

/**
 * People and teams in one list, searched together: me first, and beside each whether they are here and how much they
 * have. `first` says whose names stand at the top.
 */
export function AssignChoice({
  row,
  anchor,
  first,
  onClose,
  onAssign,
  onTeam,
}: {
  row: QueueRow;
  anchor: Element | null;
  first: "people" | "teams";
  onClose(): void;
  onAssign(agent: Person | null): void;
  onTeam(team: Person | null): void;
}) {
  const t = useTranslations("duty");
  const label = useTranslations("triage");
  const { me, agents, teams } = useDesk();
  const known = useAvailability();
  const wordsOf = usePersonWords();
  const mine = agents.filter((agent) => agent.id === me.id);
  const people: MenuItem[] = [...mine, ...agents.filter((agent) => agent.id !== me.id)].map((agent) => {
    const seen = known?.people.find((one) => one.id === agent.id);
    const words = seen && wordsOf(seen, row.teamId);
    return {
      id: `agent ${agent.id}`,
      label: agent.name,
      aside: agent.id === me.id ? [t("you"), words].filter(Boolean).join(", ") : words,
      lead: <Avatar name={agent.name} of="agent" size={20} />,
      chosen: agent.id === row.assigneeId,
    };
  });
  const groups: MenuItem[] = teams.map((team) => {
    const seen = known?.teams.find((one) => one.id === team.id);
    return {
      id: `team ${team.id}`,
      label: team.name,
      aside: seen && t("teamHere", { here: seen.here, people: seen.people }),
      icon: Users,
      chosen: team.id === row.teamId,
    };
  });
  const none: MenuItem[] = [
    { id: "agent ", label: t("nobody"), icon: UserRoundX, chosen: row.assigneeId === null },
    { id: "team ", label: t("noTeam"), icon: Users, chosen: row.teamId === null },
  ];

  function pick(id: string) {
    onClose();
    const [kind, which] = id.split(" ");
    if (kind === "team") onTeam(teams.find((team) => team.id === which) ?? null);
    else onAssign(agents.find((agent) => agent.id === which) ?? null);
  }

  return (
    <Menu
      anchor={anchor}
      label={label(first === "people" ? "assign" : "chooseTeam")}
      placeholder={t(first === "people" ? "search" : "searchTeam")}
      empty={t("none")}
      onClose={onClose}
      onPick={pick}
      items={first === "people" ? [...people, ...groups, ...none] : [...groups, ...people, ...none.reverse()]}
    />
  );
}

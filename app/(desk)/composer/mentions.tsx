"use client";

import { useQuery } from "@tanstack/react-query";
import { EyeOff, Users } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Avatar } from "@/app/_ui/avatar";
import { Icon } from "@/app/_ui/icon";
import { listMentionable } from "@/app/(desk)/calls";
import type { ConversationView } from "@/lib/conversations/types";
import { Suggest } from "./suggest";
import { fits } from "./trigger";
import { type ListOfField, useSuggest } from "./use-suggest";

const SHOWN = 12;

/** Colleagues and teams that a note can call; whoever may not see this conversation is marked, and comes last. */
export function Mentions({
  view,
  query,
  list,
  onPick,
}: {
  view: ConversationView;
  query: string;
  list: ListOfField;
  onPick(name: string): void;
}) {
  const t = useTranslations("composer");
  const id = useId();
  const { data = [], isPending } = useQuery({
    queryKey: held.mentionable(view.row.id),
    queryFn: () => listMentionable(view.row.id),
    staleTime: 60_000,
  });
  const found = data
    .filter((one) => fits(query, one.name))
    .sort((a, b) => Number(a.maySee === 0) - Number(b.maySee === 0))
    .slice(0, SHOWN);
  const { at, setAt } = useSuggest({
    list,
    id,
    count: found.length,
    isAsking: false,
    onPick: (index) => {
      const one = found[index];
      if (one) onPick(one.name);
    },
  });
  return (
    <Suggest
      anchor={list.anchor}
      id={id}
      label={t("mentionList")}
      items={found.map((one) => ({
        id: one.id,
        label: one.name,
        lead:
          one.kind === "agent" ? (
            <Avatar name={one.name} of="agent" size={20} />
          ) : (
            <Icon of={Users} className="mx-0.5 shrink-0 text-ink-2" />
          ),
        aside:
          one.maySee === 0 ? (
            <span className="flex items-center gap-1 text-today">
              <Icon of={EyeOff} size={13} />
              {t("mayNotSee")}
            </span>
          ) : one.kind === "team" ? (
            t("people", { count: one.people })
          ) : null,
      }))}
      at={at}
      empty={isPending ? t("looking") : t("nobodyOfThatName")}
      preview={null}
      foot={null}
      onMove={setAt}
      onPick={(picked) => {
        const one = found.find((other) => other.id === picked);
        if (one) onPick(one.name);
      }}
    />
  );
}

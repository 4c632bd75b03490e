"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Bookmark, type LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import type { Hands } from "@/app/(desk)/actions/deed";
import { deeds } from "@/app/(desk)/actions/deeds";
import { isOffered, performOn } from "@/app/(desk)/actions/perform";
import { type ActionId, actionIds, actionLine } from "@/app/(desk)/actions/table";
import { searchConversations } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { placeHref } from "@/app/(desk)/place-of";
import { selected } from "@/app/(desk)/triage/selection";
import type { ListedRow } from "@/lib/conversations/types";

export type Choice = {
  id: string;
  label: string;
  aside?: string;
  icon?: LucideIcon;
  lead?: ReactNode;
  /** Caps, one after the other. */
  keys?: readonly string[];
  run(): void;
};

export type ChoiceGroup = {
  id: string;
  title: string;
  choices: Choice[];
  /** Found by the server for what was typed. */
  isFound?: true;
};

const FEWEST_LETTERS = 2;
const PAUSE_MS = 120;

/** All that the palette offers, in its groups: what fits is for the palette to say. */
export function useChoices(
  text: string,
  row: ListedRow | null,
  hands: () => Hands,
): { groups: ChoiceGroup[]; isSearching: boolean } {
  const t = useTranslations("palette");
  const found = useFound(text, hands);
  const choiceOf = useActionChoice(row, hands);
  const views = useViews(hands);
  const count = selected().count;

  const offered = actionIds().filter((id) => {
    const deed = deeds[id];
    return id !== "palette" && deed && isOffered(id, deed, hands(), row);
  });
  const about = (id: ActionId) => actionLine(id).about;
  const group = (id: ActionId) => actionLine(id).group;
  const onThis = offered.filter(
    (id) => group(id) !== "move" && (about(id) !== "anywhere" || (group(id) === "decide" && row)),
  );
  const settings = offered.filter((id) => group(id) === "settings");
  const others = offered.filter((id) => !onThis.includes(id) && !settings.includes(id));

  return {
    groups: [
      {
        id: "this",
        title:
          count > 0
            ? t("groups.selected", { count })
            : row
              ? t("groups.on", { name: row.customerName })
              : t("groups.this"),
        choices: onThis.map(choiceOf),
      },
      { id: "views", title: t("groups.views"), choices: views },
      { id: "customers", title: t("groups.customers"), choices: found.choices, isFound: true },
      { id: "settings", title: t("groups.settings"), choices: settings.map(choiceOf) },
      { id: "go", title: t("groups.go"), choices: others.map(choiceOf) },
    ],
    isSearching: found.isSearching,
  };
}

function useActionChoice(row: ListedRow | null, hands: () => Hands): (id: ActionId) => Choice {
  const t = useTranslations("actions");
  const { me } = useDesk();
  return (id) => {
    const deed = deeds[id];
    const key = me.keys[id]?.[0];
    return {
      id,
      label: t(deed?.nameOf?.(row) ?? id),
      ...(deed ? { icon: deed.icon } : {}),
      ...(key && (me.hasKeys || key.startsWith("mod+")) ? { keys: key.split(" ") } : {}),
      run: () => performOn(deeds, id, hands(), row),
    };
  };
}

function useViews(hands: () => Hands): Choice[] {
  const { views } = useDesk();
  return views.map((view) => ({
    id: `view ${view.id}`,
    label: view.name,
    icon: Bookmark,
    run() {
      const place = { view: "queue", sort: view.sort, q: view.query, open: null } as const;
      if (location.pathname === "/queue") hands().go(place);
      else hands().visit(placeHref(place));
    },
  }));
}

/** Customers and their conversations, asked of the server while somebody types. */
function useFound(text: string, hands: () => Hands): { choices: Choice[]; isSearching: boolean } {
  const wanted = useSettled(text.trim());
  const isWorth = wanted.length >= FEWEST_LETTERS || /^#?\d+$/.test(wanted);
  const { data, isFetching } = useQuery({
    queryKey: ["palette", wanted],
    enabled: isWorth,
    staleTime: 10_000,
    gcTime: 60_000,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => searchConversations(wanted, signal),
  });
  const isSearching = text.trim() !== wanted || (isWorth && isFetching);
  if (text.trim() === "" || !isWorth) return { choices: [], isSearching };
  return {
    isSearching,
    choices: (data ?? []).map((row) => ({
      id: `conversation ${row.id}`,
      label: row.customerName,
      aside: `#${row.number} ${row.subject ?? row.excerpt}`,
      lead: <Avatar name={row.customerName} size={20} />,
      run() {
        if (location.pathname === "/queue") hands().go({ open: row.number });
        else hands().visit(`/queue?c=${row.number}`);
      },
    })),
  };
}

/** What was typed, once the fingers rest. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

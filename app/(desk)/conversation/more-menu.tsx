"use client";

import { useTranslations } from "use-intl";
import { Menu } from "@/app/_ui/menu";
import { deeds } from "@/app/(desk)/actions/deeds";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { isOffered } from "@/app/(desk)/actions/perform";
import { type ActionId, actionIds, actionLine } from "@/app/(desk)/actions/table";
import { useHands } from "@/app/(desk)/actions/use-hands";
import type { ListedRow } from "@/lib/conversations/types";

/** Everything that can be done with a conversation, by name, each with its key; from the registry of actions. */
export function MoreMenu({
  row,
  anchor,
  onClose,
}: {
  row: ListedRow;
  anchor: Element | null;
  onClose(): void;
}) {
  const t = useTranslations("conversation");
  const names = useTranslations("actions");
  const keyOf = useKeyOf();
  const hands = useHands();
  const here = { ...hands(), anchor: () => anchor };
  const ids = actionIds().filter((id) => {
    const deed = deeds[id];
    return isAbout(id) && deed && isOffered(id, deed, here, row);
  });
  return (
    <Menu
      anchor={anchor}
      label={t("more")}
      items={ids.map((id) => {
        const keys = keyOf(id);
        return {
          id,
          label: names(deeds[id]?.nameOf?.(row) ?? id),
          ...(deeds[id] ? { icon: deeds[id].icon } : {}),
          ...(keys ? { keys } : {}),
        };
      })}
      onClose={onClose}
      onPick={(picked) => {
        onClose();
        const id = ids.find((one) => one === picked);
        // About this conversation, also while others are selected.
        if (id) void deeds[id]?.run(here, row);
      }}
    />
  );
}

function isAbout(id: ActionId): boolean {
  const { about, group } = actionLine(id);
  return about !== "anywhere" && (group === "answer" || group === "decide");
}

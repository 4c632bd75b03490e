"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Menu } from "@/app/_ui/menu";
import { listSavedReplies } from "@/app/(desk)/calls";
import type { ConversationView } from "@/lib/conversations/types";

/** Texts that are written often, by name; `;` at the start of a word opens them. */
export function SavedReplies({
  view,
  anchor,
  onPick,
  onClose,
}: {
  view: ConversationView;
  anchor: Element | null;
  onPick(text: string): void;
  onClose(): void;
}) {
  const t = useTranslations("composer");
  const { data = [] } = useQuery({
    queryKey: held.savedReplies(view.row.id),
    queryFn: () => listSavedReplies(view.row.id),
    staleTime: 60_000,
  });
  return (
    <Menu
      anchor={anchor}
      label={t("savedReplyList")}
      placeholder={t("savedReplyName")}
      empty={t("noSavedReplies")}
      items={data.map((one) => ({ id: one.id, label: one.name, aside: one.text.slice(0, 60) }))}
      onClose={onClose}
      onPick={(id) => {
        const found = data.find((one) => one.id === id);
        if (found) onPick(fill(found.text, view));
      }}
    />
  );
}

function fill(text: string, view: ConversationView): string {
  return text
    .replaceAll("{name}", view.row.customerName.split(" ")[0] ?? "")
    .replaceAll("{brand}", view.brand.name)
    .replaceAll("{number}", `#${view.row.number}`);
}

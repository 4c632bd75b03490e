"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { useTranslations } from "use-intl";
import { Avatar } from "@/app/_ui/avatar";
import { Menu } from "@/app/_ui/menu";
import { listApprovers } from "@/app/(desk)/calls";
import type { ConversationView } from "@/lib/conversations/types";

const ANYBODY = "anybody";

/** Who reads a reply before it leaves: a colleague by name, or whoever of the seniors comes first. */
export function AskFirst({
  anchor,
  view,
  onPick,
  onClose,
}: {
  anchor: Element | null;
  view: ConversationView;
  onPick(approverId: string | null): void;
  onClose(): void;
}) {
  const t = useTranslations("composer.approval");
  const { data = view.approval.approvers } = useQuery({
    queryKey: ["approvers", view.row.id],
    queryFn: () => listApprovers(view.row.id, "any"),
    staleTime: 60_000,
  });
  const mustAsk = view.approval.reason !== null;
  return (
    <Menu
      anchor={anchor}
      label={t("askTitle")}
      placeholder={t("askTitle")}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        onPick(id === ANYBODY ? null : id);
      }}
      items={[
        ...(mustAsk ? [{ id: ANYBODY, label: t("anybody"), icon: Users }] : []),
        ...data.map((person) => ({
          id: person.id,
          label: person.name,
          lead: <Avatar name={person.name} of="agent" size={20} />,
        })),
      ]}
    />
  );
}

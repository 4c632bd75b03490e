"use client";

import {
  Ban,
  ChevronsDown,
  ChevronsUp,
  Combine,
  Hourglass,
  ListChecks,
  MessageCircle,
  Users,
} from "lucide-react";
import { useTranslations } from "use-intl";
import { Menu, type MenuItem } from "@/app/_ui/menu";
import type { BulkAct } from "@/lib/bulk/act";

type Acts = {
  anchor: Element | null;
  canMerge: boolean;
  onClose(): void;
  onOpen(what: "team" | "noReply" | "merge"): void;
  onStart(act: BulkAct): void;
  onLoaded(): void;
  onEverything(): void;
};

/** What is done less often with a selection, and making it larger. */
export function BarMenu({ anchor, canMerge, onClose, onOpen, onStart, onLoaded, onEverything }: Acts) {
  const t = useTranslations("triage.many");
  const acts: Array<MenuItem & { run(): void }> = [
    { id: "team", label: t("team"), icon: Users, keys: "shift+a", run: () => onOpen("team") },
    { id: "wait", label: t("wait"), icon: Hourglass, keys: "w", run: () => onStart({ verb: "wait" }) },
    { id: "noReply", label: t("noReply"), icon: MessageCircle, keys: "d", run: () => onOpen("noReply") },
    { id: "first", label: t("first"), icon: ChevronsUp, run: () => onStart({ verb: "pin", pin: -1 }) },
    { id: "later", label: t("later"), icon: ChevronsDown, run: () => onStart({ verb: "pin", pin: 1 }) },
    ...(canMerge ? [{ id: "merge", label: t("merge"), icon: Combine, run: () => onOpen("merge") }] : []),
    { id: "spam", label: t("spam"), icon: Ban, keys: "#", run: () => onStart({ verb: "spam" }) },
    { id: "loaded", label: t("loaded"), icon: ListChecks, run: onLoaded },
    { id: "all", label: t("all"), icon: ListChecks, run: onEverything },
  ];
  return (
    <Menu
      anchor={anchor}
      label={t("more")}
      items={acts}
      onClose={onClose}
      onPick={(id) => {
        onClose();
        acts.find((one) => one.id === id)?.run();
      }}
    />
  );
}

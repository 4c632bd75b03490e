"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Menu } from "@/app/_ui/menu";
import { toast } from "@/app/_ui/toast";
import { createView, deleteView, orderViews } from "@/app/(desk)/calls";
import { type DeskView, useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { useViews } from "./use-views";
import { ViewDialog } from "./view-dialog";

/** What can be done with a saved view: its name and who has it, its place, and away with it. */
export function ViewMenu({ view, anchor, onClose }: { view: DeskView; anchor: Element; onClose(): void }) {
  const t = useTranslations("queue.savedView");
  const { me } = useDesk();
  const { views } = useViews();
  const client = useQueryClient();
  const [isChanging, setChanging] = useState(false);
  const at = views.findIndex((one) => one.id === view.id);
  const mayChange = view.shared === "me" || me.canShareViews;

  async function place(to: number) {
    const next = views.filter((one) => one.id !== view.id);
    next.splice(to, 0, view);
    client.setQueryData(held.views, next);
    try {
      await orderViews(next.map((one) => one.id));
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
      void client.invalidateQueries({ queryKey: held.views });
    }
  }

  async function remove() {
    const { name, query, sort, shared, teamId } = view;
    const again = () => {
      client.invalidateQueries({ queryKey: held.views }).catch(() => {});
      client.invalidateQueries({ queryKey: held.viewCounts }).catch(() => {});
    };
    try {
      await deleteView(view.id);
      again();
      const body = {
        name,
        query,
        sort,
        shared: shared === "me" ? ("me" as const) : ("everybody" as const),
        teamId,
      };
      toast({
        tone: "done",
        text: t("deleted", { name }),
        action: { label: t("undo"), run: () => void createView(body).then(again) },
      });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
  }

  if (isChanging) return <ViewDialog view={view} query={view.query} sort={view.sort} onClose={onClose} />;
  return (
    <Menu
      anchor={anchor}
      label={t("menu", { name: view.name })}
      items={[
        ...(mayChange ? [{ id: "change", label: t("change"), icon: Pencil }] : []),
        ...(at > 0 ? [{ id: "up", label: t("up"), icon: ArrowUp }] : []),
        ...(at < views.length - 1 ? [{ id: "down", label: t("down"), icon: ArrowDown }] : []),
        ...(mayChange ? [{ id: "delete", label: t("delete"), icon: Trash2 }] : []),
      ]}
      onPick={(id) => {
        if (id === "change") return setChanging(true);
        if (id === "up") void place(at - 1);
        if (id === "down") void place(at + 1);
        if (id === "delete") void remove();
        onClose();
      }}
      onClose={() => {
        if (!isChanging) onClose();
      }}
    />
  );
}

"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Menu } from "@/app/_ui/menu";
import { toast } from "@/app/_ui/toast";
import { listMacrosFor, undoMacro } from "@/app/(desk)/calls";
import { offerUndo } from "@/app/(desk)/triage/undoable";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView } from "@/lib/conversations/types";
import { DryRun } from "./dry-run";

/** Seconds in which a run can be taken back by `z` or in the toast: as long as a private reply can. */
const UNDO_SECONDS = 10;

/** A macro by its name; then what it would do here, exactly; then all of it, with one undo. */
export function Macro({
  view,
  anchor,
  onText,
  onClose,
}: {
  view: ConversationView;
  anchor: Element | null;
  /** Words for the composer: of a reply that was taken back, or that somebody wants to go on writing. */
  onText(text: string): void;
  onClose(): void;
}) {
  const t = useTranslations("composer.macro");
  const ui = useTranslations("ui");
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data = [], isPending } = useQuery({
    queryKey: held.macros(view.row.id),
    queryFn: () => listMacrosFor(view.row.id),
    staleTime: 60_000,
  });
  const macro = data.find((one) => one.id === chosen);

  function takeBack(eventId: number) {
    undoMacro(eventId).then(
      ({ text, replyHasLeft }) => {
        void client.invalidateQueries({ queryKey: held.conversation(view.row.id) });
        if (text) onText(text);
        toast(
          replyHasLeft
            ? { tone: "failed", text: t("replyHasLeft") }
            : { tone: "done", text: t("undone"), seconds: 5 },
        );
      },
      (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
    );
  }

  if (!macro) {
    return (
      <Menu
        anchor={anchor}
        label={t("choose")}
        placeholder={t("name")}
        empty={isPending ? t("looking") : t("none")}
        items={data.map((one) => ({
          id: one.id,
          label: one.name,
          aside: t("does", {
            reply: one.texts.length > 0 ? "yes" : "no",
            count: one.actions.length,
          }),
        }))}
        onPick={setChosen}
        onClose={onClose}
      />
    );
  }
  return (
    <DryRun
      view={view}
      macroId={macro.id}
      name={macro.name}
      onClose={onClose}
      onText={(text) => {
        onText(text);
        onClose();
      }}
      onRan={({ eventId, done, left }) => {
        onClose();
        void client.invalidateQueries({ queryKey: held.conversation(view.row.id) });
        const run = () => takeBack(eventId);
        offerUndo(run, UNDO_SECONDS);
        toast({
          tone: "done",
          text: t("ran", { name: macro.name, done, left }),
          seconds: UNDO_SECONDS,
          action: { label: ui("undo"), keys: "z", run },
        });
      }}
    />
  );
}

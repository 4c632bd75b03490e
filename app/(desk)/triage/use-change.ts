"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import { foresee, placeRow, unforesee } from "@/app/_live/cache";
import { held } from "@/app/_live/keys";
import { toast } from "@/app/_ui/toast";
import { undo } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import type { QueueRow } from "@/lib/conversations/types";
import { comeBack, sendAway } from "./order";
import { offerUndo } from "./undoable";

const UNDO_SECONDS = 10;

export type Change = {
  row: QueueRow;
  /** What the row will be, as far as we can tell. */
  after: Partial<QueueRow>;
  ask(): Promise<{ eventId: number }>;
  /** What the toast says: what happened, and what comes next. */
  said: string;
  icon?: LucideIcon;
  /** Also done when it is taken back, such as opening the conversation again. */
  onBack?: (() => void) | undefined;
};

/**
 * Changes a row on screen at once and asks the server behind it; the toast offers the way back. When the server
 * refuses, the row returns and the server's own sentence says why.
 */
export function useChange(): (change: Change) => void {
  const client = useQueryClient();
  const { me } = useDesk();
  const t = useTranslations("ui");

  return ({ row, after, ask, said, icon, onBack }) => {
    const hoped: QueueRow = { ...row, ...after };
    sendAway(row.id);
    placeRow(client, hoped, me);
    foresee(client, row, hoped, me);

    const asked = ask();
    asked.then(
      () => client.invalidateQueries({ queryKey: held.conversation(row.id) }),
      (error: unknown) => {
        takeBackHope();
        toast({ tone: "failed", text: wordsOf(error) });
      },
    );

    function takeBackHope() {
      comeBack(row.id);
      unforesee(client, row, hoped, me);
      placeRow(client, row, me);
      void client.invalidateQueries({ queryKey: held.conversation(row.id) });
    }

    function takeBack() {
      comeBack(row.id);
      foresee(client, hoped, row, me);
      placeRow(client, row, me);
      onBack?.();
      asked
        .then(({ eventId }) => undo(eventId))
        .then(() => client.invalidateQueries({ queryKey: held.conversation(row.id) }))
        .catch((error: unknown) => {
          void client.invalidateQueries();
          toast({ tone: "failed", text: wordsOf(error) });
        });
    }

    offerUndo(takeBack, UNDO_SECONDS);
    toast({
      tone: "done",
      text: said,
      icon,
      seconds: UNDO_SECONDS,
      action: { label: t("undo"), keys: "z", run: takeBack },
    });
  };
}

/** The sentence of a failure: the server's own when it answered. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

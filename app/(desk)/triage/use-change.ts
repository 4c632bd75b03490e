"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import { dropHope, keepHope, showHope } from "@/app/_live/cache";
import { held } from "@/app/_live/keys";
import { connectionNow } from "@/app/_live/live";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { undo } from "@/app/(desk)/first-calls";
import type { QueueRow } from "@/lib/conversations/types";
import { comeBack, sendAway } from "./order";
import { offerUndo, withdrawUndo } from "./undoable";

const UNDO_SECONDS = 10;

export type Change = {
  row: QueueRow;
  /** What the row will be, as far as we can tell. */
  after: Partial<QueueRow>;
  ask(): Promise<{ eventId: number; version: number }>;
  /** What the toast says: what happened, and what comes next. */
  said: string;
  icon?: LucideIcon;
  /** Also done when it is taken back, such as opening the conversation again. */
  onBack?: (() => void) | undefined;
  /** What else the toast offers. */
  also?: { label: string; keys?: string; run(): void };
};

/**
 * Changes a row on screen at once and asks the server behind it; the toast offers the way back. When the server
 * refuses or cannot be reached, the row returns and a sentence says why. While the line is down nothing is begun: what
 * is on screen may be old, and a colleague may have answered meanwhile.
 */
export function useChange(): (change: Change) => void {
  const client = useQueryClient();
  const { me } = useDesk();
  const t = useTranslations("ui");
  const live = useTranslations("live");

  return ({ row, after, ask, said, icon, onBack, also }) => {
    if (connectionNow().state === "offline" || navigator.onLine === false) {
      onBack?.();
      toast({ tone: "failed", text: live("notBegun") });
      return;
    }
    const before = fieldsOf(row, after);
    sendAway(row.id);
    const hoped = showHope(client, row, after, me);
    const asked = ask();
    asked.then(
      ({ version }) => {
        keepHope(client, row.id, hoped, version, me);
        void client.invalidateQueries({ queryKey: held.conversation(row.id) });
      },
      (error: unknown) => {
        withdrawUndo(takeBack);
        comeBack(row.id);
        dropHope(client, row.id, hoped, me);
        void client.invalidateQueries({ queryKey: held.conversation(row.id) });
        toast({
          tone: "failed",
          text: wordsOf(error),
          ...(onBack ? { action: { label: live("backTo"), run: onBack } } : {}),
        });
      },
    );

    function takeBack() {
      comeBack(row.id);
      const back = showHope(client, { ...row, ...after }, before, me);
      onBack?.();
      asked
        .then(({ eventId }) => undo(eventId))
        .then(
          ({ version }) => keepHope(client, row.id, back, version, me),
          (error: unknown) => {
            sendAway(row.id);
            dropHope(client, row.id, back, me);
            toast({ tone: "failed", text: wordsOf(error) });
          },
        )
        .finally(() => client.invalidateQueries({ queryKey: held.conversation(row.id) }));
    }

    offerUndo(takeBack, UNDO_SECONDS);
    toast({
      tone: "done",
      text: said,
      icon,
      seconds: UNDO_SECONDS,
      action: { label: t("undo"), keys: "z", run: takeBack },
      ...(also ? { also } : {}),
    });
  };
}

/** What the changed fields were. */
function fieldsOf(row: QueueRow, after: Partial<QueueRow>): Partial<QueueRow> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name in after));
}

/** The sentence of a failure: the server's own when it answered. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

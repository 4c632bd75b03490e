"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { toast } from "@/app/_ui/toast";
import { undo } from "@/app/(desk)/first-calls";
import { offerUndo } from "./undoable";
import { wordsOf } from "./use-change";

const UNDO_SECONDS = 10;

type Act = {
  ask(): Promise<{ eventId: number } | undefined>;
  said: string;
  icon?: LucideIcon;
  /** Conversations to read anew. */
  ids: string[];
  /** The way back, where it is not an event that is undone. */
  back?(): Promise<unknown>;
  also?: { label: string; run(): void };
};

/** Does what only the server can work out, says what became of it, and offers the way back. Says whether it went well. */
export function useActed(): (act: Act) => Promise<boolean> {
  const client = useQueryClient();
  const t = useTranslations("ui");

  return async ({ ask, said, icon, ids, back, also }) => {
    const renew = () => {
      for (const id of ids) void client.invalidateQueries({ queryKey: held.conversation(id) });
    };
    try {
      const done = await ask();
      renew();
      const takeBack = () => {
        const asked = back ? back() : done ? undo(done.eventId) : Promise.resolve();
        asked.then(renew, (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }));
      };
      offerUndo(takeBack, UNDO_SECONDS);
      toast({
        tone: "done",
        text: said,
        icon,
        seconds: UNDO_SECONDS,
        action: { label: t("undo"), keys: "z", run: takeBack },
        ...(also ? { also } : {}),
      });
      return true;
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
      return false;
    }
  };
}

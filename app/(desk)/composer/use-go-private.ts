"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { toast } from "@/app/_ui/toast";
import { goPrivate, saveDraft } from "@/app/(desk)/calls";
import { useGo } from "@/app/(desk)/place";
import { firstName } from "@/app/(desk)/queue/first-name";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView } from "@/lib/conversations/types";
import { wantToWrite } from "./writing-intent";

/** From a public post to the customer's mail, leaving a line for the public behind that tells nothing. */
export function useGoPrivate(view: ConversationView): () => void {
  const t = useTranslations("composer.private");
  const go = useGo();
  const client = useQueryClient();
  const { row } = view;

  return () => {
    goPrivate(row.id).then(
      async ({ number, isNew, publicLine }) => {
        // Only where nothing is being written: words of mine are never replaced.
        if (view.draft === null) {
          const line = { mode: "public" as const, text: publicLine, recipients: null, baseVersion: 0 };
          await saveDraft(row.id, line).catch(() => {});
          void client.invalidateQueries({ queryKey: held.conversation(row.id) });
        }
        go({ open: number });
        wantToWrite("reply");
        toast({
          tone: "done",
          text: t(isNew ? "opened" : "known", { number, name: firstName(row.customerName) }),
        });
      },
      (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
    );
  };
}

"use client";

import { useQuery } from "@tanstack/react-query";
import { MessageCircleQuestion } from "lucide-react";
import { Suspense, useState } from "react";
import { chipClass } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { useNow } from "@/app/_ui/now";
import { useConversation } from "@/app/(desk)/conversation/use-conversation";
import type { AskView } from "@/lib/asks/list-asks";
import type { QueueRow } from "@/lib/conversations/types";
import { askKeys, listAsks } from "./calls";
import { useAskWords } from "./use-ask-words";

const AskList = lazy(async () => ({ default: (await import("./ask-list")).AskList }));

/** Whom we have asked about this conversation: the open questions, else the newest answer. Opens their list. */
export function AskChips({ row }: { row: QueueRow }) {
  const [open, setOpen] = useState(false);
  const asks = useAsks(row.id);
  const waiting = asks.filter((ask) => ask.state === "open");
  const shown = waiting.length > 0 ? waiting : asks.filter((ask) => ask.state === "answered").slice(0, 1);
  return (
    <>
      {shown.map((ask) => (
        <AskChip key={ask.id} ask={ask} onClick={() => setOpen(true)} />
      ))}
      <Suspense fallback={null}>
        {open ? <AskList row={row} asks={asks} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

/** Only a conversation whose story tells of questions is asked for them, and again when it goes on. */
function useAsks(conversationId: string): AskView[] {
  const { data: view } = useConversation(conversationId, null);
  const told = (view?.timeline ?? []).flatMap((item) =>
    item.type === "event" && item.event.startsWith("ask.") ? [item.id] : [],
  );
  const { data } = useQuery({
    queryKey: [...askKeys.of(conversationId), told.at(-1) ?? ""],
    queryFn: () => listAsks(conversationId),
    enabled: told.length > 0,
    placeholderData: (before) => before,
  });
  return told.length > 0 ? (data ?? []) : [];
}

function AskChip({ ask, onClick }: { ask: AskView; onClick(): void }) {
  const words = useAskWords();
  const now = useNow();
  const isLate = ask.state === "open" && ask.dueAt !== null && Date.parse(ask.dueAt) < now;
  return (
    <button
      type="button"
      onClick={onClick}
      className={`${chipClass(isLate ? "now" : "plain")} hover:bg-hover hover:text-ink`}
    >
      <Icon of={MessageCircleQuestion} size={14} />
      {words(ask)}
    </button>
  );
}

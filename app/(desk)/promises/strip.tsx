"use client";

import { HandHeart, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { useDesk } from "@/app/(desk)/desk";
import type { CommitmentView } from "@/lib/commitments/list";
import type { ConversationView, MessageView } from "@/lib/conversations/types";
import { PromiseLine } from "./promise-line";
import { usePromises } from "./use-promises";
import { markedReply, wantPromise } from "./want-promise";

/**
 * Above the composer: the promises of this conversation that are to be kept, what was promised at a counter and is written
 * down nowhere yet, and, while words of ours are marked, the offer to make them a promise.
 */
export function PromiseStrip({ view }: { view: ConversationView }) {
  const t = useTranslations("promises");
  const { me } = useDesk();
  const { data } = usePromises(view);
  const [dropped, setDropped] = useState<readonly string[]>(readDropped);
  const marked = useMarked(view);
  const open = (data ?? []).filter(
    (one) => one.conversationId === view.row.id && (one.state === "open" || one.state === "broken"),
  );
  const offered = me.canTriage && data ? enteredPromise(view, data, dropped) : null;
  if (open.length === 0 && !offered && !marked) return null;

  return (
    <section
      aria-label={t("heading")}
      className="mx-5 mb-2 flex max-h-64 flex-col gap-2 overflow-y-auto rounded-card border border-line bg-surface px-3 py-2 max-desk:mx-3"
    >
      {open.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {open.map((one) => (
            <PromiseLine key={one.id} one={one} view={view} />
          ))}
        </ul>
      ) : null}
      {offered ? (
        <p className="flex items-center gap-2">
          <Icon of={HandHeart} size={15} />
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {t("enteredOffer", { what: offered.what })}
          </span>
          <Button
            onClick={() =>
              wantPromise(view.row, { text: offered.what, due: offered.due, messageId: offered.id })
            }
          >
            {t("add")}
          </Button>
          <IconButton icon={X} label={t("notOne")} onClick={() => setDropped(drop(offered.id, dropped))} />
        </p>
      ) : null}
      {marked ? (
        <Button
          icon={HandHeart}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => wantPromise(view.row)}
        >
          {t("fromMarked", { words: marked })}
        </Button>
      ) : null}
    </section>
  );
}

type Entered = { id: string; what: string; due: string };

/** The first note from the shop or the phone whose promise nobody has written down or turned away. */
function enteredPromise(
  view: ConversationView,
  made: CommitmentView[],
  dropped: readonly string[],
): Entered | null {
  const note = view.timeline.find(
    (item): item is MessageView =>
      item.type === "message" &&
      item.entered?.promised != null &&
      !dropped.includes(item.id) &&
      !made.some((one) => one.messageId === item.id),
  );
  const promised = note?.entered?.promised;
  if (!note || !promised) return null;
  const isAhead = promised.until !== null && Date.parse(promised.until) > Date.now();
  return {
    id: note.id,
    what: promised.what || (promised.words ?? ""),
    due: isAhead ? (promised.words ?? promised.until ?? "") : "",
  };
}

/** What is marked in a reply of ours of this conversation, while it is. */
function useMarked(view: ConversationView): string | null {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    function look() {
      const marked = markedReply();
      const message = view.timeline.find((item) => item.type === "message" && item.id === marked?.messageId);
      const isOurs = message?.type === "message" && /^(reply|call)$/.test(message.kind);
      setWords(marked && isOurs ? marked.text.slice(0, 60) : null);
    }
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [view]);
  return words;
}

const storeKey = "avant-promises-dropped";

function readDropped(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storeKey) ?? "[]");
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

function drop(id: string, before: readonly string[]): string[] {
  const now = [...before, id].slice(-100);
  try {
    localStorage.setItem(storeKey, JSON.stringify(now));
  } catch {
    // A browser that keeps nothing asks again next time.
  }
  return now;
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { SearchX, Unplug } from "lucide-react";
import { memo, Suspense, useDeferredValue, useEffect, useLayoutEffect } from "react";
import { useTranslations } from "use-intl";
import { ApiError } from "@/app/_client/api-error";
import { markRead as holdRead } from "@/app/_live/cache";
import { useViewing } from "@/app/_live/presence";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { lazy } from "@/app/_ui/lazy";
import { markRead } from "@/app/(desk)/calls";
import { Composer } from "@/app/(desk)/composer/composer";
import { setOpenConversation } from "@/app/(desk)/composer/writing-intent";
import { useDesk } from "@/app/(desk)/desk";
import type { ConversationView, ListedRow } from "@/lib/conversations/types";
import { ActionBar } from "./action-bar";
import { Header } from "./header";
import { Timeline } from "./timeline";
import { useConversation } from "./use-conversation";

const HeldCards = lazy(async () => ({
  default: (await import("@/app/(desk)/composer/held-cards")).HeldCards,
}));

const PromiseStrip = lazy(async () => ({
  default: (await import("@/app/(desk)/promises/strip")).PromiseStrip,
}));

const OutreachCard = lazy(async () => ({
  default: (await import("@/app/(desk)/signals/card")).OutreachCard,
}));

/** What was said, what is being said, and what can be decided: the middle of the desk. */
export function Conversation({
  id,
  row,
  drawn,
  onBack,
  onContext,
}: {
  id: string;
  /** The row as the list knows it, so that the head stands before the words have come. */
  row: ListedRow | null;
  drawn: ConversationView | null;
  onBack(): void;
  onContext(): void;
}) {
  const t = useTranslations("conversation");
  const { me } = useDesk();
  const { data: view, error, refetch } = useConversation(id, drawn);
  useViewing(id);
  useLayoutEffect(() => setOpenConversation(id), [id]);
  useReading(view ?? null);

  if (error && !view) {
    const gone = error instanceof ApiError && error.code === "not_found";
    return (
      <EmptyState
        icon={gone ? SearchX : Unplug}
        title={t(gone ? "gone.title" : "failed.title")}
        actions={
          <Button onClick={() => (gone ? onBack() : void refetch())}>
            {t(gone ? "gone.back" : "failed.retry")}
          </Button>
        }
      >
        {gone ? t("gone.text") : error.message}
      </EmptyState>
    );
  }

  const head = view?.row ?? row;
  return (
    <>
      {head ? <Header row={head} onBack={onBack} onContext={onContext} /> : null}
      {view ? (
        <>
          <Timeline key={`timeline-${id}`} view={view} />
          {view.held.length > 0 || view.sharedDraft ? (
            <Suspense fallback={null}>
              <HeldCards key={id} view={view} />
            </Suspense>
          ) : null}
          <Suspense fallback={null}>
            <PromiseStrip key={`promises-${id}`} view={view} />
          </Suspense>
          {view.row.kind === "proactive" ? (
            <Suspense fallback={null}>
              <OutreachCard key={`outreach-${id}`} view={view} />
            </Suspense>
          ) : null}
          {me.canReply || me.canNote ? <Writing view={view} /> : null}
          {head ? <ActionBar row={head} /> : null}
        </>
      ) : (
        <p role="status" className="p-6 text-ink-3">
          {t("loading")}
        </p>
      )}
    </>
  );
}

/**
 * Who goes from one conversation to the next reads before they write: the words are painted first, then the composer of
 * the one before gives way. Until then nothing can be done in it.
 */
function Writing({ view }: { view: ConversationView }) {
  const before = useDeferredValue(view);
  const isBehind = before.row.id !== view.row.id;
  const shown = isBehind ? before : view;
  return (
    <div className="contents" inert={isBehind}>
      <SettledComposer key={shown.row.id} view={shown} />
    </div>
  );
}

const SettledComposer = memo(Composer);

/** What is on screen, and visible, counts as read. */
function useReading(view: ConversationView | null) {
  const client = useQueryClient();
  const id = view?.row.id;
  const newest = view?.row.lastMessageAt;
  const readAt = view?.row.readAt;

  useEffect(() => {
    if (!id || !newest || (readAt && readAt >= newest)) return;
    function read() {
      if (!id || document.hidden) return;
      markRead(id)
        .then(({ readAt: at }) => holdRead(client, id, at))
        // A mark that was not kept shows again as unread: that is all.
        .catch(() => {});
    }
    const timer = setTimeout(read, 400);
    document.addEventListener("visibilitychange", read);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [client, id, newest, readAt]);
}

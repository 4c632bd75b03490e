"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { Suspense, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { held } from "@/app/_live/keys";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { useDay } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { getOlder } from "@/app/(desk)/first-calls";
import { useGo } from "@/app/(desk)/place";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { ConversationView, EventView, MessageView, TimelineItem } from "@/lib/conversations/types";
import { EventLines } from "./event-lines";
import { Message } from "./message";
import { useTimelineScroll } from "./use-timeline-scroll";

const AnswerThere = lazy(async () => ({ default: (await import("./answer-there")).AnswerThere }));
const SideThread = lazy(async () => ({ default: (await import("./side-thread")).SideThread }));

/** Everything that was said, the oldest first; what happened in between folds into one line. */
export function Timeline({ view }: { view: ConversationView }) {
  const t = useTranslations("conversation");
  const groups = useMemo(() => fold(view.timeline), [view.timeline]);
  const { scroller, onScroll } = useTimelineScroll(
    view.row.id,
    view.timeline[0]?.id,
    view.timeline.at(-1)?.id,
  );

  return (
    <div
      ref={scroller}
      role="log"
      aria-label={t("timeline")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a zone that scrolls must be reachable by keyboard.
      tabIndex={0}
      onScroll={onScroll}
      className="scrolls min-h-0 flex-1 outline-offset-[-2px]"
    >
      <div className="flex flex-col gap-5 px-5 py-4 max-desk:px-3">
        {view.older ? <Older view={view} cursor={view.older} /> : <Earlier view={view} />}
        {view.row.subject ? (
          <p className="text-center font-medium text-ink-2" dir="auto">
            {view.row.subject}
          </p>
        ) : null}
        {groups.map((group) =>
          group.type === "message" ? (
            <Message key={group.id} message={group} view={view} />
          ) : group.type === "side" ? (
            <Suspense key={group.messages[0]?.sideThreadId} fallback={null}>
              <SideThread messages={group.messages} view={view} />
            </Suspense>
          ) : (
            <EventLines key={group.events[0]?.id} events={group.events} />
          ),
        )}
        {view.answerThere ? (
          <Suspense fallback={null}>
            <AnswerThere row={view.row} url={view.answerThere} />
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}

type Group =
  | MessageView
  | { type: "events"; events: EventView[] }
  | { type: "side"; messages: MessageView[] };

/** What is said elsewhere in the timeline, by the message itself, needs no line of its own. */
const untold =
  /^(message\.(received|edited|deleted)|reply\.(queued|cancelled|sent|failed|uncertain)|side\.|note\.|call\.|acknowledgement\.|customer\.|conversation\.opened)/;

function fold(timeline: readonly TimelineItem[]): Group[] {
  const groups: Group[] = [];
  for (const item of timeline) {
    if (item.type === "message" && item.sideThreadId !== null) putAside(groups, item);
    else if (item.type === "message") groups.push(item);
    else if (!untold.test(item.event)) {
      const last = groups.at(-1);
      if (last?.type === "events") last.events.push(item);
      else groups.push({ type: "events", events: [item] });
    }
  }
  return groups;
}

/** A talk with a third party stands together, where it began. */
function putAside(groups: Group[], message: MessageView): void {
  for (const group of groups)
    if (group.type === "side" && group.messages[0]?.sideThreadId === message.sideThreadId) {
      group.messages.push(message);
      return;
    }
  groups.push({ type: "side", messages: [message] });
}

/** A long conversation comes from its end; what stands further back is asked for. */
function Older({ view, cursor }: { view: ConversationView; cursor: string }) {
  const t = useTranslations("conversation");
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);

  async function load() {
    setBusy(true);
    try {
      const page = await getOlder(view.row.id, cursor);
      client.setQueryData<ConversationView>(
        held.conversation(view.row.id),
        (now) => now && { ...now, timeline: [...page.items, ...now.timeline], older: page.older },
      );
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
    setBusy(false);
  }

  return (
    <div className="flex justify-center">
      <Button look="plain" disabled={busy} onClick={load}>
        {t("older")}
      </Button>
    </div>
  );
}

function Earlier({ view }: { view: ConversationView }) {
  const t = useTranslations("conversation");
  const day = useDay();
  const go = useGo();
  const earlier = view.customer.conversations.filter((one) => one.lastMessageAt < view.createdAt);
  if (earlier.length === 0) return null;
  return (
    <details className="group">
      <summary className="flex items-center gap-3 text-ink-2 type-meta">
        <span aria-hidden className="h-px flex-1 bg-line" />
        <Icon of={ChevronRight} size={14} className="transition-transform group-open:rotate-90" />
        {t("earlier", { count: earlier.length, day: day(earlier[0]?.lastMessageAt ?? view.createdAt) })}
        <span aria-hidden className="h-px flex-1 bg-line" />
      </summary>
      <ul className="mx-auto mt-2 flex max-w-96 flex-col gap-1">
        {earlier.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => go({ open: one.number })}
              className="flex w-full gap-2 rounded-control px-2 py-1 text-left hover:bg-hover"
            >
              <span className="text-ink-3">#{one.number}</span>
              <span className="truncate" dir="auto">
                {one.subject ?? one.excerpt}
              </span>
              <span className="ml-auto shrink-0 text-ink-3">{day(one.lastMessageAt)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

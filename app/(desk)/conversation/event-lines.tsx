"use client";

import { useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { Time, useMoment } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { undo } from "@/app/(desk)/first-calls";
import { useDueWords } from "@/app/(desk)/promises/use-due-words";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { Json } from "@/lib/channels/channel";
import type { EventView } from "@/lib/conversations/types";

/** What happened between two messages: one line, unfolding into one line each. */
export function EventLines({ events }: { events: EventView[] }) {
  const t = useTranslations("conversation");
  const say = useEventSentence();
  const { me } = useDesk();
  const first = events[0];
  if (!first) return null;
  const words =
    events.length === 1
      ? capitalised(say(first))
      : t("changes", { count: events.length, what: events.map(say).join(", ") });
  return (
    <details className="group text-ink-2 type-meta">
      <summary className="flex items-center gap-3">
        <span aria-hidden className="h-px min-w-4 flex-1 bg-line" />
        <Icon of={ChevronRight} size={13} className="transition-transform group-open:rotate-90" />
        <span className="line-clamp-1 max-w-[75%]">{words}</span>
        <span aria-hidden className="h-px min-w-4 flex-1 bg-line" />
      </summary>
      <ul className="mx-auto mt-2 flex max-w-110 flex-col gap-1">
        {events.map((event) => (
          <li key={event.id} className="flex justify-between gap-4">
            <span>
              {event.actor.name ? <span className="font-medium text-ink">{event.actor.name}: </span> : null}
              {say(event)}
              {event.actor.kind === "rule" && event.event === "conversation.assigned" && me.canTriage ? (
                <UndoRule event={event} />
              ) : null}
            </span>
            <Time at={event.at} className="shrink-0 text-ink-3" />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A rule's choice can be taken back for a day; when somebody has changed it since, the server says so. */
function UndoRule({ event }: { event: EventView }) {
  const t = useTranslations("triage");
  const client = useQueryClient();
  function takeBack() {
    undo(Number(event.id)).then(
      () => void client.invalidateQueries({ queryKey: ["conversation"] }),
      (error: unknown) => toast({ tone: "failed", text: wordsOf(error) }),
    );
  }
  return (
    <button type="button" onClick={takeBack} className="ml-2 font-medium text-accent hover:underline">
      {t("undoRule")}
    </button>
  );
}

/** An event as a fragment that can stand in a list: "assigned to Salma", "tagged refund". */
function useEventSentence(): (event: EventView) => string {
  const t = useTranslations("events");
  const locale = useLocale();
  const { agents, teams, tags } = useDesk();
  const moment = useMoment();
  const promisedDay = useDueWords();
  return ({ event, actor, after }) => {
    // A question, or what an absence gave back, names people beside the conversation's own fields.
    const agent = agents.find((one) => one.id === (after?.assignee_id ?? after?.agentId))?.name;
    const team = teams.find((one) => one.id === (after?.team_id ?? after?.teamId))?.name;
    const moments = [after?.snoozed_until, after?.until].find((one) => typeof one === "string");
    const promised = text(after?.promisedFor);
    const until = promised
      ? promisedDay(promised)
      : typeof moments === "string"
        ? moment(moments)
        : event === "ask.made"
          ? "none"
          : "";
    const values = {
      agent: agent ?? "",
      team: team ?? "",
      until,
      what:
        after && "assignee_id" in after
          ? agent
            ? "agent"
            : "nobody"
          : after && "team_id" in after
            ? team
              ? "team"
              : "noTeam"
            : "nobody",
      pin: String(after?.pin ?? 0),
      tag: tags[text(after?.tagId)] ?? nameIn(after?.reasonNames, locale),
      by: actor.kind,
      author: agents.find((one) => one.id === after?.authorId)?.name ?? "",
      who: agent ? "one" : "team",
      why: text(after?.why),
      reason:
        text(after?.no_reply_reason ?? after?.reason ?? after?.verdict) || (after?.reasonNames ? "" : "none"),
      verb: text(after?.verb),
      rule: text(after?.rule),
      place: after?.elsewhere === true ? "there" : "here",
      number: typeof after?.number === "number" ? String(after.number) : "",
    };
    const words = text(after?.comment);
    return `${t.has(event) ? t(event, values) : event}${words === "" ? "" : ` “${words}”`}`;
  };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** A name that is kept by language; English where there is none. */
function nameIn(names: Json | undefined, locale: string): string {
  if (names === null || typeof names !== "object" || Array.isArray(names)) return "";
  return text(names[locale] ?? names.en);
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

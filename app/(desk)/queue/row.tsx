"use client";

import { AlarmClock, CheckCheck, CircleHelp, Eye, Globe, Lock, UserCheck } from "lucide-react";
import { type MouseEvent, memo, useState } from "react";
import { useTranslations } from "use-intl";
import { latestStatus } from "@/app/_live/cache";
import { useOthers } from "@/app/_live/presence";
import { Avatar } from "@/app/_ui/avatar";
import { ChannelIcon } from "@/app/_ui/channel-icon";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { useChannelIcon, useDesk } from "@/app/(desk)/desk";
import { isAlikeKey } from "@/lib/conversations/alike-key";
import type { ListedRow, Snippet, ViewName } from "@/lib/conversations/types";
import type { Band } from "./bands";
import { firstName } from "./first-name";
import { GroupCount } from "./group-count";
import { Marked } from "./marked";
import { useReason } from "./reason";
import { RowTick } from "./row-tick";
import { type RowTime, useRowTime } from "./row-time";

type RowProps = {
  row: ListedRow;
  band: Band;
  view: ViewName;
  /** Sorted by the longest waiting: the time says so. */
  isByAge: boolean;
  /** Nobody whom anybody may take has waited longer: every fifth that *Take next* gives. */
  isOldest: boolean;
  href: string;
  selected: boolean;
  /** In the tab order: one row at a time is. */
  reachable: boolean;
  /** Counted from 1, of `total` rows; -1 while more can be loaded. */
  place: number;
  total: number;
  /** No longer in this view: kept still because somebody points near it, or about to go. */
  left: "no" | "still" | "fading";
  ruled: boolean;
  /** The words around what was looked for, in place of the first words. */
  snippet: Snippet | null;
  /** How many comments under one post this row stands for, itself included; 1 for most rows. */
  groupCount: number;
  perHour: number | null;
  isUnfolded: boolean;
  onUnfold(key: string): void;
  onOpen(row: ListedRow): void;
  onPoint(id: string): void;
  onAct(action: "mine" | "snooze" | "resolve" | "why" | "due", row: ListedRow, anchor: Element): void;
};

/** One conversation in 60 px: who and where, why and what, one time, whose. */
export const Row = memo(function Row(props: RowProps) {
  const { row, band, view, place, total, href, selected, reachable, left, ruled, onOpen, onPoint, onAct } =
    props;
  const { snippet, groupCount, perHour, isUnfolded, onUnfold, isByAge, isOldest } = props;
  const t = useTranslations("queue");
  const status = useTranslations("conversation.status");
  const { me, agents } = useDesk();
  const keyOf = useKeyOf();
  const iconOf = useChannelIcon();
  const say = useReason();
  const time = useRowTime(row, view, isByAge);
  const writer = useOthers(row.customerId, me.id).find((person) => person.isWriting);
  const assignee = agents.find((agent) => agent.id === row.assigneeId);
  const unread = row.readAt === null || row.readAt < (row.lastCustomerMessageAt ?? row.lastMessageAt);

  // Its buttons are drawn once somebody comes near: a list that is scrolled through shows none of them.
  const [isNear, setNear] = useState(false);

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.button !== 0) return;
    event.preventDefault();
    // Its time says why; a button cannot stand inside a link, and the keyboard has keys for both.
    const at = event.target instanceof Element ? event.target.closest("[data-why]") : null;
    if (at && time.why) onAct(time.why, row, at);
    else onOpen(row);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: see queue-list.tsx.
    <div
      role="listitem"
      aria-posinset={place}
      aria-setsize={total}
      data-line={row.number}
      onPointerEnter={() => {
        setNear(true);
        onPoint(row.id);
      }}
      onFocus={() => setNear(true)}
      className={`group relative mx-1 h-(--row-height) rounded-row ${
        selected
          ? "bg-surface shadow-[inset_0_0_0_1.5px_var(--accent)]"
          : "bg-canvas focus-within:bg-hover hover:bg-hover"
      } ${lefts[left]}`}
    >
      {ruled ? (
        <span
          aria-hidden
          className="absolute top-0 right-2 left-[3.375rem] h-px bg-line group-focus-within:opacity-0 group-hover:opacity-0"
        />
      ) : null}
      <Edge band={band} />
      <a
        href={href}
        onClick={onClick}
        data-row={row.number}
        tabIndex={reachable ? 0 : -1}
        aria-current={selected ? "true" : undefined}
        className="flex h-full items-center gap-2.5 rounded-row pr-2 pl-3 outline-offset-[-2px]"
      >
        <Avatar name={row.customerName} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="flex items-center gap-2">
            <span className={`truncate ${unread ? "font-unread" : "font-medium"}`} dir="auto">
              {groupCount > 1 && !isUnfolded
                ? t(isAlikeKey(row.groupKey) ? "alike" : "people", { count: groupCount })
                : row.customerName}
            </span>
            <span
              className={`flex shrink-0 items-center gap-1 ${row.isPublic ? "text-public" : "text-ink-2"}`}
            >
              <ChannelIcon name={iconOf(row.channelKind)} size={14} />
              <Icon of={row.isPublic ? Globe : Lock} size={13} />
              <span className="sr-only">{row.isPublic ? t("isPublic") : t("isPrivate")}</span>
              {row.isRestricted ? (
                <>
                  <Icon of={Eye} size={14} className="text-ink-2" />
                  <span className="sr-only">{t("isRestricted")}</span>
                </>
              ) : null}
            </span>
            <TimeText time={time} />
          </span>
          <span className="flex items-center gap-2 desk:group-focus-within:pr-34 desk:group-hover:pr-34">
            {left !== "no" ? (
              <span className="shrink-0 font-medium">{status(latestStatus(row.id) ?? "resolved")}</span>
            ) : view === "all" && row.status !== "open" ? (
              <span className="shrink-0 text-ink-3">{status(row.status)}</span>
            ) : row.approvalSince ? (
              <span className="shrink-0 font-medium">
                <Awaiting approverId={row.approverId} />
              </span>
            ) : row.reason ? (
              <span className="shrink-0 font-medium first-letter:uppercase desk:group-focus-within:shrink desk:group-hover:shrink desk:group-focus-within:truncate desk:group-hover:truncate">
                {say(row.reason)}
              </span>
            ) : null}
            {isOldest ? <span className="shrink-0 text-ink-2">{t("oldest")}</span> : null}
            <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto">
              {groupCount > 1 && !isUnfolded && perHour !== null
                ? `${t("perHour", { count: perHour })} · `
                : null}
              {snippet ? <Marked {...snippet} /> : row.excerpt || row.subject}
            </span>
            <span className="flex shrink-0 items-center gap-1.5 desk:group-focus-within:opacity-0 desk:group-hover:opacity-0">
              {writer ? (
                <Writing name={firstName(writer.name)} />
              ) : assignee ? (
                <>
                  <Avatar name={assignee.name} of="agent" size={18} />
                  <span className="sr-only">{t("assignedTo", { name: assignee.name })}</span>
                </>
              ) : null}
              {unread ? (
                <>
                  <span aria-hidden className="size-1.5 rounded-full bg-accent" />
                  <span className="sr-only">{t("unread")}</span>
                </>
              ) : null}
            </span>
          </span>
        </span>
      </a>
      {groupCount > 1 ? (
        <GroupCount row={row} count={groupCount} isUnfolded={isUnfolded} onToggle={onUnfold} />
      ) : me.canTriage ? (
        <RowTick row={row} />
      ) : null}
      {me.canTriage && isNear ? (
        <span className="pointer-events-none absolute right-2 bottom-px flex gap-1 opacity-0 group-focus-within:pointer-events-auto group-focus-within:opacity-100 group-hover:pointer-events-auto group-hover:opacity-100 max-desk:hidden">
          <IconButton
            icon={CircleHelp}
            label={t("act.why")}
            keys={keyOf("why")}
            look="outline"
            tabIndex={-1}
            onClick={(event) => onAct("why", row, event.currentTarget)}
          />
          <IconButton
            icon={UserCheck}
            label={t("act.mine")}
            keys={keyOf("mine")}
            look="outline"
            tabIndex={-1}
            onClick={(event) => onAct("mine", row, event.currentTarget)}
          />
          <IconButton
            icon={AlarmClock}
            label={t("act.snooze")}
            keys={keyOf("snooze")}
            look="outline"
            tabIndex={-1}
            onClick={(event) => onAct("snooze", row, event.currentTarget)}
          />
          <IconButton
            icon={CheckCheck}
            label={t("act.resolve")}
            keys={keyOf("resolve")}
            look="outline"
            tabIndex={-1}
            onClick={(event) => onAct("resolve", row, event.currentTarget)}
          />
        </span>
      ) : null}
    </div>
  );
});

/** Whose yes a reply in this conversation waits for. */
export function Awaiting({ approverId }: { approverId: string | null }) {
  const t = useTranslations("composer.approval");
  const { agents } = useDesk();
  const approver = agents.find((one) => one.id === approverId);
  return approver ? t("awaiting", { name: firstName(approver.name) }) : t("awaitingTeam");
}

export function Writing({ name }: { name: string }) {
  const t = useTranslations("queue");
  return (
    <span className="flex items-center gap-1.5 text-accent">
      <span aria-hidden className="flex gap-0.5">
        {[0, 1, 2].map((dot) => (
          <span key={dot} className="typing-dot size-1 rounded-full bg-current" />
        ))}
      </span>
      {t("isWriting", { name })}
    </span>
  );
}

function TimeText({ time }: { time: RowTime }) {
  const t = useTranslations("conversation");
  return (
    <span
      data-why={time.why}
      data-tip={time.why === "due" ? t("whyDue") : undefined}
      className={`ml-auto shrink-0 pl-1 ${time.why ? "hover:underline" : ""} ${time.isNow ? "text-now" : ""}`}
    >
      {time.text}
    </span>
  );
}

/** Urgency as a shape, since colour is never alone: a full bar, a short one, a dot, nothing. */
function Edge({ band }: { band: Band }) {
  const shape = edges[band];
  return shape ? (
    <span
      aria-hidden
      className={`absolute top-1/2 left-0 grid min-w-1 -translate-y-1/2 place-items-center rounded-full font-semibold text-on-now leading-none ${shape}`}
    >
      {band === "danger" ? "!" : null}
    </span>
  ) : null;
}

const lefts = { no: "", still: "opacity-60", fading: "opacity-0 transition-opacity duration-120" };

const edges: Record<Band, string | null> = {
  danger: "h-12 w-2.5 bg-now",
  first: "h-12 bg-now",
  now: "h-10 bg-now",
  today: "h-5 bg-today",
  week: "h-1 bg-ink-3",
  calm: null,
  later: null,
  outreach: null,
};

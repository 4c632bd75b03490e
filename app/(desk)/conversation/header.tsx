"use client";

import {
  AlarmClock,
  ArrowLeft,
  BadgeCheck,
  CheckCheck,
  Ellipsis,
  Eye,
  Hourglass,
  PanelRight,
  PhoneCall,
  Pin,
  Tag,
  Timer,
  UserRound,
  Users,
} from "lucide-react";
import { type ReactNode, Suspense, useRef, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useOthers } from "@/app/_live/presence";
import { Avatar } from "@/app/_ui/avatar";
import { Chip, chipClass } from "@/app/_ui/chip";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import { useNow } from "@/app/_ui/now";
import { useLeft, useMoment } from "@/app/_ui/time";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { AskChips } from "@/app/(desk)/asks/ask-chips";
import { useDesk } from "@/app/(desk)/desk";
import { firstName } from "@/app/(desk)/queue/first-name";
import { Awaiting, Writing } from "@/app/(desk)/queue/row";
import { useTriage } from "@/app/(desk)/triage/actions";
import type { ListedRow } from "@/lib/conversations/types";

const PrivacyChip = lazy(async () => ({
  default: (await import("@/app/(desk)/privacy/chip")).PrivacyChip,
}));
const DueDialog = lazy(async () => ({ default: (await import("@/app/(desk)/due/due-dialog")).DueDialog }));
const PausedChip = lazy(async () => ({ default: (await import("@/app/(desk)/due/paused-chip")).PausedChip }));
const MoreMenu = lazy(async () => ({ default: (await import("./more-menu")).MoreMenu }));

const HOUR = 3_600_000;

/** Who, how long there is, who else is here; the facts as chips, the decisions as buttons. */
export function Header({ row, onBack, onContext }: { row: ListedRow; onBack(): void; onContext(): void }) {
  const t = useTranslations("conversation");
  const { me } = useDesk();
  const others = useOthers(row.customerId, me.id);
  const now = useNow();
  const left = useLeft()(row.dueAt);
  const [whyFor, setWhyFor] = useState<string | null>(null);
  const isNow = row.dueAt !== null && (left.late || Date.parse(row.dueAt) - now <= HOUR);

  return (
    <header className="flex flex-col gap-1 border-line border-b px-5 pt-1.5 pb-2 max-desk:px-3">
      <div className="flex h-9 items-center gap-2.5">
        <span className="split:hidden">
          <IconButton icon={ArrowLeft} label={t("back")} keys="escape" size={20} onClick={onBack} />
        </span>
        <h2 className="truncate type-zone" dir="auto">
          {row.customerName}
        </h2>
        <span className="text-ink-3 max-desk:hidden">#{row.number}</span>
        {row.dueAt ? (
          <button
            type="button"
            data-tip={t("whyDue")}
            onClick={() => setWhyFor(row.id)}
            className={`${chipClass(isNow ? "now" : "plain")} hover:underline`}
          >
            <Icon of={Timer} size={15} />
            {left.late ? left.text : t(left.kind === "span" ? "left" : "dueOn", { time: left.text })}
            <span className="sr-only">{t("whyDue")}</span>
          </button>
        ) : null}
        <span className="ml-auto flex min-w-0 items-center gap-3">
          {others.slice(0, 2).map((person) => (
            <span key={person.agentId} className="flex items-center gap-2 text-ink-2 max-desk:hidden">
              <Avatar name={person.name} of="agent" size={20} />
              {person.isWriting ? (
                <Writing name={firstName(person.name)} />
              ) : (
                <span className="truncate">{t("isReading", { name: firstName(person.name) })}</span>
              )}
            </span>
          ))}
          <span className="wide:hidden">
            <IconButton icon={PanelRight} label={t("context")} size={18} onClick={onContext} />
          </span>
        </span>
      </div>
      <div className="flex items-center gap-1.5">
        <div className="flex h-6 min-w-0 flex-1 flex-wrap items-center gap-1.5 overflow-hidden">
          <Chips row={row} onDue={() => setWhyFor(row.id)} />
        </div>
        {me.canTriage ? <Decisions row={row} /> : null}
      </div>
      <Suspense fallback={null}>
        {whyFor === row.id ? (
          <DueDialog id={row.id} version={row.version} onClose={() => setWhyFor(null)} />
        ) : null}
      </Suspense>
    </header>
  );
}

const MOST_TAGS = 2;

function Chips({ row, onDue }: { row: ListedRow; onDue(): void }) {
  const t = useTranslations("conversation");
  const triage = useTriage();
  const keyOf = useKeyOf();
  const format = useFormatter();
  const moment = useMoment();
  const now = useNow();
  const { me, agents, teams } = useDesk();
  const assignee = agents.find((agent) => agent.id === row.assigneeId);
  const team = teams.find((one) => one.id === row.teamId);
  return (
    <>
      <Chip>
        {row.status === "snoozed" && row.snoozedUntil
          ? t("snoozedUntil", { time: moment(row.snoozedUntil) })
          : t(`status.${row.status}`)}
      </Chip>
      <ChipButton
        enabled={me.canTriage}
        label={t("assign")}
        keys={keyOf("assign")}
        onClick={(anchor) => triage.choose("assign", row, anchor)}
      >
        {assignee ? <Avatar name={assignee.name} of="agent" size={18} /> : <Icon of={UserRound} size={14} />}
        {assignee ? firstName(assignee.name) : t("nobody")}
      </ChipButton>
      <AskChips key={row.id} row={row} />
      {row.dueAt ? (
        <ChipButton enabled label={t("whyDue")} keys={undefined} onClick={onDue}>
          {t(row.dueKind === "resolution" ? "resolveBy" : "target", {
            time: format.dateTime(new Date(row.dueAt), targetFormat(row.dueAt, now)),
          })}
        </ChipButton>
      ) : row.status === "waiting" || row.status === "snoozed" ? (
        <Suspense fallback={null}>
          <PausedChip row={row} onDue={onDue} />
        </Suspense>
      ) : null}
      {row.approvalSince ? (
        <Chip>
          <Icon of={BadgeCheck} size={14} />
          <Awaiting approverId={row.approverId} />
        </Chip>
      ) : null}
      {row.kind === "privacy" ? (
        <Suspense fallback={null}>
          <PrivacyChip id={row.id} version={row.version} />
        </Suspense>
      ) : null}
      {row.isRestricted ? (
        <Chip>
          <Icon of={Eye} size={14} />
          {t("restricted")}
        </Chip>
      ) : null}
      {row.pin !== 0 ? (
        <Chip>
          <Icon of={Pin} size={14} />
          {t(row.pin < 0 ? "first" : "canWait")}
        </Chip>
      ) : null}
      {row.tags.slice(0, MOST_TAGS).map((tag) => (
        <Chip key={tag}>
          <Icon of={Tag} size={13} />
          {tag}
        </Chip>
      ))}
      {row.tags.length > MOST_TAGS ? <Chip>+{row.tags.length - MOST_TAGS}</Chip> : null}
      {team ? (
        <ChipButton
          enabled={me.canTriage}
          label={t("team")}
          keys={keyOf("team")}
          onClick={(anchor) => triage.choose("team", row, anchor)}
        >
          <Icon of={Users} size={14} />
          {team.name}
        </ChipButton>
      ) : null}
    </>
  );
}

function ChipButton({
  enabled,
  label,
  keys,
  onClick,
  children,
}: {
  enabled: boolean;
  label: string;
  keys: string | undefined;
  onClick(anchor: Element): void;
  children: ReactNode;
}) {
  if (!enabled) return <Chip>{children}</Chip>;
  return (
    <button
      type="button"
      data-tip={label}
      data-tip-keys={keys}
      onClick={(event) => onClick(event.currentTarget)}
      className={`${chipClass()} hover:bg-hover hover:text-ink`}
    >
      {children}
      <span className="sr-only">{label}</span>
    </button>
  );
}

function Decisions({ row }: { row: ListedRow }) {
  const t = useTranslations("conversation");
  const triage = useTriage();
  const keyOf = useKeyOf();
  const more = useRef<HTMLSpanElement>(null);
  const [openFor, setOpenFor] = useState<string | null>(null);
  return (
    <div className="flex shrink-0 items-center gap-0.5">
      <span className="flex max-desk:hidden">
        <IconButton
          icon={CheckCheck}
          label={t(row.status === "resolved" ? "reopen" : "resolve")}
          keys={keyOf("resolve")}
          onClick={() => triage.resolve(row)}
        />
        <IconButton
          icon={AlarmClock}
          label={t("snooze")}
          keys={keyOf("snooze")}
          onClick={(event) => triage.choose("snooze", row, event.currentTarget)}
        />
        <IconButton
          icon={Hourglass}
          label={t("theirTurn")}
          keys={keyOf("theirTurn")}
          onClick={() => triage.theirTurn(row)}
        />
        <IconButton
          icon={Tag}
          label={t("tag")}
          keys={keyOf("tag")}
          onClick={(event) => triage.choose("tag", row, event.currentTarget)}
        />
        <IconButton
          icon={PhoneCall}
          label={t("called")}
          keys={keyOf("called")}
          onClick={() => triage.called(row)}
        />
      </span>
      <span ref={more}>
        <IconButton
          icon={Ellipsis}
          label={t("more")}
          aria-haspopup="listbox"
          onClick={() => setOpenFor(row.id)}
        />
      </span>
      <Suspense fallback={null}>
        {openFor === row.id ? (
          <MoreMenu row={row} anchor={more.current} onClose={() => setOpenFor(null)} />
        ) : null}
      </Suspense>
    </div>
  );
}

/** `now` is the moment that the page was drawn until it has come alive: both sides must write the same. */
function targetFormat(due: string, now: number) {
  const far = Math.abs(Date.parse(due) - now) > 20 * HOUR;
  const hour = { hour: "2-digit", minute: "2-digit" } as const;
  return far ? ({ weekday: "short", day: "numeric", ...hour } as const) : hour;
}

"use client";

import {
  AlarmClock,
  AtSign,
  BadgeCheck,
  CalendarClock,
  CalendarX,
  CircleHelp,
  Eye,
  Frown,
  Gift,
  KeyRound,
  Lock,
  type LucideIcon,
  Megaphone,
  PhoneCall,
  Plug,
  Scale,
  ShieldAlert,
  TrendingUp,
  TriangleAlert,
  Unplug,
  User,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { type MouseEvent, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Go } from "@/app/_ui/go";
import { Icon } from "@/app/_ui/icon";
import { Time } from "@/app/_ui/time";
import { useGo } from "@/app/(desk)/place";
import { placeHref } from "@/app/(desk)/place-of";
import type { NotificationKind } from "@/db/enums";
import type { NotificationView } from "@/lib/notifications/list-notifications";

const icons: Record<NotificationKind, LucideIcon> = {
  assigned: User,
  mentioned: AtSign,
  asked: CircleHelp,
  ask_answered: CircleHelp,
  ask_overdue: AlarmClock,
  approval_asked: BadgeCheck,
  approval_decided: BadgeCheck,
  due_soon: AlarmClock,
  target_missed: AlarmClock,
  escalated: TriangleAlert,
  send_failed: TriangleAlert,
  on_call: PhoneCall,
  followed: Eye,
  safety: ShieldAlert,
  channel_failing: Unplug,
  channel_well: Plug,
  access_ending: KeyRound,
  commitment_due: CalendarClock,
  commitment_broken: CalendarX,
  commitment_given: CalendarClock,
  gesture_asked: Gift,
  gesture_decided: Gift,
  spike_seen: TrendingUp,
  leak_found: Megaphone,
  risk_fallen_back: TriangleAlert,
  privacy_due: Scale,
  unsatisfied: Frown,
};

/** The list behind the bell, beside it: each line opens its conversation, or its channel. */
export function Panel({
  anchor,
  items,
  unread,
  state,
  onRead,
  onClose,
}: {
  anchor: Element | null;
  items: NotificationView[];
  unread: number;
  state: "loading" | "loaded" | "failed";
  onRead(which: { ids: string[] } | { all: true }): void;
  onClose(): void;
}) {
  const t = useTranslations("notices");
  const ui = useTranslations("ui");
  const box = useRef<HTMLDivElement>(null);
  const go = useGo();
  const router = useRouter();

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    const from = anchor?.getBoundingClientRect();
    const { width } = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(from?.left ?? 8, innerWidth - width - 8))}px`;
    element.style.top = `${(from?.bottom ?? 8) + 6}px`;
    element.querySelector<HTMLElement>("a, button")?.focus();
    return () => {
      if (anchor instanceof HTMLElement && element.contains(document.activeElement)) anchor.focus();
    };
  }, [anchor]);

  function open(item: NotificationView, event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    if (item.readAt === null) onRead({ ids: [item.id] });
    onClose();
    if (item.conversation === null) return router.push(hrefOf(item));
    const place = { view: "queue", sort: "left", q: "", open: item.conversation.number } as const;
    if (location.pathname === "/queue") go(place);
    else router.push(placeHref(place));
  }

  return (
    <div
      ref={box}
      popover="auto"
      role="dialog"
      aria-label={t("title")}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
      className="opens fixed m-0 w-[min(22rem,calc(100vw-1rem))] overflow-hidden rounded-card bg-surface p-0 shadow-float"
    >
      <header className="flex items-center justify-between gap-3 border-line border-b py-2 pr-2 pl-4">
        <h2 className="font-semibold">{t("title")}</h2>
        {unread > 0 ? (
          <Button look="plain" onClick={() => onRead({ all: true })}>
            {t("readAll")}
          </Button>
        ) : null}
      </header>
      {items.length === 0 ? (
        <p className="px-4 py-6 text-ink-2">
          {state === "failed" ? t("failed") : state === "loading" ? ui("loading") : t("none")}
        </p>
      ) : (
        <ul className="scrolls max-h-[min(26rem,60dvh)] divide-y divide-line">
          {items.map((item) => (
            <li key={item.id}>
              <Go
                href={hrefOf(item)}
                onClick={(event) => open(item, event)}
                className="flex items-start gap-3 px-4 py-2.5 outline-offset-[-2px] hover:bg-hover"
              >
                <Icon of={icons[item.kind]} className="mt-0.5 text-ink-2" />
                <span className="min-w-0 flex-1">
                  <span className={`block truncate ${item.readAt === null ? "font-semibold" : ""}`}>
                    {t(`kinds.${item.kind}`)}
                  </span>
                  <span className="flex items-center gap-1 text-ink-2 type-meta">
                    {item.conversation?.isRestricted ? <Icon of={Lock} size={12} /> : null}
                    <span className="truncate">
                      {item.conversation
                        ? `${item.conversation.customerName}, #${item.conversation.number}`
                        : item.channel?.name}
                    </span>
                  </span>
                </span>
                <Time at={item.at} className="shrink-0 text-ink-3 type-meta" />
                {item.readAt === null ? (
                  <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
                    <span className="sr-only">{t("unread")}</span>
                  </span>
                ) : null}
              </Go>
            </li>
          ))}
        </ul>
      )}
      <footer className="border-line border-t px-4 py-2">
        <Go href="/settings/notifications" onClick={onClose} className="text-accent hover:underline">
          {t("choose")}
        </Go>
      </footer>
    </div>
  );
}

function hrefOf({ kind, conversation, channel }: NotificationView): string {
  if (conversation) return placeHref({ view: "queue", sort: "left", q: "", open: conversation.number });
  if (channel) return `/settings/channels/${channel.id}`;
  return kind === "spike_seen" ? "/reports/spikes" : "/reports/risk";
}

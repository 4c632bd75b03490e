"use client";

import { AlarmClock, CheckCheck, type LucideIcon, PhoneCall, UserRound } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { useDesk } from "@/app/(desk)/desk";
import { useTriage } from "@/app/(desk)/triage/actions";
import type { QueueRow } from "@/lib/conversations/types";

/** On a phone the decisions stand under the thumb. */
export function ActionBar({ row }: { row: QueueRow }) {
  const t = useTranslations("conversation");
  const triage = useTriage();
  const { me } = useDesk();
  if (!me.canTriage) return null;
  return (
    <nav
      aria-label={t("actions")}
      className="grid h-16 shrink-0 grid-cols-4 border-line border-t bg-canvas desk:hidden"
    >
      <BarButton icon={UserRound} onClick={(anchor) => triage.choose("assign", row, anchor)}>
        {t("short.assign")}
      </BarButton>
      <BarButton icon={AlarmClock} onClick={(anchor) => triage.choose("snooze", row, anchor)}>
        {t("short.snooze")}
      </BarButton>
      <BarButton icon={PhoneCall} onClick={() => triage.called(row)}>
        {t("short.called")}
      </BarButton>
      <BarButton icon={CheckCheck} strong onClick={() => triage.resolve(row)}>
        {t(row.status === "resolved" ? "short.reopen" : "short.resolve")}
      </BarButton>
    </nav>
  );
}

function BarButton({
  icon,
  strong = false,
  onClick,
  children,
}: {
  icon: LucideIcon;
  strong?: boolean;
  onClick(anchor: Element): void;
  children: string;
}) {
  return (
    <button
      type="button"
      onClick={(event) => onClick(event.currentTarget)}
      className={`flex flex-col items-center justify-center gap-1 type-meta ${strong ? "font-medium text-accent" : "text-ink-2"}`}
    >
      <Icon of={icon} size={20} />
      {children}
    </button>
  );
}

"use client";

import { Globe, Lock, type LucideIcon, StickyNote } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import type { ReplyWay } from "@/lib/conversations/types";

export type Mode = "public" | "private" | "note";

/** Private first where we hold an address; the note is always there. */
export function availableModes(
  ways: readonly ReplyWay[],
  me: { canReply: boolean; canNote: boolean },
): Mode[] {
  const modes: Mode[] = [];
  if (me.canReply && ways.some((way) => way.mode === "private")) modes.push("private");
  if (me.canReply && ways.some((way) => way.mode === "public")) modes.push("public");
  if (me.canNote) modes.push("note");
  return modes;
}

/** Who reads it: to everybody, to the customer alone, to the team. */
export function ModeTabs({
  modes,
  current,
  onChoose,
}: {
  modes: readonly Mode[];
  current: Mode;
  onChoose(mode: Mode): void;
}) {
  const t = useTranslations("composer");
  return (
    <div role="tablist" aria-label={t("modes")} className="flex items-end gap-1">
      {modes.map((mode) => (
        <Tab key={mode} mode={mode} current={mode === current} onClick={() => onChoose(mode)} />
      ))}
    </div>
  );
}

function Tab({ mode, current, onClick }: { mode: Mode; current: boolean; onClick(): void }) {
  const t = useTranslations("composer.mode");
  return (
    <button
      type="button"
      role="tab"
      aria-selected={current}
      onClick={onClick}
      className={`flex h-8 items-center gap-1.5 rounded-t-control px-2.5 font-medium max-desk:h-11 ${
        current ? tabs[mode] : "text-ink-2 hover:text-ink"
      }`}
    >
      <Icon of={icons[mode]} size={15} />
      <span className="max-desk:hidden">{t(mode)}</span>
      <span className="desk:hidden">{t(`short.${mode}`)}</span>
    </button>
  );
}

const icons: Record<Mode, LucideIcon> = { public: Globe, private: Lock, note: StickyNote };
const tabs: Record<Mode, string> = {
  public: "bg-surface font-semibold text-public",
  private: "bg-surface font-semibold text-accent",
  note: "rounded-none border-note border-b-2 font-semibold text-note",
};

"use client";

import { AlarmClock, CalendarCheck, MessageCircleReply } from "lucide-react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { Menu } from "@/app/_ui/menu";
import { readDate } from "@/lib/text/dates";
import { snoozeChoices } from "./snooze-choices";

/** As long as a conversation may sleep where only the customer is to wake it. */
const LONGEST_MS = 365 * 86_400_000;
const UNTIL_THEY_WRITE = "until they write";

/**
 * When it comes back: a time in words ("tomorrow 9", "vendredi 14h") that is said back while it is typed, or one of the
 * usual ones. The customer's next message wakes it in any case. `words` is null where nothing else is to wake it.
 */
export function SnoozeChoice({
  anchor,
  onClose,
  onSnooze,
}: {
  anchor: Element | null;
  onClose(): void;
  onSnooze(until: string, words: string | null): void;
}) {
  const t = useTranslations("triage");
  const zone = useTimeZone() ?? "UTC";
  const format = useFormatter();
  const now = new Date();
  const choices = snoozeChoices(now, zone);
  const say = (at: Date) => format.dateTime(at, whenFormat);

  function pick(id: string) {
    onClose();
    if (id === UNTIL_THEY_WRITE) onSnooze(new Date(Date.now() + LONGEST_MS).toISOString(), null);
    else onSnooze(id, say(new Date(id)));
  }

  return (
    <Menu
      anchor={anchor}
      label={t("snooze")}
      placeholder={t("snoozeHint")}
      empty={t("snoozeNotUnderstood")}
      onClose={onClose}
      onPick={pick}
      create={(text) => {
        const found = readDate(text, { now: new Date(), zone });
        if (!found) return null;
        return {
          id: found.at.toISOString(),
          label: t("untilWords", { time: say(found.at) }),
          icon: CalendarCheck,
        };
      }}
      items={[
        ...choices.map((choice) => ({
          id: choice.at.toISOString(),
          label: t(`snoozeUntil.${choice.name}`),
          aside: say(choice.at),
          icon: AlarmClock,
        })),
        { id: UNTIL_THEY_WRITE, label: t("snoozeUntilWrites"), icon: MessageCircleReply },
      ]}
    />
  );
}

const whenFormat = {
  weekday: "long",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;

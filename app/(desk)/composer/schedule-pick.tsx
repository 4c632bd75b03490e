"use client";

import { AlarmClock, CalendarCheck, MessageCircleReply } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Menu } from "@/app/_ui/menu";
import { zoneName } from "@/app/_ui/zone-name";
import type { Later } from "@/app/(desk)/calls";
import { firstName } from "@/app/(desk)/queue/first-name";
import type { ConversationView } from "@/lib/conversations/types";
import { readDate } from "@/lib/text/dates";

const OTHERWISE = "if they write";

/**
 * When a reply leaves: the usual hours or a time in words, in the customer's zone where it is known, else in the
 * brand's, and said which. If they write first it does not leave, unless that is switched here.
 */
export function SchedulePick({
  anchor,
  view,
  ifTheyWrite,
  onPick,
  onClose,
}: {
  anchor: Element | null;
  view: ConversationView;
  ifTheyWrite: Later["ifTheyWrite"];
  onPick(later: Later): void;
  onClose(): void;
}) {
  const t = useTranslations("composer.schedule");
  const format = useFormatter();
  const [otherwise, setOtherwise] = useState(ifTheyWrite);
  const zone = view.zone.name;
  const name = firstName(view.row.customerName);
  const where = { now: new Date(), zone };
  const say = (at: Date) => format.dateTime(at, { ...whenFormat, timeZone: zone });
  const usual = presets.flatMap(({ words, key }) => {
    const found = readDate(words, where);
    return found ? [{ key, at: found.at }] : [];
  });

  return (
    <Menu
      anchor={anchor}
      label={t(view.zone.of === "customer" ? "inTheirZone" : "inOurZone", {
        name,
        zone: zoneName(zone),
      })}
      placeholder={t("hint")}
      empty={t("notUnderstood")}
      onClose={onClose}
      onPick={(id) => {
        if (id === OTHERWISE) return setOtherwise(otherwise === "cancel" ? "send" : "cancel");
        onClose();
        onPick({ sendAt: id, zone, ifTheyWrite: otherwise });
      }}
      create={(text) => {
        const found = readDate(text, { now: new Date(), zone });
        return found
          ? { id: found.at.toISOString(), label: t("at", { time: say(found.at) }), icon: CalendarCheck }
          : null;
      }}
      items={[
        ...usual.map(({ key, at }) => ({
          id: at.toISOString(),
          label: t(`presets.${key}`),
          aside: say(at),
          icon: AlarmClock,
        })),
        {
          id: OTHERWISE,
          label: t("cancelIfTheyWrite", { name }),
          icon: MessageCircleReply,
          chosen: otherwise === "cancel",
        },
      ]}
    />
  );
}

const presets = [
  { words: "in 1 hour", key: "hour" },
  { words: "tomorrow 9:00", key: "tomorrow" },
  { words: "tomorrow 14:00", key: "afternoon" },
  { words: "monday 9:00", key: "monday" },
] as const;

const whenFormat = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;

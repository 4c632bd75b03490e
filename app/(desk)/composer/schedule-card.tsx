"use client";

import { Clock, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import { zoneName } from "@/app/_ui/zone-name";
import { moveHeld, sendHeldNow, withdrawHeld } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import { usePause } from "@/app/(desk)/pauses/use-pause";
import { firstName } from "@/app/(desk)/queue/first-name";
import type { ConversationView, HeldView } from "@/lib/conversations/types";
import { SchedulePick } from "./schedule-pick";
import { useHeld } from "./use-held";

/** A reply that waits for its hour, or that did not leave at it: when, in whose zone, and what can be done. */
export function ScheduleCard({ held, view }: { held: HeldView; view: ConversationView }) {
  const t = useTranslations("composer.schedule");
  const format = useFormatter();
  const { me } = useDesk();
  const ask = useHeld(view.row.id);
  const pause = usePause();
  const moment = useMoment();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const may = new Set(held.may);
  const name = firstName(view.row.customerName);
  const isStopped = held.state === "stopped";
  const zone = held.zone ?? view.zone.name;
  const time = held.sendAt ? format.dateTime(new Date(held.sendAt), { ...whenFormat, timeZone: zone }) : "";
  const why = stops.find((code) => code === held.stopCode) ?? "other";

  return (
    <section
      aria-label={t("title")}
      className={`mx-4 mb-3 rounded-card border bg-surface px-4 py-3 max-desk:mx-2.5 ${isStopped ? "border-now" : "border-line-strong"}`}
    >
      <p className="flex flex-wrap items-center gap-2 font-semibold" role={isStopped ? "alert" : undefined}>
        <Icon of={isStopped ? TriangleAlert : Clock} size={16} className={isStopped ? "text-now" : ""} />
        {isStopped ? t("stopped", { why, name }) : t("leaves", { time, name })}
        {isStopped ? null : (
          <span className="font-normal text-ink-2 type-meta">
            {t("zone", { zone: zoneName(zone) })} · {t(`ifTheyWrite.${held.ifTheyWrite}`, { name })}
            {held.author.id === me.id ? "" : ` · ${held.author.name}`}
            {held.decidedBy ? ` · ${t("approvedBy", { name: firstName(held.decidedBy.name) })}` : ""}
          </span>
        )}
      </p>
      <p className="words mt-1 line-clamp-3 max-w-[68ch] text-ink-2 type-message" dir="auto">
        {held.text}
      </p>
      {isStopped ? <p className="mt-1 text-ink-2">{t("kept")}</p> : null}
      {!isStopped && pause && held.sendAt !== null && held.sendAt < pause.until ? (
        <p className="mt-1 text-today">{t("paused", { time: moment(pause.until) })}</p>
      ) : null}
      {ask.newer ? (
        <p role="alert" className="mt-1 text-now">
          {t("newer", { by: ask.newer.by, text: ask.newer.excerpt })}
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {may.has("move") ? (
          <Button onClick={(event) => setAnchor(event.currentTarget)}>{t("move")}</Button>
        ) : null}
        {may.has("send_now") ? (
          <Button
            disabled={ask.isBusy}
            onClick={() => void ask.run(() => sendHeldNow(held.id, ask.newer?.seen ?? null))}
          >
            {t(ask.newer ? "allTheSame" : "now")}
          </Button>
        ) : null}
        {may.has("withdraw") ? (
          <Button disabled={ask.isBusy} onClick={() => void ask.run(() => withdrawHeld(held.id))}>
            {t(isStopped ? "dismiss" : "takeBack")}
          </Button>
        ) : null}
      </div>
      {anchor ? (
        <SchedulePick
          anchor={anchor}
          view={view}
          ifTheyWrite={held.ifTheyWrite}
          onClose={() => setAnchor(null)}
          onPick={(later) => void ask.run(() => moveHeld(held.id, later))}
        />
      ) : null}
    </section>
  );
}

const stops = ["wrote", "answered", "paused"] as const;

const whenFormat = {
  weekday: "long",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;

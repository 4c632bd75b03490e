"use client";

import { useQuery } from "@tanstack/react-query";
import { Coffee, MessageCircleQuestion, PhoneForwarded, UserCheck } from "lucide-react";
import { Suspense, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { lazy } from "@/app/_ui/lazy";
import { useMoment } from "@/app/_ui/time";
import { askKeys, listMyAsks } from "@/app/(desk)/asks/calls";
import { RailWriteDown } from "@/app/(desk)/by-hand/rail-button";
import { useDesk } from "@/app/(desk)/desk";
import { useAvailability } from "./use-availability";

const AwayDialog = lazy(async () => ({ default: (await import("./away-dialog")).AwayDialog }));
const MyAsks = lazy(async () => ({ default: (await import("@/app/(desk)/asks/my-asks")).MyAsks }));

const LOOK_AGAIN_MS = 60_000;

/** At the foot of the rail: who is on call, what I am asked, and whether I am here. */
export function RailDuty() {
  const t = useTranslations("duty");
  const asks = useTranslations("asks");
  const moment = useMoment();
  const { me } = useDesk();
  const known = useAvailability();
  const { data: mine = [] } = useQuery({
    queryKey: askKeys.mine,
    queryFn: listMyAsks,
    enabled: me.canNote,
    refetchInterval: LOOK_AGAIN_MS,
  });
  const [open, setOpen] = useState<"away" | "asks" | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const away = known?.me.awaySince ? known.me : null;
  const onCall = known?.onCall ?? [];
  const state = away
    ? away.awayUntil
      ? t("awayUntil", { time: moment(away.awayUntil) })
      : t("away")
    : t("available");

  return (
    <>
      <RailWriteDown />
      {onCall.length > 0 ? (
        <p
          className="flex h-7 items-center gap-2.5 px-2 text-ink-2"
          data-tip={onCall
            .map((one) => t("onCallUntil", { name: one.name, time: moment(one.until) }))
            .join(" · ")}
        >
          <Icon of={PhoneForwarded} />
          <span className="truncate max-rail:sr-only">
            {t("onCall", { names: onCall.map((one) => one.name.split(" ")[0]).join(", ") })}
          </span>
        </p>
      ) : null}
      {mine.length > 0 ? (
        <button
          type="button"
          onClick={() => setOpen("asks")}
          data-tip={asks("mine")}
          className={`${line} font-medium text-ink`}
        >
          <Icon of={MessageCircleQuestion} />
          <span className="truncate max-rail:sr-only">{asks("count", { count: mine.length })}</span>
        </button>
      ) : null}
      <button
        ref={button}
        type="button"
        onClick={() => setOpen("away")}
        data-tip={t("availability")}
        aria-haspopup="dialog"
        className={line}
      >
        <Icon of={away ? Coffee : UserCheck} className={away ? "text-today" : ""} />
        <span className="sr-only">{t("availability")}: </span>
        <span className="truncate max-rail:sr-only">{state}</span>
      </button>
      <Suspense fallback={null}>
        {open === "away" && known ? <AwayDialog now={known.me} onClose={() => setOpen(null)} /> : null}
        {open === "asks" ? <MyAsks onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </>
  );
}

const line =
  "flex h-7 w-full items-center gap-2.5 rounded-control px-2 text-left text-ink-2 transition-colors hover:bg-hover hover:text-ink";

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Pause } from "lucide-react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import { toast } from "@/app/_ui/toast";
import { useDesk } from "@/app/(desk)/desk";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import { pauseKey, usePause } from "./use-pause";

/** That everything automatic stands still, until when, why, and what waits because of it. Nobody can put it away. */
export function PauseBanner() {
  const t = useTranslations("pauses");
  const moment = useMoment();
  const { me } = useDesk();
  const client = useQueryClient();
  const pause = usePause();

  async function end() {
    try {
      await api("DELETE /pauses");
      toast({ tone: "done", text: t("ended"), seconds: 6 });
    } catch (error) {
      toast({ tone: "failed", text: wordsOf(error) });
    }
    void client.invalidateQueries({ queryKey: pauseKey });
  }

  if (!pause) return null;
  return (
    <section
      aria-label={t("region")}
      aria-live="polite"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b bg-note-soft px-4 py-1.5 print:hidden"
    >
      <Icon of={Pause} size={16} className="text-note" />
      <p className="min-w-0 flex-1">
        <strong className="font-semibold">{t("paused", { until: moment(pause.until) })}</strong>{" "}
        {pause.because ? `${pause.because} ` : null}
        <span className="text-ink-2">
          {pause.by ? `${t("by", { name: pause.by.name })} ` : null}
          {pause.held.all > 0 ? t("held", { all: pause.held.all, mine: pause.held.mine }) : null}
        </span>
      </p>
      {me.canPause ? <Button onClick={() => void end()}>{t("end")}</Button> : null}
    </section>
  );
}

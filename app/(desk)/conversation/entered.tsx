"use client";

import { HandHeart } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { useMoment } from "@/app/_ui/time";
import type { Entered as EnteredWords } from "@/lib/channels/channel";

/** Below a note from the shop or the phone: who wrote it down, and what they promised on the spot. */
export function Entered({ entered }: { entered: EnteredWords }) {
  const t = useTranslations("byHand");
  const moment = useMoment();
  const { by, place, promised } = entered;
  const until = promised?.until ? moment(promised.until) : promised?.words;
  return (
    <div className="flex flex-col gap-1">
      {promised ? (
        <p className="flex items-start gap-1.5 text-ink-2">
          <Icon of={HandHeart} size={15} className="mt-0.5 shrink-0" />
          <span className="words" dir="auto">
            <strong className="font-semibold">{t("promised")}</strong> {promised.what}
            {until ? ` · ${t("promisedUntil", { time: until })}` : ""}
          </span>
        </p>
      ) : null}
      <p className="text-ink-3 type-meta">{t(`entered.${place}`, { name: by.name })}</p>
    </div>
  );
}

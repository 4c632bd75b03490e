"use client";

import { HandHeart, Phone } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { useDueWords } from "@/app/(desk)/promises/use-due-words";
import type { EnteredView } from "@/lib/conversations/types";

/** Below a note from the shop or the phone: who wrote it down, and what they promised on the spot. */
export function Entered({ entered, address }: { entered: EnteredView; address: string | null }) {
  const t = useTranslations("byHand");
  const dueWords = useDueWords();
  const { by, place, promised } = entered;
  const until = promised?.promisedFor ? dueWords(promised.promisedFor) : promised?.words;
  const phone = address !== null && !address.includes("@") && /\d{4}/.test(address) ? address : null;
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
      {phone ? (
        <a
          href={`tel:${phone.replace(/[^\d+]/g, "")}`}
          className="flex w-fit items-center gap-1.5 text-accent hover:underline max-desk:min-h-11"
        >
          <Icon of={Phone} size={15} />
          {t("callBack", { phone })}
        </a>
      ) : null}
      <p className="text-ink-3 type-meta">{t(`entered.${place}`, { name: by.name })}</p>
    </div>
  );
}

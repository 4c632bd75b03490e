"use client";

import { CornerUpLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import { useNow } from "@/app/_ui/now";
import { useLasted } from "@/app/_ui/time";
import { useGo } from "@/app/(desk)/place";
import { firstName } from "@/app/(desk)/queue/first-name";
import type { ConversationView } from "@/lib/conversations/types";
import type { StopAnswer } from "./before-send";

/** We hold their history: they should not have to tell it again. A warning that stops nothing. */
export function RedirectPanel({
  view,
  known,
  answer,
}: {
  view: ConversationView;
  known: { number: number | null; at: string };
  answer: StopAnswer;
}) {
  const t = useTranslations("composer.redirect");
  const lasted = useLasted();
  const now = useNow();
  const go = useGo();
  const { number } = known;
  return (
    <section
      role="alertdialog"
      aria-label={t("label")}
      className="mx-4 mb-3 flex shrink-0 gap-3 rounded-card border border-line-strong bg-surface p-4 max-desk:mx-2.5"
    >
      <Icon of={CornerUpLeft} size={18} className="mt-0.5 text-today" />
      <div className="flex flex-col gap-2.5">
        <p className="font-semibold">
          {t("wrote", {
            name: firstName(view.row.customerName),
            ago: lasted(Date.parse(known.at), Math.max(now, Date.parse(known.at))),
          })}
        </p>
        <p className="text-ink-2">{t("again")}</p>
        <div className="flex flex-wrap gap-2">
          {number === null ? (
            <Button look="accent" onClick={answer.edit}>
              {t("edit")}
            </Button>
          ) : (
            <Button look="accent" onClick={() => go({ open: number })}>
              {t("answerThere", { number })}
            </Button>
          )}
          <Button onClick={answer.goOn}>{t("asIs")}</Button>
        </div>
      </div>
    </section>
  );
}

"use client";

import { EyeOff } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Icon } from "@/app/_ui/icon";
import type { StopAnswer } from "./before-send";
import { Frame } from "./frame";

/** A note calls somebody who may not see this conversation: they would not hear of it. */
export function UnseenMention({ names, answer }: { names: readonly string[]; answer: StopAnswer }) {
  const t = useTranslations("composer.unseen");
  return (
    <Frame mode="note">
      <div role="alert" className="flex flex-col gap-3 p-4">
        <p className="flex items-center gap-2.5 font-semibold">
          <Icon of={EyeOff} size={18} className="text-note" />
          {t("title", { count: names.length, names: names.join(", ") })}
        </p>
        <p className="text-ink-2">{t("text")}</p>
        <div className="flex flex-wrap gap-2">
          <Button look="note" onClick={answer.edit}>
            {t("edit")}
          </Button>
          <Button onClick={answer.goOn}>{t("anyway")}</Button>
        </div>
      </div>
    </Frame>
  );
}

"use client";

import { useTranslations } from "use-intl";
import type { TargetLine } from "@/lib/targets/named";
import { useDueWords } from "./use-due-words";

/** A target in one sentence: how long, for what, since when and by whom. */
export function TargetWords({ target }: { target: TargetLine }) {
  const t = useTranslations("due");
  const { since, lasts } = useDueWords(null);
  const time = lasts(target.seconds);
  const what = useScopeWords()(target);
  const at = since(target.validFrom);
  return target.by ? t("targetBy", { time, what, at, by: target.by }) : t("target", { time, what, at });
}

type Scope = Pick<TargetLine, "brandName" | "channelName" | "tagName" | "pin" | "band">;

/** "Marmelune, tag urgent, put first", or "everything". */
export function useScopeWords(): (scope: Scope) => string {
  const t = useTranslations("due.scope");
  return ({ brandName, channelName, tagName, pin, band }) => {
    const parts = [
      channelName ?? brandName,
      tagName === null ? null : t("tag", { name: tagName }),
      pin === null ? null : t(`pin.${pin === -1 ? "first" : pin === 1 ? "later" : "asItComes"}`),
      band === null ? null : t(`band.${band}`),
    ].filter((part) => part !== null);
    return parts.length === 0 ? t("everything") : parts.join(", ");
  };
}

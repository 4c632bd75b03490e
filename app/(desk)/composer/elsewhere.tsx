"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import type { Draft } from "./use-draft";

/** Two windows of one person: both texts are there until one of them is chosen. */
export function Elsewhere({ draft }: { draft: Draft }) {
  const t = useTranslations("composer.elsewhere");
  if (!draft.elsewhere) return null;
  return (
    <div role="alert" className="flex flex-col gap-1.5 rounded-control border border-today px-2.5 py-2">
      <p className="font-medium">{t("said")}</p>
      <p className="line-clamp-2 text-ink-2 type-message" dir="auto">
        {draft.elsewhere.text}
      </p>
      <span className="flex flex-wrap gap-2">
        <Button onClick={() => draft.choose("mine")}>{t("mine")}</Button>
        <Button onClick={() => draft.choose("other")}>{t("other")}</Button>
      </span>
    </div>
  );
}

"use client";

import { NotebookPen } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { useKeyOf } from "@/app/(desk)/actions/keyboard";
import { useDesk } from "@/app/(desk)/desk";
import { askEntry } from "./ask-entry";

/** In the rail: write down what somebody said in the shop or on the phone. */
export function RailWriteDown() {
  const t = useTranslations("byHand");
  const { me } = useDesk();
  const keyOf = useKeyOf();
  if (!me.canNote) return null;
  return (
    <button
      type="button"
      data-tip={t("title")}
      data-tip-keys={keyOf("writeDown")}
      onClick={() => askEntry("note")}
      className="flex h-7.5 w-full items-center gap-2.5 rounded-control px-2 text-ink-2 hover:bg-hover hover:text-ink max-rail:justify-center"
    >
      <Icon of={NotebookPen} />
      <span data-tip-label className="truncate max-rail:sr-only">
        {t("short")}
      </span>
    </button>
  );
}

"use client";

import type { RefObject } from "react";
import { useTranslations } from "use-intl";
import type { Gap } from "@/lib/text/variables";

/** What has to be filled in before this can leave; each name leads to its place. */
export function Gaps({
  gaps,
  field,
}: {
  gaps: readonly Gap[];
  field: RefObject<HTMLTextAreaElement | null>;
}) {
  const t = useTranslations("composer");
  const nameOf = useVariableName();
  const first = gaps[0];
  if (!first) return null;
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-2 text-now type-meta">
      {t("fillIn", { count: gaps.length })}
      {gaps.slice(0, 4).map((gap) => (
        <button
          key={gap.from}
          type="button"
          onClick={() => {
            field.current?.focus();
            field.current?.setSelectionRange(gap.from, gap.to);
          }}
          className="min-h-6 rounded-key px-1 font-medium underline underline-offset-2 hover:bg-now-soft max-desk:min-h-11"
        >
          {nameOf(gap.name)}
        </button>
      ))}
    </p>
  );
}

/** "order number" for customer.order; a fact of the customer's goes by its own name. */
export function useVariableName(): (variable: string) => string {
  const t = useTranslations("composer.variable");
  return (variable) => {
    const key = variable.replace(".", "_");
    return t.has(key) ? t(key) : variable.replace(/^customer\./, "").replaceAll("_", " ");
  };
}

"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import type { Band } from "./bands";

/** Where a band of the list begins: its name, how many stand in it, its hour. */
export const Heading = memo(function Heading({ band, count }: { band: Band; count: number }) {
  const t = useTranslations("queue");
  return (
    // biome-ignore lint/a11y/useSemanticElements: see queue-list.tsx.
    <div role="listitem">
      <h2 className="flex h-7 items-center gap-2 px-4 type-row">
        <span aria-hidden className={`h-2.5 w-1 rounded-full ${marks[band]}`} />
        <span className="font-semibold">{t(`bands.${band}`)}</span>
        <span className="text-ink-3">{count}</span>
        <span aria-hidden className="h-px flex-1 bg-line" />
        <span className="text-ink-3">{t(`hours.${band}`)}</span>
      </h2>
    </div>
  );
});

const marks: Record<Band, string> = {
  danger: "bg-now !w-2",
  first: "bg-now",
  now: "bg-now",
  today: "bg-today",
  week: "bg-ink-3 !h-1",
  calm: "!w-0",
  later: "!w-0",
  outreach: "!w-0",
};

"use client";

import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { selectTo, toggle, useIsSelected, useIsSelecting } from "@/app/(desk)/triage/selection";
import type { ListedRow } from "@/lib/conversations/types";

/** Takes the place of the initials while somebody points at the row, stands in it, or selects: a tick for many at once. */
export function RowTick({ row }: { row: ListedRow }) {
  const t = useTranslations("queue");
  const ticked = useIsSelected(row.id);
  const selecting = useIsSelecting();

  function onClick(event: MouseEvent) {
    if (event.shiftKey) selectTo(row);
    else toggle(row);
  }

  return (
    <label
      className={`absolute top-1/2 left-2.5 grid size-9 -translate-y-1/2 cursor-pointer place-items-center rounded-row bg-inherit max-desk:hidden ${
        ticked || selecting
          ? ""
          : "pointer-events-none opacity-0 group-focus-within:pointer-events-auto group-focus-within:opacity-100 group-hover:pointer-events-auto group-hover:opacity-100"
      }`}
    >
      <input
        type="checkbox"
        checked={ticked}
        readOnly
        tabIndex={-1}
        onClick={onClick}
        aria-label={t("tick", { name: row.customerName })}
        className="size-4.5 accent-accent"
      />
    </label>
  );
}

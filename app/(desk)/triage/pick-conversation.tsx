"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { TextField } from "@/app/_ui/field";
import { useDay } from "@/app/_ui/time";
import { searchConversations } from "@/app/(desk)/calls";
import { useConversation } from "@/app/(desk)/conversation/use-conversation";
import type { QueueRow } from "@/lib/conversations/types";

export type Picked = { id: string; number: number; name: string };

/** Which other conversation: this customer's first, any other by its number or words. */
export function PickConversation({ row, onPick }: { row: QueueRow; onPick(picked: Picked): void }) {
  const t = useTranslations("triage.beside");
  const day = useDay();
  const [text, setText] = useState("");
  const { data: view } = useConversation(row.id, null);
  const wanted = text.trim();
  const { data: found = [] } = useQuery({
    queryKey: ["pick", wanted],
    queryFn: ({ signal }) => searchConversations(wanted, signal),
    enabled: wanted !== "",
    placeholderData: (before) => before,
  });
  const own = (view?.customer.conversations ?? []).map((one) => ({
    id: one.id,
    number: one.number,
    name: row.customerName,
    words: one.subject ?? one.excerpt,
    at: one.lastMessageAt,
  }));
  const others = found.map((one) => ({
    id: one.id,
    number: one.number,
    name: one.customerName,
    words: one.subject ?? one.excerpt,
    at: one.lastMessageAt,
  }));
  const items = (wanted === "" ? own : others).filter((one) => one.id !== row.id);
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t("which")}
        hint={t("whichHint")}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <ul aria-label={t("which")} className="flex flex-col">
        {items.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              onClick={() => onPick(one)}
              className="flex w-full items-baseline gap-3 rounded-control px-2 py-1.5 text-left hover:bg-hover max-desk:min-h-11"
            >
              <span className="shrink-0 text-ink-3">#{one.number}</span>
              <span className="shrink-0 font-medium" dir="auto">
                {one.name}
              </span>
              <span className="min-w-0 flex-1 truncate text-ink-2" dir="auto">
                {one.words}
              </span>
              <span className="shrink-0 text-ink-3">{day(one.at)}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length === 0 ? (
        <p className="text-ink-3">{t(wanted === "" ? "noOthers" : "noneFound")}</p>
      ) : null}
    </div>
  );
}

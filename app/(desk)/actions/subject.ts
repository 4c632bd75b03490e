"use client";

import type { QueryClient } from "@tanstack/react-query";
import { idOf } from "@/app/_live/cache";
import { held } from "@/app/_live/keys";
import { shownRows } from "@/app/(desk)/triage/order";
import type { ConversationView, ListedRow } from "@/lib/conversations/types";

/** The conversation that a key is about: the open one, else the row in focus. */
export function subjectRow(client: QueryClient, open: number | null): ListedRow | null {
  return open === null ? focusedRow() : openRow(client, open);
}

function openRow(client: QueryClient, open: number): ListedRow | null {
  const id = idOf(client, open);
  const view = id && client.getQueryData<ConversationView>(held.conversation(id));
  return view ? view.row : (shownRows().find((row) => row.number === open) ?? null);
}

export function focusedRow(): ListedRow | null {
  const number = Number(document.activeElement?.closest("[data-row]")?.getAttribute("data-row"));
  return shownRows().find((row) => row.number === number) ?? null;
}

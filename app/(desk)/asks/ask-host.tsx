"use client";

import { Suspense, useEffect, useState } from "react";
import { lazy } from "@/app/_ui/lazy";
import type { QueueRow } from "@/lib/conversations/types";

const AskDialog = lazy(async () => ({ default: (await import("./ask-dialog")).AskDialog }));

declare global {
  interface DocumentEventMap {
    "avant:ask": CustomEvent<QueueRow>;
  }
}

/** Opens the question to a colleague about a conversation, from wherever somebody wants it. */
export function askAbout(row: QueueRow): void {
  document.dispatchEvent(new CustomEvent("avant:ask", { detail: row }));
}

/** The place on the desk where the question is put. */
export function AskHost() {
  const [row, setRow] = useState<QueueRow | null>(null);
  useEffect(() => {
    const open = (event: CustomEvent<QueueRow>) => setRow(event.detail);
    document.addEventListener("avant:ask", open);
    return () => document.removeEventListener("avant:ask", open);
  }, []);
  return (
    <Suspense fallback={null}>{row ? <AskDialog row={row} onClose={() => setRow(null)} /> : null}</Suspense>
  );
}

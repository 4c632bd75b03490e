"use client";

import { Suspense, useEffect, useState } from "react";
import { lazy } from "@/app/_ui/lazy";
import { type Entry, onEntry } from "./ask-entry";

const NoteDialog = lazy(async () => ({ default: (await import("./note-dialog")).NoteDialog }));
const LinkDialog = lazy(async () => ({ default: (await import("./link-dialog")).LinkDialog }));
const PauseDialog = lazy(async () => ({
  default: (await import("@/app/(desk)/pauses/pause-dialog")).PauseDialog,
}));

/** The place on the desk where something is typed in. */
export function EntryHost() {
  const [entry, setEntry] = useState<Entry | null>(null);
  useEffect(() => onEntry(setEntry), []);
  const close = () => setEntry(null);
  return (
    <Suspense fallback={null}>
      {entry === "note" ? <NoteDialog onClose={close} /> : null}
      {entry === "link" ? <LinkDialog onClose={close} /> : null}
      {entry === "pause" ? <PauseDialog onClose={close} /> : null}
    </Suspense>
  );
}

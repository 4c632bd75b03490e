"use client";

import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";

/** The form of one entry of a list, in its place: its fields, and two buttons below. */
export function EntryForm({
  words,
  isReady,
  onSave,
  onClose,
  children,
}: {
  words: { save: string; cancel: string };
  /** Nothing is missing, and nothing is under way. */
  isReady: boolean;
  onSave(): Promise<void>;
  onClose(): void;
  children: ReactNode;
}) {
  return (
    <form
      className="flex flex-col gap-3 rounded-row bg-sunken p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      {children}
      <div className="flex gap-2">
        <Button type="submit" look="accent" disabled={!isReady}>
          {words.save}
        </Button>
        <Button look="plain" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

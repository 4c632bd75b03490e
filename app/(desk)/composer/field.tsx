"use client";

import type { KeyboardEvent, RefObject } from "react";
import type { Mode } from "./modes";

/** Where the words are written. */
export function Field({
  field,
  mode,
  text,
  label,
  isOpen,
  onOpen,
  onText,
  onFiles,
  onKey,
  onSend,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  mode: Mode;
  text: string;
  label: string;
  isOpen: boolean;
  onOpen(): void;
  onText(text: string): void;
  onFiles: ((files: FileList) => void) | undefined;
  /** Asked first; true when the key has been dealt with. */
  onKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean;
  onSend(after: "stay" | "resolve"): void;
}) {
  return (
    <textarea
      ref={field}
      value={text}
      rows={isOpen || text ? Math.min(9, Math.max(3, linesOf(text) + 1)) : 1}
      onFocus={onOpen}
      onChange={(event) => onText(event.target.value)}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0 || !onFiles) return;
        event.preventDefault();
        onFiles(event.clipboardData.files);
      }}
      onKeyDown={(event) => {
        // While a word is being composed (Chinese, Japanese, accents), keys belong to it.
        if (event.nativeEvent.isComposing) return;
        if (onKey(event)) {
          event.preventDefault();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !isAltGr(event)) {
          event.preventDefault();
          onSend(event.shiftKey ? "resolve" : "stay");
        } else if (event.key === "Escape") {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
      aria-label={label}
      placeholder={label}
      dir="auto"
      className={`block w-full resize-none bg-transparent py-1 outline-none type-message ${carets[mode]}`}
    />
  );
}

/** AltGr says Ctrl and Alt on Windows, and writes characters: it is no command. */
export function isAltGr(event: KeyboardEvent): boolean {
  return event.getModifierState("AltGraph") || (event.ctrlKey && event.altKey);
}

/** Only as many as the field is high: a pasted book is not counted through. */
function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at >= 0 && lines < 10; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

const carets: Record<Mode, string> = {
  public: "caret-public",
  private: "caret-accent",
  note: "caret-note",
};

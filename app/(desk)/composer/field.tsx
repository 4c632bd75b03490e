"use client";

import { type KeyboardEvent, type RefObject, useRef } from "react";
import { type Mark, MarkedText } from "./marked-text";
import { boldly, linked } from "./markings";
import type { Mode } from "./modes";

/** Longer texts are not marked: drawing them twice at every letter would be felt. */
const MARKED_UP_TO = 20_000;

/** Where the words are written. Marks lie behind them, in a copy of the text that nobody reads. */
export function Field({
  field,
  mode,
  text,
  marks,
  label,
  isOpen,
  list,
  onOpen,
  onText,
  onCaret,
  onFiles,
  onKey,
  onSend,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  mode: Mode;
  text: string;
  marks: readonly Mark[];
  label: string;
  isOpen: boolean;
  /** The list that belongs to what is being typed, and the line of it that is meant. */
  list: { isOpen: boolean; active: string | undefined };
  onOpen(): void;
  onText(text: string, caret: number): void;
  /** Null: the caret is elsewhere. */
  onCaret(caret: number | null): void;
  onFiles: ((files: FileList) => void) | undefined;
  /** Asked first; true when the key has been dealt with. */
  onKey(event: KeyboardEvent<HTMLTextAreaElement>): boolean;
  onSend(after: "stay" | "resolve"): void;
}) {
  const behind = useRef<HTMLDivElement>(null);
  const isMarked = marks.length > 0 && text.length <= MARKED_UP_TO;

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // While a word is being composed (Chinese, Japanese, dead keys), keys belong to it.
    if (event.nativeEvent.isComposing) return;
    const isCommand = (event.ctrlKey || event.metaKey) && !isAltGr(event);
    if (onKey(event)) {
      event.preventDefault();
    } else if (isCommand && event.key === "Enter") {
      event.preventDefault();
      onSend(event.shiftKey ? "resolve" : "stay");
    } else if (isCommand && !event.shiftKey && ["b", "i", "k"].includes(event.key.toLowerCase())) {
      // Before the palette hears Ctrl+K: with words marked it makes a link of them.
      const key = event.key.toLowerCase();
      const { selectionStart, selectionEnd } = event.currentTarget;
      if (key === "k" && selectionStart === selectionEnd) return;
      event.preventDefault();
      event.stopPropagation();
      if (key === "k") linked(event.currentTarget);
      else boldly(event.currentTarget, key === "b" ? "**" : "*");
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.currentTarget.blur();
    }
  }

  return (
    <div className="relative">
      {isMarked ? (
        <div
          ref={behind}
          aria-hidden
          dir="auto"
          className="pointer-events-none absolute inset-0 overflow-hidden whitespace-pre-wrap break-words py-1 text-transparent type-message"
        >
          <MarkedText text={text} marks={marks} />
        </div>
      ) : null}
      <textarea
        ref={field}
        value={text}
        rows={isOpen || text ? Math.min(9, Math.max(3, linesOf(text) + 1)) : 1}
        onFocus={onOpen}
        onChange={(event) => onText(event.target.value, event.target.selectionStart)}
        onSelect={(event) => onCaret(event.currentTarget.selectionStart)}
        onBlur={() => onCaret(null)}
        onScroll={(event) => behind.current?.scrollTo(0, event.currentTarget.scrollTop)}
        onPaste={(event) => {
          if (event.clipboardData.files.length === 0 || !onFiles) return;
          // Office programs put a picture of the text beside the text: the words are what is meant.
          if (event.clipboardData.types.includes("text/plain")) return;
          event.preventDefault();
          onFiles(event.clipboardData.files);
        }}
        onKeyDown={onKeyDown}
        aria-label={label}
        aria-autocomplete={list.isOpen ? "list" : undefined}
        aria-activedescendant={list.isOpen ? list.active : undefined}
        placeholder={label}
        dir="auto"
        className={`scrolls relative block max-h-56 w-full resize-none break-words bg-transparent py-1 outline-none [field-sizing:content] type-message ${
          isOpen || text ? "min-h-18" : ""
        } ${carets[mode]}`}
      />
    </div>
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

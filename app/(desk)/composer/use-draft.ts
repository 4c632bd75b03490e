"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { holdDraft } from "@/app/_live/cache";
import { deleteDraft, saveDraft } from "@/app/(desk)/calls";
import type { ConversationView } from "@/lib/conversations/types";
import type { Mode } from "./modes";

export type Recipients = { to: string[]; cc: string[]; bcc: string[] };

export type Draft = {
  mode: Mode;
  text: string;
  /** Null: whoever the conversation is with. */
  recipients: Recipients | null;
  state: "none" | "writing" | "saved" | "unsaved";
  setMode(mode: Mode): void;
  setText(text: string): void;
  setRecipients(recipients: Recipients | null): void;
  /** Sent or thrown away: here and on the server. */
  clear(): void;
  /** Taken back: the words return. */
  restore(mode: Mode, text: string): void;
};

const SAVE_AFTER_MS = 700;

/** Words not yet sent, kept on the server within a second, so that they survive this browser. */
export function useDraft(view: ConversationView, first: Mode): Draft {
  const id = view.row.id;
  const client = useQueryClient();
  const [mode, setMode] = useState<Mode>(view.draft?.mode ?? first);
  const [text, setText] = useState(view.draft?.text ?? "");
  const [recipients, setRecipients] = useState<Recipients | null>(view.draft?.recipients ?? null);
  const [state, setState] = useState<Draft["state"]>(view.draft ? "saved" : "none");
  const waiting = useRef<{ timer: ReturnType<typeof setTimeout>; save(): void } | null>(null);

  function keep(next: { mode: Mode; text: string; recipients: Recipients | null }) {
    if (waiting.current) clearTimeout(waiting.current.timer);
    setState("writing");
    function save() {
      waiting.current = null;
      const kept = next.text.trim() === "" ? deleteDraft(id) : saveDraft(id, next);
      holdDraft(
        client,
        id,
        next.text.trim() === "" ? null : { ...next, updatedAt: new Date().toISOString() },
      );
      kept.then(
        () => setState((now) => (now === "writing" ? (next.text.trim() ? "saved" : "none") : now)),
        () => setState("unsaved"),
      );
    }
    waiting.current = { save, timer: setTimeout(save, SAVE_AFTER_MS) };
  }

  // Going to another conversation must not wait for the pause in typing.
  useEffect(
    () => () => {
      if (!waiting.current) return;
      clearTimeout(waiting.current.timer);
      waiting.current.save();
    },
    [],
  );

  return {
    mode,
    text,
    recipients,
    state,
    setMode(next) {
      setMode(next);
      if (text) keep({ mode: next, text, recipients });
    },
    setText(next) {
      setText(next);
      keep({ mode, text: next, recipients });
    },
    setRecipients(next) {
      setRecipients(next);
      if (text) keep({ mode, text, recipients: next });
    },
    clear() {
      if (waiting.current) clearTimeout(waiting.current.timer);
      waiting.current = null;
      setText("");
      setRecipients(null);
      setState("none");
      holdDraft(client, id, null);
      // The server drops the draft of what it sent; this is for what was thrown away.
      deleteDraft(id).catch(() => {});
    },
    restore(nextMode, nextText) {
      setMode(nextMode);
      setText(nextText);
      keep({ mode: nextMode, text: nextText, recipients });
    },
  };
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ApiError } from "@/app/_client/api-error";
import { holdDraft } from "@/app/_live/cache";
import { held } from "@/app/_live/keys";
import { deleteDraft, saveDraft, saveSharedDraft } from "@/app/(desk)/calls";
import { useDesk } from "@/app/(desk)/desk";
import type { ConversationView, DraftView } from "@/lib/conversations/types";
import { forgetHere, keepHere, keptHere, type Words } from "./draft-here";
import type { Mode } from "./modes";

export type Recipients = { to: string[]; cc: string[]; bcc: string[] };

export type Draft = {
  mode: Mode;
  text: string;
  /** Null: whoever the conversation is with. */
  recipients: Recipients | null;
  state: "none" | "writing" | "saved" | "unsaved";
  /** What I wrote in another window meanwhile: nothing is saved until one of the two is chosen. */
  elsewhere: DraftView | null;
  setMode(mode: Mode): void;
  setText(text: string): void;
  setRecipients(recipients: Recipients | null): void;
  /** Mine goes on, or the other window's words take its place. */
  choose(which: "mine" | "other"): void;
  /** Saved at once, whatever waits; for what must find the words on the server. */
  flush(): Promise<void>;
  /** Sent or thrown away: here and on the server. */
  clear(): void;
  /** Taken back: the words return. */
  restore(mode: Mode, text: string): void;
};

/** From the first letter that is not saved; typing on does not put it off. */
const SAVE_AFTER_MS = 500;
const AGAIN_AFTER_MS = 3_000;

/**
 * Words not yet sent, kept on the server within a second and in this browser until it has them, so that they survive
 * both. The shared draft of a conversation is written to instead while I hold it.
 */
export function useDraft(view: ConversationView, first: Mode): Draft {
  const id = view.row.id;
  const { me } = useDesk();
  const client = useQueryClient();
  const isShared = view.sharedDraft?.holder.id === me.id;
  const start = isShared ? view.sharedDraft : view.draft;
  const [words, setWords] = useState<Words>({
    mode: start?.mode ?? first,
    text: start?.text ?? "",
    recipients: start?.recipients ?? null,
  });
  const [state, setState] = useState<Draft["state"]>(start ? "saved" : "none");
  const [elsewhere, setElsewhere] = useState<DraftView | null>(null);
  const now = useRef({
    words,
    saved: words.text,
    version: view.draft?.version ?? 0,
    timer: null as ReturnType<typeof setTimeout> | null,
    isSaving: false,
    isStopped: false,
    isShared,
  });
  now.current.isShared = isShared;

  function isUnsaved(): boolean {
    return now.current.timer !== null || now.current.isSaving;
  }

  function keep(next: Words) {
    now.current.words = next;
    setWords(next);
    keepHere(me.id, id, next, now.current.version);
    setState("writing");
    plan(SAVE_AFTER_MS);
  }

  function plan(ms: number) {
    const n = now.current;
    if (n.timer !== null || n.isSaving || n.isStopped) return;
    n.timer = setTimeout(() => void save("staying"), ms);
  }

  async function save(going: "staying" | "leaving"): Promise<void> {
    const n = now.current;
    if (n.timer !== null) clearTimeout(n.timer);
    n.timer = null;
    if (n.isStopped) return;
    const { words: said } = n;
    n.isSaving = true;
    try {
      if (n.isShared) await saveSharedDraft(id, said, going);
      else if (said.text.trim() === "") {
        await deleteDraft(id);
        n.version = 0;
      } else n.version = (await saveDraft(id, { ...said, baseVersion: n.version }, going)).version;
      n.saved = said.text;
      n.isSaving = false;
      if (n.words === said) {
        forgetHere(me.id, id);
        setState(said.text.trim() ? "saved" : "none");
        if (!n.isShared) holdDraft(client, id, said.text.trim() === "" ? null : draftNow(said, n.version));
      } else plan(SAVE_AFTER_MS);
    } catch (error) {
      n.isSaving = false;
      setState("unsaved");
      const other = otherDraft(error);
      if (other) {
        n.isStopped = true;
        setElsewhere(other);
      } else if (error instanceof ApiError && error.code === "conflict")
        void client.invalidateQueries({ queryKey: held.conversation(id) });
      else plan(AGAIN_AFTER_MS);
    }
  }

  function take(next: Words, version: number) {
    now.current = { ...now.current, words: next, saved: next.text, version };
    setWords(next);
    setState(next.text.trim() ? "saved" : "none");
  }

  // What another device of mine wrote, or what came back from a reply that did not leave: shown where nothing waits.
  const drawn = view.draft;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what the server says is new.
  useEffect(() => {
    // While one of two windows' words is still to be chosen, mine stay.
    if (isShared || isUnsaved() || now.current.isStopped) return;
    if (!drawn || drawn.version <= now.current.version) return;
    take({ mode: drawn.mode, text: drawn.text, recipients: drawn.recipients }, drawn.version);
  }, [drawn?.version, drawn?.updatedAt, isShared]);

  // The shared draft came to me, or went to a colleague: letters not saved by then stay mine.
  const shared = view.sharedDraft;
  const before = useRef(isShared);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the change of hands only.
  useEffect(() => {
    if (before.current === isShared) return;
    before.current = isShared;
    if (isShared && shared) take({ mode: shared.mode, text: shared.text, recipients: shared.recipients }, 0);
    else if (now.current.words.text !== now.current.saved && now.current.words.text.trim() !== "") {
      now.current.version = drawn?.version ?? 0;
      keep({ ...now.current.words });
    } else
      take(
        { mode: drawn?.mode ?? first, text: drawn?.text ?? "", recipients: drawn?.recipients ?? null },
        drawn?.version ?? 0,
      );
  }, [isShared]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: for the life of this composer.
  useEffect(() => {
    const kept = keptHere(me.id, id);
    if (kept && kept.words.text !== now.current.words.text && kept.at > (view.draft?.updatedAt ?? "")) {
      now.current.version = kept.version;
      keep(kept.words);
    }
    const leave = () => {
      if (isUnsaved()) void save("leaving");
    };
    const onHidden = () => {
      if (document.hidden) leave();
    };
    const onOnline = () => {
      if (now.current.words.text !== now.current.saved) plan(0);
    };
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", onHidden);
    addEventListener("online", onOnline);
    return () => {
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", onHidden);
      removeEventListener("online", onOnline);
      // Going to another conversation must not wait for the pause in typing.
      if (now.current.timer !== null) void save("staying");
    };
  }, []);

  return {
    ...words,
    state,
    elsewhere,
    setMode(mode) {
      if (words.text) keep({ ...now.current.words, mode });
      else {
        now.current.words = { ...now.current.words, mode };
        setWords(now.current.words);
      }
    },
    setText: (text) => keep({ ...now.current.words, text }),
    setRecipients(recipients) {
      if (words.text) keep({ ...now.current.words, recipients });
      else {
        now.current.words = { ...now.current.words, recipients };
        setWords(now.current.words);
      }
    },
    choose(which) {
      const other = elsewhere;
      if (!other) return;
      setElsewhere(null);
      now.current.isStopped = false;
      now.current.version = other.version;
      if (which === "other")
        take({ mode: other.mode, text: other.text, recipients: other.recipients }, other.version);
      else keep({ ...now.current.words });
    },
    async flush() {
      if (isUnsaved()) await save("staying");
    },
    clear() {
      const n = now.current;
      if (n.timer !== null) clearTimeout(n.timer);
      now.current = {
        ...n,
        timer: null,
        words: { ...n.words, text: "", recipients: null },
        saved: "",
        version: 0,
      };
      setWords(now.current.words);
      setState("none");
      forgetHere(me.id, id);
      holdDraft(client, id, null);
      // The server drops the draft of what it sent; this is for what was thrown away.
      if (!n.isShared) deleteDraft(id).catch(() => {});
    },
    restore(mode, text) {
      now.current.version = view.draft?.version ?? 0;
      keep({ ...now.current.words, mode, text });
    },
  };
}

function draftNow(words: Words, version: number): DraftView {
  return { ...words, version, updatedAt: new Date().toISOString() };
}

/** What another window of mine has saved, when that is why mine was not. */
function otherDraft(error: unknown): DraftView | null {
  if (!(error instanceof ApiError) || error.code !== "conflict") return null;
  const { details } = error;
  return isOther(details) ? details.draft : null;
}

function isOther(details: unknown): details is { draft: DraftView } {
  return typeof details === "object" && details !== null && "draft" in details;
}

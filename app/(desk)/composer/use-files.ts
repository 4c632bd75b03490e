"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { toast } from "@/app/_ui/toast";
import { uploadFile } from "@/app/(desk)/calls";
import { wordsOf } from "@/app/(desk)/triage/use-change";
import type { FileView } from "@/lib/conversations/types";

export type ChosenFile = {
  key: number;
  name: string;
  size: number;
  /** From 0 to 1 while it travels. */
  share: number;
  stored: FileView | null;
  /** Why it did not arrive, in words; it can be tried again. */
  failure: string | null;
};

export type Files = {
  list: ChosenFile[];
  /** Something is still travelling or has failed: nothing leaves without it by accident. */
  busy: boolean;
  add(files: FileList): void;
  /** Files that lie on the server already, such as those of a saved reply. */
  addStored(files: readonly FileView[]): void;
  choose(): void;
  drop(key: number): void;
  retry(key: number): void;
  clear(): void;
};

let made = 0;
/** Travelling at once; the others wait, so that ten pictures do not starve each other. */
const ATONCE = 3;

/** Files of a message that is being written: each travels at once, can be stopped, tried again and taken off. */
export function useFiles(limits: { max: number; maxBytes: number } | null): Files {
  const t = useTranslations("composer");
  const [list, setList] = useState<ChosenFile[]>([]);
  const travelling = useRef(new Map<number, { file: File; stop: AbortController | null }>());

  useEffect(() => {
    const running = travelling.current;
    return () => {
      for (const { stop } of running.values()) stop?.abort();
    };
  }, []);

  function change(key: number, next: Partial<ChosenFile>) {
    setList((files) => files.map((file) => (file.key === key ? { ...file, ...next } : file)));
  }

  function sendNext() {
    const all = [...travelling.current];
    const under = all.filter(([, one]) => one.stop !== null).length;
    for (const [key, one] of all.filter(([, other]) => other.stop === null).slice(0, ATONCE - under)) {
      const stop = new AbortController();
      travelling.current.set(key, { ...one, stop });
      uploadFile(one.file, (share) => change(key, { share }), stop.signal)
        .then(
          (stored) => {
            travelling.current.delete(key);
            change(key, { stored, share: 1 });
          },
          (error: unknown) => {
            // Kept for another try, out of the line.
            if (travelling.current.get(key)?.stop === stop) travelling.current.delete(key);
            if (!stop.signal.aborted) change(key, { failure: wordsOf(error), share: 0 });
          },
        )
        .finally(sendNext);
    }
  }

  const kept = useRef(new Map<number, File>());

  return {
    list,
    busy: list.some((file) => file.stored === null),
    add(files) {
      if (!limits) return;
      const fitting = [...files].filter((file) => file.size <= limits.maxBytes);
      const tooBig = [...files].find((file) => file.size > limits.maxBytes);
      const megabytes = Math.floor(limits.maxBytes / 1_000_000);
      if (tooBig) toast({ tone: "failed", text: t("tooBig", { name: tooBig.name, megabytes }) });
      const room = Math.max(0, limits.max - list.length);
      if (fitting.length > room) toast({ tone: "failed", text: t("tooMany", { max: limits.max }) });
      const taken = fitting.slice(0, room).map((file) => {
        made += 1;
        kept.current.set(made, file);
        travelling.current.set(made, { file, stop: null });
        return { key: made, name: file.name, size: file.size, share: 0, stored: null, failure: null };
      });
      setList((before) => [...before, ...taken]);
      sendNext();
    },
    addStored(files) {
      const more = files.map((stored) => {
        made += 1;
        return { key: made, name: stored.name, size: stored.size, share: 1, stored, failure: null };
      });
      setList((before) => [...before, ...more]);
    },
    choose() {
      const input = document.createElement("input");
      input.type = "file";
      input.multiple = true;
      input.onchange = () => {
        if (input.files) this.add(input.files);
      };
      input.click();
    },
    drop(key) {
      travelling.current.get(key)?.stop?.abort();
      travelling.current.delete(key);
      kept.current.delete(key);
      setList((files) => files.filter((file) => file.key !== key));
    },
    retry(key) {
      const file = kept.current.get(key);
      if (!file) return;
      travelling.current.set(key, { file, stop: null });
      change(key, { failure: null, share: 0 });
      sendNext();
    },
    clear() {
      kept.current.clear();
      setList([]);
    },
  };
}

"use client";

import { useEffect, useRef, useState } from "react";
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
};

export type Files = {
  list: ChosenFile[];
  busy: boolean;
  add(files: FileList): void;
  choose(): void;
  drop(key: number): void;
  clear(): void;
};

let made = 0;

/** Files of a reply that is being written: each travels at once, and can be taken off again. */
export function useFiles(): Files {
  const [list, setList] = useState<ChosenFile[]>([]);
  const stops = useRef(new Map<number, AbortController>());

  useEffect(() => {
    const running = stops.current;
    return () => {
      for (const stop of running.values()) stop.abort();
    };
  }, []);

  function change(key: number, next: Partial<ChosenFile>) {
    setList((files) => files.map((file) => (file.key === key ? { ...file, ...next } : file)));
  }

  function drop(key: number) {
    stops.current.get(key)?.abort();
    setList((files) => files.filter((file) => file.key !== key));
  }

  function add(files: FileList) {
    for (const file of files) {
      made += 1;
      const key = made;
      const stop = new AbortController();
      stops.current.set(key, stop);
      setList((before) => [...before, { key, name: file.name, size: file.size, share: 0, stored: null }]);
      uploadFile(file, (share) => change(key, { share }), stop.signal).then(
        (stored) => change(key, { stored, share: 1 }),
        (error: unknown) => {
          drop(key);
          if (!stop.signal.aborted) toast({ tone: "failed", text: wordsOf(error) });
        },
      );
    }
  }

  return {
    list,
    busy: list.some((file) => file.stored === null),
    add,
    choose() {
      const input = document.createElement("input");
      input.type = "file";
      input.multiple = true;
      input.onchange = () => {
        if (input.files) add(input.files);
      };
      input.click();
    },
    drop,
    clear: () => setList([]),
  };
}

"use client";

import { useEffect, useMemo, useRef } from "react";
import { isAboutToWrite } from "@/app/(desk)/composer/writing-intent";
import { useDesk } from "@/app/(desk)/desk";
import { keysInForce, type OwnKeys } from "./own-keys";
import { type ActionId, actionLine } from "./table";
import { typedKey } from "./typed";

/** How long the first letter of two waits for the second. */
const PAIR_MS = 1_500;

/**
 * The keys of the desk: matched by the character that is typed, so that they are the same on every layout; single ones
 * only outside text fields, and not at all for whoever switched them off. `run` says whether it took the key.
 */
export function useKeyboard(run: (id: ActionId) => boolean): void {
  const { me } = useDesk();
  const current = useRef(run);
  current.current = run;
  const actions = useMemo(() => byKey(me.ownKeys), [me.ownKeys]);
  const hasSingle = me.hasKeys;

  useEffect(() => {
    let first: { key: string; at: number } | null = null;

    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const key = typedKey(event);
      if (key === null) return;
      const isSingle = !key.startsWith("mod+");
      if (isSingle && (!hasSingle || isBusy(event, key))) return;
      if (document.querySelector("dialog[open]")) return;
      const pair = first && Date.now() - first.at < PAIR_MS ? actions.get(`${first.key} ${key}`) : undefined;
      first = null;
      const id = pair ?? actions.get(key);
      if (id) {
        if (actionLine(id).group === "answer" && actionLine(id).fixed) return;
        if (event.repeat && !actionLine(id).repeats) return;
        if (current.current(id)) event.preventDefault();
      } else if (startsPair(actions, key)) {
        first = { key, at: Date.now() };
        event.preventDefault();
      }
    }

    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [actions, hasSingle]);
}

/** The first of an action's keys in force, for the cap on its button; undefined when it has none. */
export function useKeyOf(): (id: ActionId) => string | undefined {
  const { me } = useDesk();
  return (id) => {
    const key = keysInForce(me.ownKeys).get(id)?.[0];
    return me.hasKeys || key?.startsWith("mod+") ? key : undefined;
  };
}

function byKey(own: OwnKeys): Map<string, ActionId> {
  return new Map([...keysInForce(own)].flatMap(([id, keys]) => keys.map((key) => [key, id] as const)));
}

function startsPair(actions: ReadonlyMap<string, ActionId>, key: string): boolean {
  for (const known of actions.keys()) if (known.startsWith(`${key} `)) return true;
  return false;
}

/** Somebody is typing, or what has the focus needs this key for itself. */
function isBusy({ target }: KeyboardEvent, key: string): boolean {
  if (isAboutToWrite() && key !== "escape") return true;
  if (!(target instanceof Element)) return false;
  if (target.closest(writing)) return true;
  if (key === "enter") return target.closest(pressable) !== null;
  return key.startsWith("arrow") && target.closest(walkable) !== null;
}

const writing =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true], dialog, [role=dialog]";
const pressable = "a, button, summary, input, [role=button], [role=option], [role=tab]";
const walkable =
  "input, [role=tablist], [role=listbox], [role=menu], [role=log], [role=radiogroup], [role=grid]";

"use client";

import { Suspense, useEffect, useMemo, useRef, useState } from "react";
import { lazy } from "@/app/_ui/lazy";
import { typedKey } from "@/app/_ui/typed-key";
import { isAboutToWrite, keepLetter, typeWords } from "@/app/(desk)/composer/writing-intent";
import { useDesk } from "@/app/(desk)/desk";
import type { ListedRow } from "@/lib/conversations/types";
import { deeds } from "./deeds";
import { perform } from "./perform";
import { type Sheet, sheets } from "./show";
import { subjectRow } from "./subject";
import { type ActionId, actionIds, actionLine } from "./table";
import { takeTypedAhead, typeAhead } from "./typed-ahead";
import { useHands } from "./use-hands";

const Help = lazy(async () => ({ default: (await import("@/app/(desk)/help")).Help }));
const Palette = lazy(async () => ({ default: (await import("@/app/(desk)/palette/palette")).Palette }));

/** How long the first letter of two waits for the second. */
const PAIR_MS = 1_500;
/** How long the search field may take to come. */
const FIELD_MS = 1_000;

/**
 * The keys of the desk: matched by the character that is typed, so that they are the same on every layout; single ones
 * only outside text fields, and not at all for whoever switched them off. Shows the sheet of keys and the palette.
 * `early` are keys and wishes from before this came; they are emptied.
 */
export function Listen({ early, onReady }: { early: Event[]; onReady(): void }) {
  const { me } = useDesk();
  const hands = useHands();
  const [shown, setShown] = useState<{ sheet: Sheet; row: ListedRow | null } | null>(null);
  const actions = useMemo(() => byKey(me.keys), [me.keys]);
  const hasSingle = me.hasKeys;
  const first = useRef<{ key: string; at: number }>(null);
  const searchedAt = useRef(0);

  useEffect(() => {
    const stop = new AbortController();

    function onKeyDown(event: KeyboardEvent, isEarly: boolean) {
      // The field that was on its way has come.
      if (event.target instanceof HTMLInputElement) searchedAt.current = 0;
      if (event.defaultPrevented && !isEarly) return;
      const key = typedKey(event);
      if (key === null) return;
      if (isEarly && isField(document.activeElement)) return typeLate(event);
      if (isAboutToWrite() && isLetter(event) && !isField(event.target)) {
        keepLetter(event.key);
        return event.preventDefault();
      }
      if (!key.startsWith("mod+") && (!hasSingle || isBusy(event, key))) return;
      if (document.querySelector("dialog[open]")) return;
      // The field is on its way: what is typed meanwhile is a word, and "e" in it must resolve nothing.
      if (Date.now() - searchedAt.current < FIELD_MS && key !== "escape") {
        if (event.key.length === 1) typeAhead(event.key);
        return event.preventDefault();
      }
      const before = first.current;
      first.current = null;
      const pair =
        before && Date.now() - before.at < PAIR_MS ? actions.get(`${before.key} ${key}`) : undefined;
      const id = pair ?? actions.get(key);
      if (id) {
        const line = actionLine(id);
        if (event.repeat && !line.repeats) return;
        if (!perform(deeds, id, hands())) return;
        event.preventDefault();
        if (id !== "search") return;
        searchedAt.current = Date.now();
        takeTypedAhead();
      } else if (startsPair(actions, key)) {
        first.current = { key, at: Date.now() };
        event.preventDefault();
      }
    }

    function onShow(sheet: Sheet) {
      const { client, place } = hands();
      setShown({ sheet, row: subjectRow(client, place.open) });
    }

    for (const sheet of sheets)
      document.addEventListener(`avant:${sheet}`, () => onShow(sheet), { signal: stop.signal });
    document.addEventListener("keydown", (event) => onKeyDown(event, false), { signal: stop.signal });
    onReady();
    // Last: an early key may ask for a sheet, which has to be heard.
    for (const event of early.splice(0)) {
      if (event instanceof KeyboardEvent) onKeyDown(event, true);
      else for (const sheet of sheets) if (event.type === `avant:${sheet}`) onShow(sheet);
    }
    return () => stop.abort();
  }, [early, onReady, actions, hasSingle, hands]);

  return (
    <Suspense fallback={null}>
      {shown?.sheet === "palette" ? (
        <Palette row={shown.row} hands={hands} onClose={() => setShown(null)} />
      ) : shown ? (
        <Help prints={shown.sheet === "card"} onClose={() => setShown(null)} />
      ) : null}
    </Suspense>
  );
}

/** Keys that the composer and the browser keep for themselves have no place here. */
function byKey(keys: { readonly [id in ActionId]?: readonly string[] }): Map<string, ActionId> {
  const listened = actionIds().filter((id) => deeds[id]);
  return new Map(listened.flatMap((id) => (keys[id] ?? []).map((key) => [key, id] as const)));
}

function startsPair(actions: ReadonlyMap<string, ActionId>, key: string): boolean {
  for (const known of actions.keys()) if (known.startsWith(`${key} `)) return true;
  return false;
}

/** What a hand typed before the keys had come, after one that led into a field: words, and never keys of the desk. */
function typeLate(event: KeyboardEvent): void {
  if (isLetter(event)) typeWords(event.key);
  else document.activeElement?.dispatchEvent(new KeyboardEvent(event.type, event));
}

function isLetter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key.length === 1 && !ctrlKey && !metaKey;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(writing) !== null;
}

/** Somebody is typing, or what has the focus needs this key for itself. */
function isBusy({ target }: KeyboardEvent, key: string): boolean {
  if (isAboutToWrite() && key !== "escape") return true;
  if (!(target instanceof Element)) return false;
  if (isField(target)) return true;
  if (key === "enter") return target.closest(pressable) !== null;
  return key.startsWith("arrow") && target.closest(walkable) !== null;
}

const writing =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true], dialog, [role=dialog]";
const pressable = "a, button, summary, input, [role=button], [role=option], [role=tab]";
const walkable =
  "input, [role=tablist], [role=listbox], [role=menu], [role=log], [role=radiogroup], [role=grid]";

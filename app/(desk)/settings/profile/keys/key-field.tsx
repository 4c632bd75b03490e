"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { KeyCap } from "@/app/_ui/key-cap";
import { typedKey } from "@/app/_ui/typed-key";
import { clashOf, isFree, isKey, keysInForce, type OwnKeys } from "@/app/(desk)/actions/own-keys";
import type { ActionId } from "@/app/(desk)/actions/table";

/** How long a first key waits for a second one. */
const PAIR_MS = 900;

/**
 * Takes the next key typed for an action, or two one after the other. A key that means something already is not taken
 * silently: the sentence says what, and one button moves it here.
 */
export function KeyField({
  id,
  own,
  onSet,
  onLeave,
}: {
  id: ActionId;
  own: OwnKeys;
  onSet(own: OwnKeys): void;
  onLeave(): void;
}) {
  const t = useTranslations("settings.keys");
  const ui = useTranslations("ui");
  const names = useTranslations("actions");
  const [typed, setTyped] = useState("");
  const [isOver, setOver] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const clash = isOver && typed ? clashOf(own, id, typed) : null;
  const isWrong = isOver && typed !== "" && !isKey(typed);

  useEffect(() => () => clearTimeout(timer.current), []);

  function take(key: string) {
    clearTimeout(timer.current);
    setTyped(key);
    setOver(false);
    const settle = () => {
      setOver(true);
      if (isKey(key) && !clashOf(own, id, key)) onSet({ ...own, [id]: [key] });
    };
    if (key.includes(" ")) settle();
    else timer.current = setTimeout(settle, PAIR_MS);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") {
      onLeave();
      return;
    }
    const key = typedKey(event.nativeEvent);
    if (key) take(typed && !isOver ? `${typed} ${key}` : key);
  }

  /** Gives the key to this action; the other one keeps what it has besides. */
  function moveHere(from: ActionId) {
    const left = (keysInForce(own).get(from) ?? []).filter((key) => key !== typed);
    const freed = { ...own, [from]: left };
    if (clashOf(freed, id, typed) === null) onSet({ ...freed, [id]: [typed] });
  }

  const canMove = clash && isFree(clash) && (keysInForce(own).get(clash) ?? []).includes(typed);
  return (
    <>
      <span className="relative">
        <input
          // biome-ignore lint/a11y/noAutofocus: somebody asked to type here.
          autoFocus
          readOnly
          value={typed}
          onKeyDown={onKeyDown}
          placeholder={t("press")}
          aria-label={t("pressFor", { action: names(id) })}
          aria-describedby={`${id}-clash`}
          className="h-8 w-44 rounded-control border-[1.5px] border-accent bg-surface px-2 text-transparent caret-transparent placeholder:text-ink-3 max-desk:h-11"
        />
        <span className="pointer-events-none absolute inset-y-0 left-2 flex items-center gap-0.5">
          {typed.split(" ").map((key) => (key ? <KeyCap key={key} keys={key} /> : null))}
        </span>
      </span>
      <Button look="plain" onClick={() => onSet({ ...own, [id]: [] })}>
        {t("noKey")}
      </Button>
      <Button look="plain" onClick={onLeave}>
        {ui("cancel")}
      </Button>
      <div id={`${id}-clash`} role="status" className="w-full">
        {clash ? (
          <span className="flex flex-wrap items-center gap-2 pb-2">
            <span className="text-now">{t("taken", { key: typed, action: names(clash) })}</span>
            {canMove ? (
              <Button onClick={() => moveHere(clash)}>{t("moveHere")}</Button>
            ) : (
              <span className="text-ink-2">{t("another")}</span>
            )}
          </span>
        ) : isWrong ? (
          <span className="block pb-2 text-now">{t("wrong")}</span>
        ) : null}
      </div>
    </>
  );
}

"use client";

import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { KeyCap } from "@/app/_ui/key-cap";
import { typedKey } from "@/app/_ui/typed-key";
import type { Hands } from "@/app/(desk)/actions/deed";
import type { ListedRow } from "@/lib/conversations/types";
import { match } from "./match";
import { recent, remember } from "./recent";
import { type Choice, type ChoiceGroup, useChoices } from "./use-choices";

/**
 * Everything that can be done here and now, by name: on the row at hand or on what is selected, to a view, to a
 * customer, to a setting. What fits best comes first within its group; before anything is typed, what was used last.
 */
export function Palette({
  row,
  hands,
  onClose,
}: {
  /** The row that was open or in focus when the palette was asked for. */
  row: ListedRow | null;
  hands: () => Hands;
  onClose(): void;
}) {
  const t = useTranslations("palette");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { groups, isSearching } = useChoices(text, row, hands);
  const shown = groups.map((group) => ({ ...group, choices: fitting(group, text) }));
  const filled = shown.filter(({ choices }) => choices.length > 0);
  const all = filled.flatMap(({ choices }) => choices);
  const here = Math.min(at, all.length - 1);

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  useEffect(() => {
    document.getElementById(`${id}-${here}`)?.scrollIntoView({ block: "nearest" });
  }, [id, here]);

  /** Focus goes back first: what runs may open a menu beside it, or move it. */
  function take(choice: Choice | undefined) {
    if (!choice) return;
    remember(choice.id);
    flushSync(onClose);
    choice.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const moves = { ArrowDown: here + 1, ArrowUp: here - 1, PageDown: here + 8, PageUp: here - 8 };
    const key = event.key;
    if (key === "ArrowDown" || key === "ArrowUp") {
      setAt((moves[key] + all.length) % Math.max(1, all.length));
    } else if (key === "PageDown" || key === "PageUp") {
      setAt(Math.max(0, Math.min(all.length - 1, moves[key])));
    } else if (key === "Enter" && !event.nativeEvent.isComposing) {
      take(all[here]);
    } else if (typedKey(event.nativeEvent) === "mod+k") {
      onClose();
    } else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      aria-label={t("title")}
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
      className="opens mt-[12dvh] w-140 max-w-[calc(100vw-1.5rem)] overflow-hidden rounded-card bg-surface p-0 shadow-float max-desk:mt-3"
    >
      <div className="flex h-12 items-center gap-2.5 border-line border-b px-4">
        <Icon of={Search} size={17} className="text-ink-2" />
        <input
          autoFocus
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t("placeholder")}
          aria-label={t("title")}
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={all[here] ? `${id}-${here}` : undefined}
          autoComplete="off"
          spellCheck={false}
          className="h-full min-w-0 flex-1 bg-transparent outline-none type-message"
        />
        <KeyCap keys="escape" />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={t("title")}
        className="scrolls max-h-[min(27rem,calc(88dvh-5rem))] p-1.5"
      >
        {filled.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a list box.
          <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
            <div
              id={`${id}-${group.id}`}
              className="truncate px-2.5 pt-2 pb-1 font-medium text-ink-3 type-meta"
            >
              {group.title}
            </div>
            {group.choices.map((choice) => {
              const index = all.indexOf(choice);
              return (
                <Line
                  key={choice.id}
                  id={`${id}-${index}`}
                  choice={choice}
                  isHere={index === here}
                  onPoint={() => setAt(index)}
                  onTake={() => take(choice)}
                />
              );
            })}
          </div>
        ))}
        {all.length === 0 ? (
          <p className="px-2.5 py-3 text-ink-2">{isSearching ? t("searching") : t("nothing", { text })}</p>
        ) : null}
      </div>
      <p role="status" className="sr-only">
        {text && !isSearching ? t("found", { count: all.length }) : ""}
      </p>
    </dialog>
  );
}

function Line({
  id,
  choice,
  isHere,
  onPoint,
  onTake,
}: {
  id: string;
  choice: Fitting;
  isHere: boolean;
  onPoint(): void;
  onTake(): void;
}) {
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isHere}
      aria-keyshortcuts={choice.keys?.join(" ")}
      onPointerMove={onPoint}
      onClick={onTake}
      onKeyDown={() => {}}
      className={`flex h-9 cursor-pointer items-center gap-2.5 rounded-control px-2.5 max-desk:h-11 ${isHere ? "bg-accent-soft" : ""}`}
    >
      {choice.lead ?? (choice.icon ? <Icon of={choice.icon} className="text-ink-2" /> : null)}
      <span className="truncate">
        <Marked text={choice.label} places={choice.places} />
      </span>
      {choice.aside ? (
        <span className="min-w-0 flex-1 truncate text-ink-3 type-meta" dir="auto">
          {choice.aside}
        </span>
      ) : null}
      <span className="ml-auto flex shrink-0 gap-1">
        {choice.keys?.map((key) => (
          <KeyCap key={key} keys={key} />
        ))}
      </span>
    </div>
  );
}

/** The letters that were typed stand out. */
function Marked({ text, places }: { text: string; places: readonly number[] }) {
  if (places.length === 0) return text;
  return [...text].map((letter, index) =>
    places.includes(index) ? (
      <b key={index} className="font-semibold">
        {letter}
      </b>
    ) : (
      letter
    ),
  );
}

const WORTH_SHOWING = 0.4;

type Fitting = Choice & { places: readonly number[] };

function fitting({ choices, isFound }: ChoiceGroup, text: string): Fitting[] {
  if (text.trim() === "") return byRecent(choices).map((choice) => ({ ...choice, places: [] }));
  const fits: Array<Fitting & { score: number }> = choices.flatMap((choice) => {
    const found = match(choice.label, text);
    // What the server found may fit by a word that is not in the name.
    if (!found) return isFound ? [{ ...choice, places: [], score: 0 }] : [];
    return [{ ...choice, ...found }];
  });
  if (isFound) return fits;
  // Letters scattered over a name are worth a look only where nothing fits better.
  const least = Math.max(...fits.map(({ score }) => score)) * WORTH_SHOWING;
  return fits.filter(({ score }) => score >= least).sort((a, b) => b.score - a.score);
}

function byRecent<T extends { id: string }>(choices: readonly T[]): T[] {
  const ids = recent();
  const place = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  return [...choices].sort((a, b) => place(a.id) - place(b.id));
}

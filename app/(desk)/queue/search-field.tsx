"use client";

import { BookmarkPlus, Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, Suspense, useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { IconButton } from "@/app/_ui/icon-button";
import { lazy } from "@/app/_ui/lazy";
import { takeTypedAhead } from "@/app/(desk)/actions/typed-ahead";
import { useDesk } from "@/app/(desk)/desk";
import { useGo, useWhere } from "@/app/(desk)/place";
import { statusesOf } from "@/lib/filter/match";
import { isNameTerm } from "@/lib/filter/names";
import { parseFilter } from "@/lib/filter/parse";
import { tokensOf } from "@/lib/filter/tokens";
import type { Suggesting } from "./search-popup";

// What is only there while somebody types comes when they do.
const SearchPopup = lazy(async () => ({ default: (await import("./search-popup")).SearchPopup }));
const SearchNote = lazy(async () => ({ default: (await import("./search-note")).SearchNote }));
const ViewDialog = lazy(async () => ({
  default: (await import("@/app/(desk)/views/view-dialog")).ViewDialog,
}));

/** One field for both: words that narrow the list, and words that are looked for in everything. */
export function SearchField({
  field,
  isAsked,
  saved,
  onClose,
}: {
  field: RefObject<HTMLInputElement | null>;
  /** Somebody asked for it, so it takes the focus. */
  isAsked: boolean;
  /** What stands in it has a name already. */
  saved: boolean;
  onClose(): void;
}) {
  const t = useTranslations("queue");
  const { me } = useDesk();
  const place = useWhere();
  const go = useGo();
  const [text, setText] = useState(place.q);
  const [caret, setCaret] = useState(place.q.length);
  const [isOpen, setOpen] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const suggesting = useRef<Suggesting | null>(null);
  const marks = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | undefined>(undefined);
  const list = useId();

  useEffect(() => {
    if (!isAsked) return;
    field.current?.focus();
    const ahead = takeTypedAhead();
    if (ahead === "") return;
    setText((now) => now + ahead);
    setCaret((at) => at + ahead.length);
    setOpen(true);
  }, [field, isAsked]);

  /** Words are looked for everywhere; what only narrows stays in the view. A number alone opens. */
  function submit(typed: string, scope?: "everywhere" | "here") {
    const q = typed.trim().replace(/\s+/g, " ");
    const filter = parseFilter(q);
    const [term] = filter.terms;
    setOpen(false);
    field.current?.blur();
    onClose();
    if (filter.terms.length === 1 && filter.text.length === 0 && term?.key === "number" && !term.not)
      return go({ q: place.q, open: term.values[0] ?? null });
    const isSearch =
      scope === "everywhere" || (scope !== "here" && filter.text.length > 0 && statusesOf(filter) === null);
    if (q !== "") void import("./recent-searches").then(({ remember }) => remember(q));
    go({ q, view: isSearch ? "all" : q === "" && place.view === "all" ? "queue" : place.view });
  }

  function clear() {
    setOpen(false);
    if (place.q || place.view === "all") go({ q: "", view: place.view === "all" ? "queue" : place.view });
    onClose();
  }

  function change(next: string, at: number) {
    setText(next);
    setCaret(at);
    setOpen(true);
    requestAnimationFrame(() => field.current?.setSelectionRange(at, at));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const help = suggesting.current;
    if (isOpen && help && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      help.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (isOpen && help && event.key === "Tab" && !event.shiftKey && help.complete()) {
      event.preventDefault();
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!(isOpen && help?.take())) submit(text);
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (isOpen) setOpen(false);
      else clear();
    } else if (event.key === "ArrowDown") {
      setOpen(true);
    }
  }

  const isTyped = text.trim() !== "";
  return (
    <search className="relative px-3 pb-2">
      <div className="flex items-center gap-1">
        <span className="relative flex min-w-0 flex-1 items-center rounded-control border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2">
          <Icon of={Search} size={15} className="pointer-events-none absolute left-2.5 text-ink-3" />
          <Marks box={marks} text={text} />
          <input
            ref={field}
            type="text"
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-autocomplete="list"
            aria-activedescendant={isOpen ? active : undefined}
            value={text}
            onFocus={() => setOpen(true)}
            onBlur={() => setOpen(false)}
            onChange={(event) => {
              setText(event.target.value);
              setCaret(event.target.selectionStart ?? event.target.value.length);
              setOpen(true);
            }}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
            onScroll={(event) => marks.current?.scrollTo({ left: event.currentTarget.scrollLeft })}
            onKeyDown={onKeyDown}
            aria-label={t("searchLabel")}
            placeholder={t("searchHint")}
            className="relative h-8 w-full bg-transparent pr-2 pl-8 outline-none type-row max-desk:h-11 max-desk:type-field"
          />
        </span>
        {me.canEditViews && place.q && !saved ? (
          <IconButton icon={BookmarkPlus} label={t("saveView")} onClick={() => setSaving(true)} />
        ) : null}
        <IconButton icon={X} label={t("closeSearch")} onClick={clear} />
      </div>
      <Suspense fallback={null}>
        {isOpen ? (
          <SearchPopup
            id={list}
            text={text}
            caret={caret}
            handle={suggesting}
            onActive={setActive}
            onChange={change}
            onSubmit={submit}
            view={place.view}
          />
        ) : null}
        {needsNote(place.q) ? <SearchNote q={place.q} view={place.view} /> : null}
        {isSaving ? (
          <ViewDialog view={null} query={place.q} sort={place.sort} onClose={() => setSaving(false)} />
        ) : null}
      </Suspense>
      {isTyped ? null : <span className="sr-only">{t("searchHelp")}</span>}
    </search>
  );
}

/** Words, or something that was not understood: the rest needs no explanation. */
function needsNote(q: string): boolean {
  if (q === "") return false;
  const { text, problems, terms } = parseFilter(q);
  return (
    text.length > 0 || problems.length > 0 || terms.some((term) => term.key === "tag" || isNameTerm(term))
  );
}

/** The terms of the filter, on a ground of their own behind what is typed. */
function Marks({ box, text }: { box: RefObject<HTMLDivElement | null>; text: string }) {
  const tokens = tokensOf(text).filter(
    (token) => token.key !== null || token.values[0]?.text.startsWith("#"),
  );
  if (tokens.length === 0) return null;
  return (
    <div
      ref={box}
      aria-hidden
      className="pointer-events-none absolute inset-0 overflow-hidden whitespace-pre pr-2 pl-8 leading-8 text-transparent type-row max-desk:type-field"
    >
      {tokens.map((token, at) => (
        <span key={token.start}>
          {text.slice(tokens[at - 1]?.end ?? 0, token.start)}
          <span className={`rounded-key py-0.5 ${token.not ? "bg-sunken" : "bg-accent-soft"}`}>
            {text.slice(token.start, token.end)}
          </span>
        </span>
      ))}
    </div>
  );
}

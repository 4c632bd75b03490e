"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";

/** Addresses as pieces that can be taken away, and a field for more; what is no address stays, and is marked. */
export function Addresses({
  label,
  value,
  known,
  onChange,
}: {
  label: string;
  value: readonly string[];
  /** Addresses of this customer, offered while typing. */
  known: readonly string[];
  onChange(value: string[]): void;
}) {
  const t = useTranslations("composer");
  const id = useId();
  const [text, setText] = useState("");
  const more = known.filter((one) => !value.includes(one));

  function take(typed: string) {
    const found = typed
      .split(/[,;\s]+/)
      .map(bare)
      .filter(Boolean);
    setText("");
    if (found.length > 0) onChange([...new Set([...value, ...found])]);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const last = value.at(-1);
    if (["Enter", ",", ";", " "].includes(event.key) && text.trim() !== "") {
      event.preventDefault();
      take(text);
    } else if (event.key === "Backspace" && text === "" && last !== undefined) {
      onChange(value.slice(0, -1));
      setText(last);
      event.preventDefault();
    }
  }

  return (
    <div className="flex items-start gap-2">
      <label htmlFor={id} className="w-8 shrink-0 pt-1 text-ink-2">
        {label}
      </label>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1 rounded-control border border-line-strong bg-surface px-1 py-0.5">
        {value.map((one) => (
          <span
            key={one}
            title={isAddress(one) ? undefined : t("notAnAddress")}
            className={`flex h-6 max-w-full items-center gap-1 rounded-key pl-1.5 max-desk:h-9 ${
              isAddress(one) ? "bg-sunken" : "bg-now-soft text-now"
            }`}
          >
            <span className="truncate" dir="auto">
              {one}
            </span>
            <button
              type="button"
              aria-label={t("removeAddress", { address: one })}
              onClick={() => onChange(value.filter((other) => other !== one))}
              className="flex size-6 items-center justify-center rounded-key hover:bg-hover max-desk:size-9"
            >
              <Icon of={X} size={12} />
            </button>
          </span>
        ))}
        <input
          id={id}
          value={text}
          list={more.length > 0 ? `${id}-known` : undefined}
          inputMode="email"
          autoComplete="off"
          onChange={(event) => {
            const typed = event.target.value;
            // A choice from the list arrives whole.
            if (more.includes(typed)) take(typed);
            else setText(typed);
          }}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text");
            if (!/[,;\s]/.test(pasted.trim())) return;
            event.preventDefault();
            take(text + pasted);
          }}
          onBlur={() => take(text)}
          className="h-6 min-w-32 flex-1 bg-transparent px-1 outline-none type-row max-desk:h-9"
        />
        {more.length > 0 ? (
          <datalist id={`${id}-known`}>
            {more.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        ) : null}
      </div>
    </div>
  );
}

/** As strict as a typing error deserves, no stricter: the mail server has the last word. */
export function isAddress(text: string): boolean {
  return /^[^\s@,;<>"()[\]]+@[^\s@,;<>"()[\]]+\.[^\s@.,;<>"()[\]]{2,}$/.test(text) && text.length <= 254;
}

/** "Claire <claire@…>" pasted from a mail program. */
function bare(text: string): string {
  return text.replace(/^.*</, "").replace(/[<>"]/g, "").trim();
}

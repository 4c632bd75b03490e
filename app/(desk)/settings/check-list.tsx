"use client";

import type { ReactNode } from "react";

/** Several of many, each with a checkbox; those that may not be changed are shown as they are. */
export function CheckList({
  legend,
  hint,
  options,
  chosen,
  isFixed,
  onChange,
}: {
  legend: string;
  hint?: ReactNode;
  options: Array<{ id: string; label: string; aside?: string }>;
  chosen: readonly string[];
  isFixed: boolean;
  onChange(ids: string[]): void;
}) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="scrolls max-h-72 rounded-card border border-line">
        <ul className="divide-y divide-line">
          {options.map((option) => (
            <li key={option.id}>
              <label className="flex min-h-9 cursor-pointer items-center gap-3 px-3 hover:bg-hover has-disabled:cursor-default max-desk:min-h-11">
                <input
                  type="checkbox"
                  disabled={isFixed}
                  checked={chosen.includes(option.id)}
                  onChange={(event) =>
                    onChange(
                      event.target.checked ? [...chosen, option.id] : chosen.filter((id) => id !== option.id),
                    )
                  }
                  className="size-4 accent-accent"
                />
                <span className="min-w-0 flex-1 truncate">{option.label}</span>
                {option.aside ? <span className="text-ink-3 type-meta">{option.aside}</span> : null}
              </label>
            </li>
          ))}
        </ul>
      </div>
      {hint ? <p className="text-ink-3 type-meta">{hint}</p> : null}
    </fieldset>
  );
}

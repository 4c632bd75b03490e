"use client";

import { ChevronDown } from "lucide-react";
import { Icon } from "@/app/_ui/icon";

/** One of several, as wide as what is chosen. */
export function Choice({
  label,
  value,
  options,
  onPick,
}: {
  label: string;
  value: string;
  options: ReadonlyArray<{ value: string; name: string }>;
  onPick(value: string): void;
}) {
  return (
    <span className="relative inline-flex min-w-0">
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onPick(event.target.value)}
        className="field-sizing-content h-7 max-w-56 appearance-none truncate rounded-control border border-line-strong bg-surface pr-7 pl-2.5 font-medium text-ink type-row hover:bg-hover max-desk:h-11 max-desk:w-full max-desk:max-w-none"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
      <Icon
        of={ChevronDown}
        size={14}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-2"
      />
    </span>
  );
}

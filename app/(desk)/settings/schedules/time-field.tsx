"use client";

import { useState } from "react";

/**
 * An hour as it is written everywhere in the product, 24 hours and a colon; the browser's own field would follow the
 * machine's habit. "9", "9h30" and "930" are understood when it is left.
 */
export function TimeField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(time: string): void;
}) {
  const [typed, setTyped] = useState<string | null>(null);

  function take(text: string) {
    const time = readTime(text);
    if (time !== null && time !== value) onChange(time);
  }

  return (
    <input
      type="text"
      inputMode="numeric"
      required
      maxLength={5}
      pattern="([01]\d|2[0-4]):[0-5]\d"
      aria-label={label}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value);
        if (/^\d\d:\d\d$/.test(event.target.value)) take(event.target.value);
      }}
      onBlur={(event) => {
        take(event.target.value);
        setTyped(null);
      }}
      className="w-12 bg-transparent text-center tabular-nums"
    />
  );
}

/** "9", "9h30", "930", "9.30" as "09:00" and "09:30"; null for what is no hour. */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})(?:\s?[:h.]?\s?(\d{2}))?\s?h?$/i.exec(text.trim());
  const hour = Number(found?.[1] ?? 99);
  const minute = Number(found?.[2] ?? 0);
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

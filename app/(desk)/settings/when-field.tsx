"use client";

import { useState } from "react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { TextField } from "@/app/_ui/field";
import { readDate } from "@/lib/text/dates";

/** A moment typed in words and said back; empty is null. What is not understood is undefined. */
export function WhenField({
  label,
  hint,
  first,
  onChange,
}: {
  label: string;
  hint: string;
  first: Date | null;
  onChange(at: Date | null | undefined): void;
}) {
  const t = useTranslations("settings.when");
  const format = useFormatter();
  const zone = useTimeZone() ?? "UTC";
  const say = (at: Date) => format.dateTime(at, whenFormat);
  const [text, setText] = useState(first ? say(first) : "");
  const [isTouched, touch] = useState(false);
  const at = !isTouched
    ? first
    : text.trim() === ""
      ? null
      : (readDate(text, { now: new Date(), zone })?.at ?? undefined);
  return (
    <div aria-live="polite">
      <TextField
        label={label}
        value={text}
        onChange={(event) => {
          const words = event.target.value;
          touch(true);
          setText(words);
          onChange(words.trim() === "" ? null : readDate(words, { now: new Date(), zone })?.at);
        }}
        hint={isTouched && at ? say(at) : hint}
        error={at === undefined ? t("unread") : undefined}
      />
    </div>
  );
}

const whenFormat = {
  weekday: "long",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
} as const;

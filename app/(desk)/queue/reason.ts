"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Reason } from "@/lib/conversations/types";

/** A reason in words: a phrase of the house is its own, one of ours has its sentence. */
export function useReason(): (reason: Reason) => string {
  const t = useTranslations();
  const format = useFormatter();
  // What was promised is a day of the house, wherever it is read.
  const weekday = (at: string) =>
    at.length < 20
      ? format.dateTime(new Date(at.slice(0, 10)), { weekday: "long", timeZone: "UTC" })
      : format.dateTime(new Date(at), { weekday: "long" });
  return ({ code, params }) => {
    const { cue, at } = params;
    const key = code.startsWith("signals.") ? `signals.reasons.${code.slice(8)}` : `queue.reasons.${code}`;
    const word = `cues.reasons.${cue}`;
    return t(key, {
      ...params,
      ...(cue === undefined ? {} : { cue: t.has(word) ? t(word) : cue }),
      ...(at === undefined ? {} : { at: weekday(String(at)) }),
    });
  };
}

"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { Reason } from "@/lib/conversations/types";

/** A reason in words: a phrase of the house is its own, one of ours has its sentence. */
export function useReason(): (reason: Reason) => string {
  const t = useTranslations();
  const format = useFormatter();
  return ({ code, params }) => {
    const { cue, at } = params;
    const key = code.startsWith("signals.") ? `signals.reasons.${code.slice(8)}` : `queue.reasons.${code}`;
    const word = `cues.reasons.${cue}`;
    return t(key, {
      ...params,
      ...(cue === undefined ? {} : { cue: t.has(word) ? t(word) : cue }),
      ...(at === undefined ? {} : { at: format.dateTime(new Date(at), { weekday: "long" }) }),
    });
  };
}

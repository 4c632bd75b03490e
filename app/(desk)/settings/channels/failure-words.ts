"use client";

import { useTranslations } from "use-intl";

type Failure = { code: string; params: { [key: string]: string | number } };

/** Why a channel does not work, in the reader's language. */
export function useFailureWords(): (failure: Failure) => string {
  const t = useTranslations("channels.errors");
  return ({ code, params }) => (t.has(code) ? t(code, params) : code);
}

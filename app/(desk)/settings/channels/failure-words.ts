"use client";

import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { sayMoments } from "@/lib/channels/failure-moments";

type Failure = { code: string; params: { [key: string]: string | number } };

/** Why a channel does not work and what to do, in the reader's language and on their clock. */
export function useFailureWords(): (failure: Failure) => string {
  const t = useTranslations("channels.errors");
  const language = useLocale();
  const zone = useTimeZone() ?? "UTC";
  return ({ code, params }) =>
    t.has(code) ? t(code, sayMoments(params, { language, zone })) : t("unknown", { code });
}

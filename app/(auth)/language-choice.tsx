"use client";

import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";
import { languages } from "@/db/enums";

const YEAR_S = 31_536_000;

/** The languages, each by its own name; remembered in this browser. */
export function LanguageChoice() {
  const t = useTranslations("ui.language");
  const locale = useLocale();
  const router = useRouter();
  return (
    <label className="flex items-center gap-2 text-ink-2">
      <Icon of={Languages} />
      <span className="sr-only">{t("label")}</span>
      <select
        value={locale.slice(0, 2)}
        onChange={(event) => {
          rememberLanguage(event.target.value);
          router.refresh();
        }}
        className="h-8 rounded-control bg-transparent pr-1 max-desk:h-11"
      >
        {languages.map((language) => (
          <option key={language} value={language}>
            {t(language)}
          </option>
        ))}
      </select>
    </label>
  );
}

export function rememberLanguage(language: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing from Firefox before 140.
  document.cookie = `avant-language=${language}; path=/; max-age=${YEAR_S}; samesite=lax`;
}

"use client";

import { useTranslations } from "use-intl";
import { Go } from "@/app/_ui/go";
import { type Language, languages } from "@/db/enums";

/** Whose messages: each language has its own phrases. */
export function LanguageTabs({ language }: { language: Language }) {
  const t = useTranslations("cues.phrases");
  return (
    <nav aria-label={t("languages")} className="mb-5 border-line border-b">
      <ul className="flex gap-5">
        {languages.map((each) => (
          <li key={each}>
            <Go
              href={`/settings/phrases?language=${each}`}
              aria-current={each === language ? "page" : undefined}
              className="-mb-px flex h-9 items-center border-transparent border-b-2 text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink max-desk:h-11"
            >
              {t(`language.${each}`)}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
}

"use client";

import { Ear } from "lucide-react";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { lazy } from "@/app/_ui/lazy";
import type { Language } from "@/db/enums";
import type { PhraseView } from "@/lib/cues/list-phrases";

const EditPhrase = lazy(async () => ({ default: (await import("./edit-phrase")).EditPhrase }));

export function NewPhrase({ language }: { language: Language }) {
  const t = useTranslations("cues.phrases");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="accent" onClick={() => setOpen(true)}>
        {t("new")}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <EditPhrase language={language} phrase={null} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

/** The house's own phrases, by what they stand for. */
export function OwnPhrases({ language, phrases }: { language: Language; phrases: PhraseView[] }) {
  const t = useTranslations("cues");
  const [open, setOpen] = useState<string | null>(null);
  const current = phrases.find(({ id }) => id === open);
  return (
    <section aria-label={t("phrases.own")} className="mb-8 flex flex-col gap-3">
      <h3 className="type-zone">{t("phrases.own")}</h3>
      {phrases.length === 0 ? (
        <EmptyState icon={Ear} title={t("phrases.empty.title")}>
          {t("phrases.empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {phrases.map((phrase) => (
            <li key={phrase.id}>
              <button
                type="button"
                onClick={() => setOpen(phrase.id)}
                className="flex w-full flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 text-left hover:bg-hover max-desk:min-h-11"
              >
                <span className="font-medium" dir="auto">
                  {phrase.pattern}
                </span>
                <span className="min-w-0 flex-1 text-ink-2" dir="auto">
                  {t(`families.${phrase.family}`)} · {phrase.reason}
                </span>
                {phrase.createdBy ? <span className="text-ink-3 type-meta">{phrase.createdBy}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {current ? <EditPhrase language={language} phrase={current} onClose={() => setOpen(null)} /> : null}
      </Suspense>
    </section>
  );
}

"use client";

import { useTranslations } from "use-intl";

/** Something broke while a page was drawn: what it means, and a way on. As little of our own as possible on it. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  const t = useTranslations("ui.broken");
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="flex max-w-md flex-col items-start gap-2">
        <h1 className="type-zone">{t("title")}</h1>
        <p className="text-ink-2">{t("text")}</p>
        {error.digest ? <p className="text-ink-3 type-meta">{t("reference", { id: error.digest })}</p> : null}
        <button
          type="button"
          onClick={reset}
          className="mt-4 h-10 rounded-control bg-accent px-4 font-semibold text-on-accent hover:bg-accent/90"
        >
          {t("retry")}
        </button>
      </div>
    </main>
  );
}

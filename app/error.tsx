"use client";

import { Unplug } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "./_ui/button";
import { EmptyState } from "./_ui/empty-state";

/** Something broke while a page was drawn: what it means, and a way on. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  const t = useTranslations("ui.broken");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={Unplug}
        title={t("title")}
        actions={
          <Button look="accent" onClick={reset}>
            {t("retry")}
          </Button>
        }
      >
        {t("text")}
        {error.digest ? (
          <span className="mt-2 block text-ink-3 type-meta">{t("reference", { id: error.digest })}</span>
        ) : null}
      </EmptyState>
    </main>
  );
}

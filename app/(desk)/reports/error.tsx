"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";

/** A report that could not be made; the tabs and the filter stay, so a shorter period is one click away. */
export default function ReportError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  const t = useTranslations("reports.broken");
  return (
    <div role="alert" className="flex max-w-md flex-col items-start gap-2 py-8">
      <h2 className="type-zone">{t("title")}</h2>
      <p className="text-ink-2">{t("text")}</p>
      {error.digest ? <p className="text-ink-3 type-meta">{t("reference", { id: error.digest })}</p> : null}
      <div className="mt-3">
        <Button look="accent" onClick={reset}>
          {t("retry")}
        </Button>
      </div>
    </div>
  );
}

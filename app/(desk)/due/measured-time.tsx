"use client";

import { type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { lazy } from "@/app/_ui/lazy";

const MeasuredDialog = lazy(async () => ({ default: (await import("./measured-dialog")).MeasuredDialog }));

/** A time of something that is over, which says how it was counted. */
export function MeasuredTime({
  id,
  from,
  to,
  dueAt,
  children,
}: {
  id: string;
  /** As the row tells them: by these it is found again. */
  from: string;
  to: string;
  dueAt: string | null;
  children: ReactNode;
}) {
  const t = useTranslations("due");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        data-tip={t("measured.open")}
        onClick={() => setOpen(true)}
        // Above the link that covers a whole line.
        className="relative z-1 whitespace-nowrap rounded-key decoration-dotted underline-offset-4 hover:underline max-desk:min-h-7"
      >
        {children}
        <span className="sr-only"> {t("measured.open")}</span>
      </button>
      <Suspense fallback={null}>
        {isOpen ? (
          <MeasuredDialog id={id} from={from} to={to} dueAt={dueAt} onClose={() => setOpen(false)} />
        ) : null}
      </Suspense>
    </>
  );
}

"use client";

import { type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { lazy } from "@/app/_ui/lazy";

const DueDialog = lazy(async () => ({ default: (await import("./due-dialog")).DueDialog }));
const WaitedDialog = lazy(async () => ({ default: (await import("./waited")).WaitedDialog }));

/** A due time that says why it is due then: of what still runs, or of the answer that came (`answerId`). */
export function DueTime({
  id,
  answerId,
  version,
  children,
}: {
  id: string;
  answerId: string | null;
  version: number;
  children: ReactNode;
}) {
  const t = useTranslations("conversation");
  const [isOpen, setOpen] = useState(false);
  const onClose = () => setOpen(false);
  return (
    <>
      <button
        type="button"
        data-tip={t("whyDue")}
        onClick={() => setOpen(true)}
        // Above the link that covers a whole line.
        className="relative z-1 whitespace-nowrap rounded-key text-left decoration-dotted underline-offset-4 hover:underline max-desk:min-h-7"
      >
        {children}
        <span className="sr-only"> {t("whyDue")}</span>
      </button>
      <Suspense fallback={null}>
        {!isOpen ? null : answerId === null ? (
          <DueDialog id={id} version={version} onClose={onClose} />
        ) : (
          <WaitedDialog conversationId={id} messageId={answerId} onClose={onClose} />
        )}
      </Suspense>
    </>
  );
}

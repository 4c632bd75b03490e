"use client";

import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { lazy } from "@/app/_ui/lazy";
import type { Person } from "@/lib/conversations/types";

const EditSavedReply = lazy(async () => ({ default: (await import("./edit-saved-reply")).EditSavedReply }));

export function NewSavedReply({ brands }: { brands: Person[] }) {
  const t = useTranslations("settings.savedReplies");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="accent" onClick={() => setOpen(true)}>
        {t("new")}
      </Button>
      <Suspense fallback={null}>
        {isOpen ? <EditSavedReply reply={null} brands={brands} onClose={() => setOpen(false)} /> : null}
      </Suspense>
    </>
  );
}

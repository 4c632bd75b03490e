"use client";

import { Ban } from "lucide-react";
import { useTranslations } from "use-intl";
import { Icon } from "@/app/_ui/icon";

/** They asked not to be contacted, and nothing of theirs waits for an answer. A warning, never a stop. */
export function Unasked() {
  const t = useTranslations("samePerson");
  return (
    <p role="status" className="flex gap-2 px-4 py-2 text-now">
      <Icon of={Ban} size={15} className="mt-0.5 shrink-0" />
      {t("unasked")}
    </p>
  );
}

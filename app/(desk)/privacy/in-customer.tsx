"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/app/_ui/button";
import { useDesk } from "@/app/(desk)/desk";
import { EraseDialog } from "./erase-dialog";

/** Everything held on somebody, to take along or to take away; for those who may. */
export function PrivacyOfCustomer({ customerId }: { customerId: string }) {
  const t = useTranslations("privacy");
  const { me } = useDesk();
  // The locale says a country too, and the archive knows languages.
  const language = useLocale().slice(0, 2);
  const [erasing, setErasing] = useState(false);
  const mayErase = me.role === "admin" || me.role === "owner";
  if (!mayErase && me.role !== "manager") return null;
  return (
    <p className="flex flex-wrap gap-2">
      <a
        download
        href={`/api/v1/customers/${customerId}/everything?language=${language}`}
        className={buttonClass("outline")}
      >
        {t("export.button")}
      </a>
      {mayErase ? (
        <Button look="danger" onClick={() => setErasing(true)}>
          {t("steps.erase")}
        </Button>
      ) : null}
      {erasing ? <EraseDialog customerId={customerId} onClose={() => setErasing(false)} /> : null}
    </p>
  );
}

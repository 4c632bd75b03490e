"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";

/** What goes and what stays, before it goes. */
export function SampleDialog({ onClose, onRemove }: { onClose(): void; onRemove(): void }) {
  const t = useTranslations("sample");
  const ui = useTranslations("ui");
  return (
    <Dialog
      title={t("askTitle")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="danger" onClick={onRemove}>
            {t("remove")}
          </Button>
        </>
      }
    >
      <p className="type-message">{t("askText")}</p>
    </Dialog>
  );
}

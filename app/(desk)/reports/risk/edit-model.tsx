"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { TextField } from "@/app/_ui/field";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { ModelView } from "@/lib/risk/read-model";

/** The hours of patience for each way of writing, and the budget that the shown time is measured by. */
export function EditModel({ model, onClose }: { model: ModelView; onClose(): void }) {
  const t = useTranslations("riskReport.model");
  const ui = useTranslations("ui");
  const [hours, setHours] = useState<{ [patience: string]: string }>(
    Object.fromEntries(model.patienceHours.map((each) => [each.patience, String(each.hours)])),
  );
  const [budget, setBudget] = useState(String(Math.round(model.budget * 1000) / 10));
  const { busy, failed, save } = useSave();
  const of = (patience: string) => Number((hours[patience] ?? "").replace(",", "."));

  async function submit() {
    const body = {
      patienceHours: {
        directMessage: of("directMessage"),
        mention: of("mention"),
        phone: of("phone"),
        email: of("email"),
        form: of("form"),
      },
      budget: Number(budget.replace(",", ".")) / 100,
    };
    if (await save(() => api("PUT /risk/model", { body }), { said: t("saved") })) onClose();
  }

  return (
    <Dialog
      title={t("edit")}
      closeLabel={ui("close")}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui("cancel")}</Button>
          <Button look="accent" disabled={busy} onClick={() => void submit()}>
            {ui("save")}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="text-ink-2">{t("editText")}</p>
        {model.patienceHours.map(({ patience, shipped }) => (
          <TextField
            key={patience}
            label={t(`patience.${patience}`)}
            hint={t("shippedHours", { hours: shipped })}
            inputMode="decimal"
            value={hours[patience] ?? ""}
            onChange={(event) => setHours({ ...hours, [patience]: event.target.value })}
          />
        ))}
        <TextField
          label={t("budgetPercent")}
          hint={t("budgetHint")}
          inputMode="decimal"
          value={budget}
          onChange={(event) => setBudget(event.target.value)}
        />
        <FailedLine text={failed} />
      </form>
    </Dialog>
  );
}

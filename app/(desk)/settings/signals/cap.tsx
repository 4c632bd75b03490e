"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";

/** How many conversations a day, and how many today. */
export function Cap({ perDay, today }: { perDay: number; today: number }) {
  const t = useTranslations("signals.rulesPage");
  const { busy, failed, save } = useSave();
  const [value, setValue] = useState(String(perDay));
  return (
    <form
      className="flex flex-wrap items-center gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save(() => api("PUT /signal-rules/cap", { body: { perDay: Number(value) } }), {
          said: t("saved"),
        });
      }}
    >
      <TextField
        label={t("cap")}
        hint={t("today", { count: today })}
        type="number"
        min={0}
        max={1000}
        required
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button type="submit" size="medium" disabled={busy}>
        {t("save")}
      </Button>
      <FailedLine text={failed} />
    </form>
  );
}

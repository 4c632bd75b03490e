"use client";

import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { api } from "@/app/_client/api";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { CheckList } from "@/app/(desk)/settings/check-list";
import { FailedLine } from "@/app/(desk)/settings/failed-line";
import { useSave } from "@/app/(desk)/settings/use-save";
import type { AssignmentSettings } from "@/lib/assignment/settings";
import type { Person } from "@/lib/conversations/types";

const modes = ["off", "round_robin", "least_loaded"] as const;

/** How a team's conversations find their person; a form of its own, since it takes effect at once. */
export function AssignmentFields({
  teamId,
  settings,
  brands,
}: {
  teamId: string;
  settings: AssignmentSettings;
  brands: Person[];
}) {
  const t = useTranslations("settings.assignment");
  const { busy, failed, save } = useSave();
  const [mode, setMode] = useState(settings.mode);
  const [cap, setCap] = useState(settings.cap === null ? "" : String(settings.cap));
  const [brandIds, setBrandIds] = useState(settings.brandIds);

  function submit(event: FormEvent) {
    event.preventDefault();
    const body = { mode, cap: cap.trim() === "" ? null : Number(cap), brandIds };
    void save(() => api("PUT /teams/{id}/assignment", { params: { id: teamId }, body }), {
      said: t("saved"),
    });
  }

  return (
    <form onSubmit={submit} className="mt-8 flex flex-col gap-5 border-line border-t pt-6">
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-2 type-zone">{t("title")}</legend>
        {modes.map((one) => (
          <label key={one} className="flex min-h-9 cursor-pointer items-start gap-3 max-desk:min-h-11">
            <input
              type="radio"
              name="assignment"
              className="mt-0.5 size-4 accent-accent"
              checked={mode === one}
              onChange={() => setMode(one)}
            />
            <span className="flex flex-col">
              {t(one)}
              <span className="text-ink-3 type-meta">{t(`${one}Hint`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {mode === "off" ? null : (
        <TextField
          label={t("cap")}
          hint={t("capHint")}
          type="number"
          min={1}
          max={1000}
          value={cap}
          onChange={(event) => setCap(event.target.value)}
        />
      )}
      <p className="text-ink-2">{t("skips")}</p>
      <CheckList
        legend={t("brands")}
        hint={t("brandsHint")}
        options={brands.map((one) => ({ id: one.id, label: one.name }))}
        chosen={brandIds}
        isFixed={false}
        onChange={setBrandIds}
      />
      <FailedLine text={failed} />
      <span>
        <Button type="submit" look="accent" size="medium" disabled={busy}>
          {t("save")}
        </Button>
      </span>
    </form>
  );
}
